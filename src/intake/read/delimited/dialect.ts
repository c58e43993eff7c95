import Papa from 'papaparse';
import { kindOf } from '../cell-kind';

export interface TextDialect {
  /** Null: one column. A single space stands for any run of blanks, two for any run of two or more. */
  readonly delimiter: string | null;
  readonly quote: '"' | "'";
  /** What comes before a quote inside quotes: the quote again, or a backslash. */
  readonly escape: string;
  /** `\n` ends lines of `\r\n` too, since cells are trimmed. */
  readonly newline: '\n' | '\r';
  /** Double quotes are doubled although single ones enclose the cells. */
  readonly doubled: boolean;
  /** Cells of most records; 1 where the file has one column. */
  readonly width: number;
}

const SAMPLE_RECORDS = 200;
const SAMPLE_CHARACTERS = 1 << 18;
const MAJOR = [',', ';', '\t', '|'];
/** Seldom delimiters: these divide prose, times and addresses too, so nearly every record must agree. */
const MINOR = [', ', ':', '~', '^', '\x1f', '\x1e'];

interface Trial extends TextDialect {
  readonly score: number;
  /** Share of records with the most frequent number of cells, of two or more. */
  readonly even: number;
  /** Share of records with two cells or more. */
  readonly split: number;
  /** Quotes that close in the middle of a cell. */
  readonly misquoted: number;
}

/**
 * Chooses the dialect under which a file's first records are most alike: the same number of cells, and no
 * other delimiter left inside them. Counting characters would read a column of 1,5 as two.
 */
export function detectDialect(text: string, whole: boolean): TextDialect {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const complete = whole && sample.length === text.length;
  const base = { quote: '"', escape: '"', newline: detectNewline(sample), doubled: false, width: 1 } as const;
  const best = bestDelimiter(sample, complete, base);
  if (best === null) return { ...base, delimiter: blanksBetween(sample, base.newline) };
  return [...otherQuotes(sample, best)]
    .map((dialect) => tryDialect(sample, complete, dialect))
    .reduce((chosen, trial) => {
      if (trial.even !== chosen.even) return trial.even > chosen.even ? trial : chosen;
      // Read either way the cells are as many, but only one of them leaves the backslashes in the text.
      if (trial.escape === '\\' && trial.misquoted < best.misquoted) return trial;
      return trial.quote === "'" && areEnclosed(sample, complete, best) ? trial : chosen;
    }, best);
}

/**
 * Whether single quotes enclose cells although no delimiter is within them: all cells of a column have them at both ends, or
 * all that do hold doubled ones. A file with double quotes at the beginning of a cell has those.
 */
