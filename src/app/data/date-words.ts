import type { Formatter } from '../../domain/format';
import { civilFromDay, dayFromParts } from '../../domain/calendar';
import type { DateQuestion, DateReading } from '../../domain/import';

const CALENDARS: Readonly<Record<string, string>> = {
  BE: 'Buddhist years',
  AH: 'Islamic years (moon)',
  SH: 'Persian years (sun)',
};
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');

/** `Day first`, `Month first`; `Buddhist years`; `Fiscal year from April`. */
export function orderName(format: string): string {
  const fiscal = /^FY:(\d+)$/.exec(format);
  if (fiscal) return `Fiscal year from ${MONTHS[Number(fiscal[1]) - 1]}`;
  const calendar = CALENDARS[format.slice(-2)];
  if (calendar !== undefined) return calendar;
  return /^D/.test(format) ? 'Day first' : /^M/.test(format) ? 'Month first' : format;
}

/** The same as an answer to a question. */
export const readingName = ({ code }: DateQuestion, format: string): string =>
  code === 'calendar' && CALENDARS[format.slice(-2)] === undefined ? 'Years of the common calendar' : orderName(format);

/** The days that a reading gives: `11 days in a row, 1 Dec – 11 Dec 2022`. */
export function readingWords(
  { days, longestRun, firstDay, lastDay, histogram }: DateReading,
  format: Formatter,
): string {
  const span = `${format.day(firstDay)} – ${format.day(lastDay)}`;
  const ofMonth = new Set(histogram.map(({ day }) => civilFromDay(day).dayOfMonth));
  if (days > 1 && ofMonth.size === 1) return `only day ${[...ofMonth][0]} of a month, ${span}`;
  if (days > 1 && longestRun === days) return `${format.plural(days, 'day')} in a row, ${span}`;
  if (days > 2 && ofMonth.size <= 12 && [...ofMonth].every((day) => day <= 12))
    return `only days 1 to ${Math.max(...ofMonth)} of a month, ${span}`;
  return `${format.plural(days, 'day')}, up to ${format.int(longestRun)} in a row, ${span}`;
}

/** The reading whose longest run of adjacent days is clearly longer; null where there is none. */
export function likelier(readings: readonly DateReading[]): DateReading | null {
  const sorted = [...readings].sort((a, b) => b.longestRun - a.longestRun);
  return sorted.length > 1 && sorted[0].longestRun >= 2 * Math.max(1, sorted[1].longestRun) ? sorted[0] : null;
}

/** A date under one reading, in words: `01/12/22` is `1 Dec 2022` day first. The format itself where the text has other parts. */
export function dayReaderWords(example: string, format: string, write: Formatter): string {
  const numbers = example.match(/\d+/g)?.slice(0, 3).map(Number);
  const letters = format.match(/[DMY]+/g)?.map((part) => part[0]);
  if (!numbers || !letters || numbers.length < 3 || letters.length < 3) return format;
  const part = (letter: string) => numbers[letters.indexOf(letter)];
  const year = part('Y') < 100 ? part('Y') + (part('Y') < 70 ? 2000 : 1900) : part('Y');
  const day = dayFromParts(year, part('M'), part('D'));
  return day === null ? format : write.day(day);
}
