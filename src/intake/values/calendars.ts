import { dayFromCivil, dayFromParts, type Day } from '../../domain/calendar';

/** Calendars other than that of the Common Era, as a format ends: Buddhist, Islamic (moon) and Persian (sun) years. */
export const CALENDARS = ['BE', 'AH', 'SH'] as const;
export type OtherCalendar = (typeof CALENDARS)[number];

const INTL = { AH: 'islamic-umalqura', SH: 'persian' } as const;
/** First day of year 1 and mean length of a year and a month: near enough to look up the right day. */
const FIRST = { AH: dayFromCivil(622, 7, 19), SH: dayFromCivil(622, 3, 22) };
const YEAR = { AH: 354.36707, SH: 365.24219 };
const MONTH = { AH: 29.530589, SH: 30.436849 };

const formats = new Map<string, Intl.DateTimeFormat>();
const firstDays = new Map<string, Day | null>();

/** The day of a date in another calendar, or null where it has none. */
export function dayInCalendar(calendar: OtherCalendar, year: number, month: number, dayOfMonth: number): Day | null {
  if (calendar === 'BE') return dayFromParts(year - 543, month, dayOfMonth);
  if (year < 1200 || year > 1600 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return null;
  const first = firstDayOfMonth(calendar, year, month);
  const next = month === 12 ? firstDayOfMonth(calendar, year + 1, 1) : firstDayOfMonth(calendar, year, month + 1);
  return first === null || next === null || first + dayOfMonth > next ? null : first + dayOfMonth - 1;
}

function firstDayOfMonth(calendar: 'AH' | 'SH', year: number, month: number): Day | null {
  const key = `${calendar} ${year} ${month}`;
  let first = firstDays.get(key);
  if (first === undefined) firstDays.set(key, (first = findFirstDay(calendar, year, month)));
  return first;
}

/** Begins where the month should be, and asks the platform's calendar how far that is off. */
function findFirstDay(calendar: 'AH' | 'SH', year: number, month: number): Day | null {
  let day = Math.round(FIRST[calendar] + (year - 1) * YEAR[calendar] + (month - 1) * MONTH[calendar]);
  for (let step = 0; step < 8; step++) {
    const found = partsOf(calendar, day);
    const months = (found.year - year) * 12 + found.month - month;
    if (months === 0) return day - found.day + 1;
    day -= months > 0 ? found.day : Math.min(-20, Math.round(months * 29));
  }
  return null;
}

function partsOf(calendar: 'AH' | 'SH', day: Day): { year: number; month: number; day: number } {
  let format = formats.get(calendar);
  if (!format) {
    const locale = `en-US-u-ca-${INTL[calendar]}-nu-latn`;
    const options = { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    formats.set(calendar, (format = new Intl.DateTimeFormat(locale, options)));
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(day * 86_400_000)) parts[type] = Number(value);
  return { year: parts['year'], month: parts['month'], day: parts['day'] };
}
