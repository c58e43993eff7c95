import { NO_DAY, dayFromCivil, type Day } from '../domain/calendar';
import type { TextColumn } from '../domain/columns';
import { blanksOf, countsOf, readDays } from './read-columns';
import { dayReader } from './readers/day';
import { sampleOf } from './sample';
import { normaliseWord, wordsOf } from './words';

/** One way to read a column as dates, and what comes of it. */
export interface DateFit {
  readonly format: string;
  /** Rows that it reads. */
  readonly rows: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Distinct days. */
  readonly days: number;
  /** The longest run of adjacent days: real trade has them, misread dates rarely. */
  readonly longestRun: number;
  readonly hasTime: boolean;
}

/** In the order in which equals are preferred. */
const FORMATS = [
  'YYYY-MM-DD',
  'DD.MM.YYYY',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'YYYYMMDD',
  'DD.MM.YY',
  'DD/MM/YY',
  'MM/DD/YY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'DD-MM-YY',
  'YYYY/MM/DD',
  'YYYY.MM.DD',
  'DD MMM YYYY',
  'DD. MMM YYYY',
  'DD-MMM-YYYY',
  'DD-MMM-YY',
  'DD MMM YY',
  'MMM DD, YYYY',
  'MMM DD YYYY',
  'YYYY-MM',
  'MM/YYYY',
  'MM.YYYY',
  'YYYY/MM',
  'MMM YYYY',
];
/** Formats that plain numbers could fit by chance are held to the years of living memory, or to a header that says date. */
const NUMBER_LIKE = new Set(['YYYYMMDD', 'MM.YYYY', 'YYYYMM', 'excel']);
const EARLIEST = dayFromCivil(1900, 1, 1);
const LATEST = dayFromCivil(2100, 12, 31);
const EXCEL_RANGE = [20000 - 25569, 60000 - 25569] as const;

const DATE_WORD = /^(?:dates?|datum|day|tag|time|zeit|timestamp|zeitpunkt|month|monat|am|on|at)$/;

/** Whether a header speaks of a date. */
export function namesDate(header: string): boolean {
  return wordsOf(header).some((word) => DATE_WORD.test(word)) || /(?:date|datum)$/.test(normaliseWord(header));
}

/** The share of rows that a reading must explain: a stray value must not decide the format. */
export const FIT = 0.95;

const fitsAsDates = new WeakMap<TextColumn, readonly DateFit[]>();
const fitsByChance = new WeakMap<TextColumn, readonly DateFit[]>();

/**
 * The ways to read the column as dates, best first; empty when it holds none.
 * @param isDate header or mapping says so, which lets plain numbers be Excel's days
 */
export function fitDates(column: TextColumn, isDate: boolean): readonly DateFit[] {
  const known = isDate ? fitsAsDates : fitsByChance;
  const fits = known.get(column) ?? findFits(column, isDate);
  known.set(column, fits);
  return fits;
}

function findFits(column: TextColumn, isDate: boolean): readonly DateFit[] {
  const sample = sampleOf(column, 60);
  if (sample.length === 0 || !sample.some((value) => /\d/.test(value))) return [];
  const formats = isDate ? [...FORMATS, 'YYYYMM', 'excel'] : FORMATS;
  const likely = formats.filter((format) => {
    const read = dayReader(format)!;
    return sample.filter((value) => read(value) !== null).length >= sample.length / 2;
  });
  const nonBlank = nonBlankRows(column);
  const fits = likely
    .map((format) => measure(column, format))
    .filter((fit): fit is DateFit => fit !== null && fit.rows >= FIT * nonBlank);
  return fits.sort((a, b) => b.rows - a.rows || b.longestRun - a.longestRun || span(a) - span(b));
}

const span = (fit: DateFit) => fit.lastDay - fit.firstDay;

export function nonBlankRows(column: TextColumn): number {
  const counts = countsOf(column);
  const blank = blanksOf(column);
  return counts.reduce((sum, count, code) => sum + (blank[code] ? 0 : count), 0);
}

function measure(column: TextColumn, format: string): DateFit | null {
  const { day, hasTime } = readDays(column, format)!;
  const counts = countsOf(column);
  const [low, high] =
    format === 'excel' ? EXCEL_RANGE : NUMBER_LIKE.has(format) ? [EARLIEST, LATEST] : [NO_DAY + 1, 0x7fffffff];
  let rows = 0;
  const seen: number[] = [];
  for (let code = 0; code < day.length; code++) {
    const value = day[code];
    if (value < low || value > high || counts[code] === 0) continue;
    rows += counts[code];
    seen.push(value);
  }
  if (rows === 0) return null;
  const sorted = Int32Array.from(seen).sort();
  let days = 1;
  let run = 1;
  let longestRun = 1;
  for (let i = 1; i < sorted.length; i++) {
    const step = sorted[i] - sorted[i - 1];
    if (step === 0) continue;
    days++;
    run = step === 1 ? run + 1 : 1;
    if (run > longestRun) longestRun = run;
  }
  return { format, rows, firstDay: sorted[0], lastDay: sorted[sorted.length - 1], days, longestRun, hasTime };
}

const swapped = (format: string): string =>
  format.replace(/DD(.)MM|MM(.)DD/, (_, a?: string, b?: string) => (a !== undefined ? `MM${a}DD` : `DD${b}MM`));

/** The two readings of day and month where the values cannot tell them apart, best first; null where they can. */
export function openDateOrder(fits: readonly DateFit[], column: TextColumn): readonly [DateFit, DateFit] | null {
  const [best] = fits;
  const other = best && fits.find((fit) => fit !== best && fit.format === swapped(best.format));
  if (!best || !other || other.rows < best.rows) return null;
  const one = readDays(column, best.format)!.day;
  const two = readDays(column, other.format)!.day;
  return one.some((day, code) => day !== two[code]) ? [best, other] : null;
}

/** Rows whose first and whose second number is above 12: the proof of which is the day. */
export function rowsAbove12(column: TextColumn): readonly [number, number] {
  const counts = countsOf(column);
  let first = 0;
  let second = 0;
  for (const [code, value] of column.values.entries()) {
    const match = /^(\d{1,2})[./-](\d{1,2})[./-]/.exec(value);
    if (!match) continue;
    if (Number(match[1]) > 12) first += counts[code];
    if (Number(match[2]) > 12) second += counts[code];
  }
  return [first, second];
}

/** The format in which a mapped date is read when nobody says otherwise: the best fit, else the one that reads most. */
export function likeliestFormat(column: TextColumn): string {
  const [fit] = fitDates(column, true);
  if (fit) return fit.format;
  const sample = sampleOf(column, 60);
  const read = (format: string) => sample.filter((value) => dayReader(format)!(value) !== null).length;
  return FORMATS.reduce((best, format) => (read(format) > read(best) ? format : best), 'YYYY-MM-DD');
}
