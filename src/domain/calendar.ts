/** Days since 1970-01-01. A day is not a point in time, so no time zone applies to it. */
export type Day = number;
/** year * 12 + month - 1, so that adjacent months differ by one. */
export type MonthIndex = number;
/** Weeks since the ISO week of 1970-01-01 (Monday 1969-12-29 begins week 0). */
export type WeekIndex = number;
/** year * 4 + quarter - 1. */
export type QuarterIndex = number;

/** Stands for an empty day in Int32 columns. */
export const NO_DAY = -0x80000000;

export type CalendarUnit = 'month' | 'week' | 'quarter' | 'year';

/**
 * The day of a proleptic Gregorian date. Does not check that the date exists: see `dayFromParts`.
 * Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayFromCivil(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

/** The inverse of `dayFromCivil` (same source, civil_from_days). */
export function civilFromDay(day: Day): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The day, or null when no such date exists (30 February). Years 1 to 9999. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || dayOfMonth < 1) return null;
  if (dayOfMonth > daysInMonth(year * 12 + month - 1)) return null;
  return dayFromCivil(year, month, dayOfMonth);
}

export function monthOfDay(day: Day): MonthIndex {
  const { year, month } = civilFromDay(day);
  return year * 12 + month - 1;
}
export const weekOfDay = (day: Day): WeekIndex => Math.floor((day + 3) / 7);
export const quarterOfMonth = (month: MonthIndex): QuarterIndex => Math.floor(month / 3);
export const yearOfMonth = (month: MonthIndex): number => Math.floor(month / 12);

export const firstDayOfMonth = (month: MonthIndex): Day => dayFromCivil(Math.floor(month / 12), (month % 12) + 1, 1);
export const lastDayOfMonth = (month: MonthIndex): Day => firstDayOfMonth(month + 1) - 1;
const daysInMonth = (month: MonthIndex): number => firstDayOfMonth(month + 1) - firstDayOfMonth(month);

/** The index of the calendar unit in which a day falls. */
export function unitOfDay(unit: CalendarUnit, day: Day): number {
  if (unit === 'week') return weekOfDay(day);
  const month = monthOfDay(day);
  return unit === 'month' ? month : unit === 'quarter' ? quarterOfMonth(month) : yearOfMonth(month);
}

export function firstDayOfUnit(unit: CalendarUnit, index: number): Day {
  if (unit === 'week') return index * 7 - 3;
  return firstDayOfMonth(unit === 'month' ? index : unit === 'quarter' ? index * 3 : index * 12);
}
export const lastDayOfUnit = (unit: CalendarUnit, index: number): Day => firstDayOfUnit(unit, index + 1) - 1;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** `YYYY-MM-DD` */
export function formatDay(day: Day): string {
  const { year, month, dayOfMonth } = civilFromDay(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}
/** `YYYY-MM` */
export const formatMonth = (month: MonthIndex): string =>
  `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;

/** `YYYY-MM`, `YYYY-Www`, `YYYY-Qn` or `YYYY`. An ISO week belongs to the year of its Thursday. */
export function formatUnit(unit: CalendarUnit, index: number): string {
  if (unit === 'month') return formatMonth(index);
  if (unit === 'quarter') return `${pad(Math.floor(index / 4), 4)}-Q${(index % 4) + 1}`;
  if (unit === 'year') return pad(index, 4);
  const { year } = civilFromDay(index * 7);
  return `${pad(year, 4)}-W${pad(index - weekOfDay(dayFromCivil(year, 1, 4)) + 1, 2)}`;
}

/** Reads `YYYY-MM-DD`; null for anything else. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}
