import { NO_DAY, civilFromDay, dayFromCivil, type Day } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import { meantDays } from '../values/days-not-meant';
import { READ, blanksOf, countsOf, readDays } from '../values/read-columns';
import { dayReader, FORMAT_OR } from '../values/day';
import { sampleOf } from '../values/sample';
import {
  ALL_FORMATS,
  FORMATS,
  believedDays,
  calendarOf,
  calendarsFor,
  goTogether,
  isOfDigits,
  swapped,
  withoutCalendar,
} from './day-formats';

export { namesDate } from './day-formats';

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
  if (sample.length === 0 || !sample.some((value) => /\p{Nd}|[一二三四五六七八九十]/u.test(value))) return [];
  const formats = isDate ? ALL_FORMATS : FORMATS;
  const likely = formats.flatMap((format) => {
    const read = dayReader(format)!;
    const days = sample.flatMap((value) => read(value)?.day ?? []);
    if (days.length < sample.length / 2) return [];
    if (format === 'FY:1') return Array.from({ length: 12 }, (_, month) => `FY:${month + 1}`);
    return calendarsFor(
      format,
      days.map((day) => civilFromDay(day).year),
    );
  });
  const fits = measured(column, likely);
  return fits.length > 0 ? fits : measured(column, combinedFormats(sample, formats));
}

function measured(column: TextColumn, formats: readonly string[]): readonly DateFit[] {
  const fits = formats.flatMap((format) => measure(column, format) ?? []);
  return fits.sort(
    (a, b) =>
      Number(isOtherTime(a)) - Number(isOtherTime(b)) ||
      b.rows - a.rows ||
      (isSameButCalendar(a, b) || (isOfDigits(a.format) && isOfDigits(b.format))
        ? formats.indexOf(a.format) - formats.indexOf(b.format)
        : 0) ||
      b.longestRun - a.longestRun ||
      span(a) - span(b),
  );
}

const EARLIEST = dayFromCivil(1600, 1, 1);
const LATEST = dayFromCivil(2300, 1, 1);
/** No file is of such years: they are counted otherwise. */
const isOtherTime = (fit: DateFit): boolean => fit.lastDay < EARLIEST || fit.firstDay > LATEST;

const isSameButCalendar = (a: DateFit, b: DateFit): boolean =>
  withoutCalendar(a.format) === withoutCalendar(b.format) || (a.format.startsWith('FY') && b.format.startsWith('FY'));

const span = (fit: DateFit) => fit.lastDay - fit.firstDay;

const MOST_COMBINED = 3;

/** No date is told by less, in any script. */
const TWO_DIGITS = /[\p{Nd}〇一二三四五六七八九十元].*[\p{Nd}〇一二三四五六七八九十元]/u;

/**
 * A column that is written in several ways, as where a spreadsheet has turned some of its texts into dates: the formats that
 * together read it. Never day first beside month first.
 */
function combinedFormats(sample: readonly string[], formats: readonly string[]): string[] {
  if (sample.filter((value) => TWO_DIGITS.test(value)).length < FIT * sample.length) return [];
  const chosen: string[] = [];
  let rest = sample;
  while (rest.length > (1 - FIT) * sample.length && chosen.length < MOST_COMBINED) {
    const unread = (format: string) => rest.filter((value) => dayReader(format)!(value) === null);
    const free = formats.filter((format) => chosen.every((one) => goTogether(one, format)));
    const left = free.map((format) => unread(format).length);
    const fewest = Math.min(...left);
    if (rest.length - fewest < Math.max(2, 0.02 * sample.length)) return [];
    const best = free[left.indexOf(fewest)];
    chosen.push(best);
    rest = unread(best);
  }
  if (chosen.length < 2 || rest.length > (1 - FIT) * sample.length) return [];
  const format = chosen.join(FORMAT_OR);
  return [...new Set([format, swapped(format)])];
}

export function nonBlankRows(column: TextColumn): number {
  const counts = countsOf(column);
  const blank = blanksOf(column);
  let rows = 0;
  for (let code = 0; code < counts.length; code++) if (blank[code] === 0) rows += counts[code];
  return rows;
}

/** Null where the format reads too few of the rows that hold a day. */
function measure(column: TextColumn, format: string): DateFit | null {
  const meant = meantDays(column, readDays(column, format)!);
  const { state, hasTime } = meant.readings;
  const { day } = meant.readings;
  const counts = countsOf(column);
  const blank = blanksOf(column);
  const [low, high] = believedDays(format);
  let rows = meant.far.rows;
  let filled = -meant.none.rows;
  const seen = new Int32Array(day.length);
  let used = 0;
  for (let code = 0; code < day.length; code++) {
    if (counts[code] === 0) continue;
    if (!blank[code]) filled += counts[code];
    if (state[code] !== READ || day[code] === NO_DAY || day[code] < low || day[code] > high) continue;
    rows += counts[code];
    seen[used++] = day[code];
  }
  if (used === 0 || rows < FIT * filled) return null;
  return { format, rows, hasTime, ...runsOf(seen.subarray(0, used).sort()) };
}

/** @param sorted days in order, at least one */
function runsOf(sorted: Int32Array) {
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
  return { firstDay: sorted[0], lastDay: sorted[sorted.length - 1], days, longestRun };
}

/** The two readings of day and month where the values cannot tell them apart, best first; null where they can. */
export function openDateOrder(fits: readonly DateFit[], column: TextColumn): readonly [DateFit, DateFit] | null {
  const [best] = fits;
  const other = best && fits.find((fit) => fit !== best && fit.format === swapped(best.format));
  if (!best || !other || other.rows < best.rows) return null;
  const one = readDays(column, best.format)!.day;
  const two = readDays(column, other.format)!.day;
  return one.some((day, code) => day !== two[code]) ? [best, other] : null;
}

/** The readings in other calendars, or by other beginnings of the fiscal year, of a column whose values leave that open. */
export function openCalendar(fits: readonly DateFit[]): readonly DateFit[] | null {
  const [best] = fits;
  if (!best) return null;
  const isFiscal = best.format.startsWith('FY:');
  if (!isFiscal && calendarOf(best.format) === null) return null;
  const readings = fits.filter((fit) => isSameButCalendar(fit, best));
  return readings.length > 1 ? readings : null;
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
  return ALL_FORMATS.reduce((best, format) => (read(format) > read(best) ? format : best), 'YYYY-MM-DD');
}
