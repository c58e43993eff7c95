import { kindOf } from '../cell-kind';
import { growHeader, type TableRecord } from './header-rows';
import { countDescribing, isNumberingAbove } from './lines-around-header';
import { monthInHeader } from '../../values/month-in-header';

interface HeaderPlace {
  /** Indices of the records that make up the header, top first; none where the table has no header. */
  readonly header: readonly number[];
  /** Index of the first record that may be data. */
  readonly first: number;
}

/** Records that may stand between a table's start and its first number: title lines, headings of several rows. */
const MOST_HEADINGS = 30;

const countFilled = (record: TableRecord): number =>
  record.cells.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0);

export function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1] === '') width--;
  return width;
}

/**
 * Finds the header among a file's first records: the fullest record of words above the first record of values, with the
 * rows of group names above or beneath it that belong to it. Records before it are title lines. Returns `first` =
 * records.length when all are blank.
 */
export function findHeader(records: readonly TableRecord[]): HeaderPlace {
  const filled = records.map(countFilled);
  const all = filled.map((_, index) => index).filter((index) => filled[index] > 0);
  const present = all.filter((index, at) => !isNumberingAbove(records[index], records[all[at + 1]]));
  if (present.length === 0) return { header: [], first: records.length };
  const start = skipPreamble(records, filled, present);
  const after = present.filter((index) => index >= start);
  const typed = typedColumns(after.slice(1).map((index) => records[index]));
  const values = after.find((index) => records[index].cells.some((cell, column) => typed[column] && isTyped(cell)));
  const headings = after.filter((index) => index < (values ?? start + 1)).slice(0, MOST_HEADINGS);
  const main = fullest(records, filled, headings, after) ?? start;
  const beneath = present.filter((index) => index > main).map((index) => records[index]);
  if (looksLikeData(records[main], beneath)) return headless(records, filled, start);
  const above = present.filter((index) => index < main);
  const header = growHeader(
    records,
    main,
    headings.filter((index) => index > main),
    above,
    typed,
  );
  const last = header[header.length - 1];
  return { header, first: last + 1 + countDescribing(records, last) };
}

/** Errors of a worksheet are values: `#N/A` is no heading. */
const isTyped = (cell: string): boolean => cell !== '' && kindOf(cell) !== 'text';

/** Columns half of whose cells or more are numbers or dates; names of a second header row may be among them. */
function typedColumns(records: readonly TableRecord[]): boolean[] {
  const width = records.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cells = records.map((record) => record.cells[column] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.filter(isTyped).length >= cells.length * 0.5;
  });
}

/** A title may be as long as a heading, but it names no more columns than there are, and fewer than the heading does. */
function fullest(
  records: readonly TableRecord[],
  filled: readonly number[],
  headings: readonly number[],
  after: readonly number[],
): number | undefined {
  const last = headings.at(-1) ?? -1;
  const width = after
    .filter((index) => index > last)
    .reduce((most, index) => Math.max(most, filledWidth(records[index].cells)), 0);
  const fitting = headings.filter((index) => filledWidth(records[index].cells) <= width);
  if (fitting.length === 0) return undefined;
  const fuller = (best: number, index: number) => (filled[index] > filled[best] ? index : best);
  const best = fitting.reduce(fuller);
  if (filled[best] >= width) return best;
  // Columns may be blank throughout: names without a gap for every cell of the rows beneath are a heading all the same.
  const cells = records[after.find((index) => index > last) ?? best].cells.length;
  const whole = headings.filter((index) => filled[index] === cells && cells > width);
  return whole.length > 0 ? whole.reduce(fuller) : best;
}

function skipPreamble(records: readonly TableRecord[], filled: readonly number[], present: readonly number[]): number {
  const sorted = present.map((index) => filled[index]).sort((a, b) => a - b);
  const usual = sorted[sorted.length >> 1];
  const place = present.findIndex((index) => filled[index] * 2 > usual);
  if (place <= 0) return present[0];
  // Shopping baskets, one a line, begin with short records too: only an even table has a title above it.
  const widths = new Map<number, number>();
  const after = present.slice(place);
  for (const index of after) {
    const width = records[index].cells.length;
    widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  const even = Math.max(...widths.values()) >= after.length * 0.6;
  return even ? present[place] : present[0];
}

/** A table whose first record is data may still have a line of few names right above it, apart from the title lines. */
function headless(records: readonly TableRecord[], filled: readonly number[], start: number): HeaderPlace {
  const above = start - 1;
  const isApart = above > 1 && filled[above] > 0 && filled[above - 1] === 0 && !records[above].cells.some(isTyped);
  return isApart ? { header: [above], first: start } : { header: [], first: start };
}

/** A first record is data when it holds numbers or dates as the rows beneath do, or values that come again beneath. */
function looksLikeData(first: TableRecord, beneath: readonly TableRecord[]): boolean {
  const others = beneath.filter((record) => !sameCells(record.cells, first.cells));
  const kinds = first.cells.map(kindOf);
  if (others.length === 0) {
    const filled = kinds.filter((kind) => kind !== 'empty');
    return filled.length > 1 && filled.every((kind) => kind !== 'text');
  }
  let data = 0;
  let heading = 0;
  let repeated = 0;
  first.cells.forEach((cell, column) => {
    if (cell === '') return;
    const below = others.map((record) => record.cells[column] ?? '').filter((other) => other !== '');
    const typed = below.filter((other) => kindOf(other) !== 'text').length >= Math.max(1, below.length * 0.8);
    if (typed && kinds[column] === 'text') heading++;
    else if (typed || isNumbered(cell, below)) data++;
    else if (below.includes(cell)) repeated++;
  });
  if ((data > 0 || heading === 0) && isSequence(first.cells, kinds)) return false;
  if (data > 0 && areMonths(first.cells)) return false;
  if (kinds.every((kind) => kind !== 'text' && kind !== 'empty')) return true;
  if (data > 0) return data > heading;
  const cells = kinds.filter((kind) => kind !== 'empty').length;
  return heading === 0 && repeated * 2 >= cells && repeated > 0;
}

/** `Table 7.1:` above `Table 7.2:`, `K-001` above `K-002`: the same text but for its digits. */
function isNumbered(cell: string, below: readonly string[]): boolean {
  if (!/\d/.test(cell) || cell.length > 40) return false;
  const shape = (text: string): string => text.replace(/\d+/g, '0');
  const own = shape(cell);
  return below.length > 0 && below.filter((other) => shape(other) === own).length >= below.length * 0.6;
}

/** Years as headings (2011, 2012, 2013), or at least four weeks or periods, each a step from the last. */
function isSequence(cells: readonly string[], kinds: readonly string[]): boolean {
  const numbers = cells.filter((_, column) => kinds[column] === 'number').map(Number);
  const years = numbers.length > 1 && numbers.every((number) => number >= 1900 && number <= 2100);
  if (!numbers.every(Number.isInteger) || (numbers.length < 4 && !years)) return false;
  const step = numbers[1] - numbers[0];
  return Math.abs(step) === 1 && numbers.every((number, at) => at === 0 || number - numbers[at - 1] === step);
}

/** Month after month as headings, of a table with a column for each. */
function areMonths(cells: readonly string[]): boolean {
  const months = cells.flatMap((cell) => {
    const [year, month] = (monthInHeader(cell) ?? '').split('-').map(Number);
    return month === undefined ? [] : [year * 12 + month];
  });
  return months.length >= 3 && months.every((month, at) => at === 0 || month === months[at - 1] + 1);
}

export function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, column) => cell === b[column]);
}
