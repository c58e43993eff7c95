import type { Formatter } from '../../domain/format';
import { civilFromDay } from '../../domain/calendar';
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

/** The same, beside the other readings of a question. */
export const readingName = ({ code }: DateQuestion, format: string): string =>
  code === 'calendar' && CALENDARS[format.slice(-2)] === undefined ? 'Years of the common calendar' : orderName(format);

/** What a reading would make of the dates: `11 days in a row, 1 Dec – 11 Dec 2022`. */
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

/** The reading that gives the longer unbroken run of days, where one clearly does. */
export function likelier(readings: readonly DateReading[]): DateReading | null {
  const sorted = [...readings].sort((a, b) => b.longestRun - a.longestRun);
  return sorted.length > 1 && sorted[0].longestRun >= 2 * Math.max(1, sorted[1].longestRun) ? sorted[0] : null;
}