function areEnclosed(sample: string, complete: boolean, dialect: TextDialect): boolean {
  if (/(^|[,;\t|\r\n] ?)"/.test(sample)) return false;
  const records = parseSample(sample, complete, dialect).data.map((cells) => cells.map((cell) => cell.trim()));
  const ends = (cell: string) => Number(cell.startsWith("'")) + Number(cell.endsWith("'"));
  const quoted = records.flat().filter((cell) => ends(cell) > 0);
  if (quoted.length === 0 || quoted.some((cell) => ends(cell) === 1 || cell.length < 2)) return false;
  const columns = Array.from({ length: dialect.width }, (_, at) => records.map((cells) => cells[at] ?? ''));
  const isWhole = (cells: readonly string[]) =>
    cells.length > 1 && cells.every((cell) => cell === '' || ends(cell) === 2);
  return (
    quoted.every((cell) => cell.slice(1, -1).includes("''")) ||
    columns.some((cells) => cells.some((cell) => cell !== '') && isWhole(cells))
  );
}

/** Lone carriage returns end lines only where no line feed stands outside quotes. */
function detectNewline(sample: string): '\n' | '\r' {
  if (!sample.includes('\r')) return '\n';
  const bare = sample.replace(/"[^"]*"/g, '');
  return bare.includes('\r') && !bare.includes('\n') ? '\r' : '\n';
}

function bestDelimiter(sample: string, complete: boolean, base: Omit<TextDialect, 'delimiter'>): Trial | null {
  const trials = [...MAJOR, ...MINOR]
    .filter((delimiter) => (delimiter === ':' ? withoutTimes(sample) : sample).includes(delimiter))
    .map((delimiter) => tryDialect(sample, complete, { ...base, delimiter }))
    .filter((trial) => (MAJOR.includes(trial.delimiter ?? '') ? trial.split >= 0.5 : trial.even >= 0.9));
  if (trials.length === 0) return null;
  const best = trials.reduce((chosen, trial) => (trial.score > chosen.score ? trial : chosen));
  if (best.delimiter !== ',') return best;
  return isDecimalColumn(sample, base.newline) || hasDecimalsBetweenBlanks(sample, base.newline) ? null : best;
}

const withoutTimes = (sample: string): string => sample.replace(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, '');

/** Every comma stands within a number, and blanks divide the lines: `00004 19970101 29,33`. */
const hasDecimalsBetweenBlanks = (sample: string, newline: string): boolean =>
  sampleLines(sample, newline)
    .slice(1)
    .every((line) => !/,(?!\d)|(?<!\d),/.test(line) && /\s/.test(line)) && isAligned(sample, newline, /\s+/);

function* otherQuotes(sample: string, best: Trial): Generator<TextDialect> {
  const { delimiter, newline, width } = best;
  const rest = { delimiter, newline, width, doubled: false };
  if (sample.includes('\\"')) yield { ...rest, quote: '"', escape: '\\' };
  if (/(^|[,;\t|\r\n] ?)'/.test(sample)) {
    const doubled = (sample.match(/"+/g) ?? []).every((quotes) => quotes.length % 2 === 0);
    yield { ...rest, quote: "'", escape: "'", doubled };
  }
}

function tryDialect(sample: string, complete: boolean, dialect: TextDialect): Trial {
  const { data, errors } = parseSample(sample, complete, dialect);
  const records = data.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const misquoted = errors.filter(({ code }) => code === 'InvalidQuotes').length;
  if (records.length === 0) return { ...dialect, score: 0, even: 1, split: 1, misquoted };
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  const split = 1 - (widths.get(1) ?? 0) / records.length;
  widths.delete(1);
  const [width, count] = [...widths].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [1, 0]);
  const even = count / records.length;
  const started = records[0]?.length === width ? 1 : 0.95;
  const score = even * started * (0.3 + 0.7 * plainShare(records, sample, dialect)) * (1 - 1 / (4 * width));
  return { ...dialect, width, score, even, split, misquoted };
}

function parseSample(
  sample: string,
  complete: boolean,
  { delimiter, quote, escape, newline }: TextDialect,
): Papa.ParseResult<string[]> {
  const config = {
    delimiter: delimiter ?? ',',
    newline,
    quoteChar: quote,
    escapeChar: escape,
    preview: SAMPLE_RECORDS,
  };
  const parse = (ignoreLast: boolean) =>
    new Papa.Parser(config).parse(sample, 0, ignoreLast) as Papa.ParseResult<string[]>;
  const parsed = parse(!complete);
  // A sample cut inside its only record still has to be judged.
  return parsed.data.length > 0 ? parsed : parse(false);
}

/**
 * Share of filled cells without another delimiter in them, unless quotes protect it, and without half a pair of
 * quotes. A comma does not count against ; tab and |: 1,5 is a number there.
 */
function plainShare(records: readonly string[][], sample: string, { delimiter, quote }: TextDialect): number {
  const commaIsText = MAJOR.includes(delimiter ?? '') || delimiter === ', ';
  const foreign = MAJOR.filter((other) => other !== delimiter && !(other === ',' && commaIsText));
  const isPlain = (cell: string): boolean => {
    if (cell.split(quote).length % 2 === 0) return false;
    return (
      !foreign.some((other) => cell.includes(other)) || sample.includes(quote + cell.replaceAll(quote, quote + quote))
    );
  };
  const filled = records.slice(0, 50).flatMap((cells) => cells.filter((cell) => cell !== ''));
  return filled.filter(isPlain).length / Math.max(1, filled.length);
}

function isDecimalColumn(sample: string, newline: string): boolean {
  const lines = sampleLines(sample, newline).slice(1);
  return (
    lines.length > 0 &&
    lines.every((line) => /^-?\d+(,\d+)?$/.test(line)) &&
    !sampleLines(sample, newline)[0].includes(',')
  );
}

/** One blank, two where single ones stand within the cells, or null. */
function blanksBetween(sample: string, newline: string): ' ' | '  ' | null {
  const isWide = isAligned(sample, newline, WIDE_BLANKS);
  if (!isAligned(sample, newline, /\s+/)) return isWide ? '  ' : null;
  const cells = sampleLines(sample, newline).flatMap((line) => line.split(WIDE_BLANKS));
  const divided = cells.filter((cell) => cell.includes(' '));
  return isWide && divided.length > 0 && divided.every((cell) => /^\p{L}.* \p{L}/u.test(cell)) ? '  ' : ' ';
}

const WIDE_BLANKS = /\s*(?: {2}|\t)\s*/;

/** Columns set with blanks, as old programs print them: every line has as many cells, a good part of them numbers. */
function isAligned(sample: string, newline: string, blanks: RegExp): boolean {
  const lines = sampleLines(sample, newline).map((line) => line.split(blanks));
  const width = lines[0]?.length ?? 0;
  const words = lines.flat();
  return (
    width > 1 &&
    lines.length > 1 &&
    lines.every((line) => line.length === width) &&
    words.filter((word) => kindOf(word) !== 'text').length * (width > 2 ? 3 : 2) >= words.length
  );
}

const sampleLines = (sample: string, newline: string): string[] =>
  sample
    .split(newline, SAMPLE_RECORDS)
    .map((line) => line.trim())
    .filter((line) => line !== '');
