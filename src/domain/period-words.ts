import type { Formatter } from './format';
import { firstDayOfMonth, lastDayOfMonth, monthOfDay, type Day } from './calendar';

export interface Days {
  readonly from: Day;
  readonly until: Day;
}

const ofWholeMonths = ({ from, until }: Days) =>
  from === firstDayOfMonth(monthOfDay(from)) && until === lastDayOfMonth(monthOfDay(until));

/** The period of the same length that ends the day before: by whole months where it has them, else by days. */
export function periodBefore({ from, until }: Days): Days {
  if (!ofWholeMonths({ from, until })) return { from: from - (until - from + 1), until: from - 1 };
  const first = monthOfDay(from);
  return { from: firstDayOfMonth(first - (monthOfDay(until) - first + 1)), until: from - 1 };
}

/** `2022`, `Q3 2022`, `Jul–Dec 2022`, `Mar 2022`, `Jul 2021 – Jun 2022`, or two days. */
export function periodWords({ from, until }: Days, format: Formatter): string {
  if (!ofWholeMonths({ from, until })) return `${format.day(from)} – ${format.day(until)}`;
  const first = monthOfDay(from);
  const last = monthOfDay(until);
  const length = last - first + 1;
  const year = Math.floor(first / 12);
  if (length === 12 && first % 12 === 0) return String(year);
  if (length === 3 && first % 3 === 0) return format.unit(Math.floor(first / 3), 'quarter');
  if (length === 1) return format.month(first);
  if (Math.floor(last / 12) === year) return `${format.monthName(first)}–${format.month(last)}`;
  return `${format.month(first)} – ${format.month(last)}`;
}

/** A period that the calendar has a short name for. */
const isNamed = ({ from, until }: Days): boolean => {
  if (!ofWholeMonths({ from, until })) return false;
  const first = monthOfDay(from);
  const length = monthOfDay(until) - first + 1;
  return length === 1 || (first % length === 0 && [3, 6, 12].includes(length));
};

/** Within a sentence, after "in": `2022`, `the year to Jun 2025`, `the 10 days to 9 Dec 2011`. */
export function inWords(days: Days, format: Formatter): string {
  if (isNamed(days)) return periodWords(days, format);
  if (!ofWholeMonths(days))
    return `the ${format.plural(days.until - days.from + 1, 'day')} to ${format.day(days.until)}`;
  const length = monthOfDay(days.until) - monthOfDay(days.from) + 1;
  return `the ${length === 12 ? 'year' : `${length} months`} to ${format.month(monthOfDay(days.until))}`;
}

/** Beside a mark: `2022`, `to Jun 2025`. */
export function shortWords(days: Days, format: Formatter): string {
  if (isNamed(days)) return periodWords(days, format);
  return `to ${ofWholeMonths(days) ? format.month(monthOfDay(days.until)) : format.day(days.until)}`;
}

/** The period before, within a sentence about this one: `2021`, `the year before`. */
export const beforeWords = (days: Days, format: Formatter): string =>
  isNamed(days) ? periodWords(periodBefore(days), format) : `the ${lengthWords(days)} before`;

/** The name of the period before in a sentence: `last year`, `the month before`. */
export function lengthWords({ from, until }: Days): string {
  if (!ofWholeMonths({ from, until })) return 'period';
  return { 12: 'year', 6: 'half-year', 3: 'quarter', 1: 'month' }[monthOfDay(until) - monthOfDay(from) + 1] ?? 'period';
}
