/** A day is the count of days since 1970-01-01; a month is year * 12 + month - 1. No time zone is involved. */

export function dayOf(year: number, month: number, dayOfMonth: number): number {
  return Date.UTC(year, month - 1, dayOfMonth) / 86_400_000;
}

export function partsOf(day: number): { year: number; month: number; dayOfMonth: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

export function monthOf(day: number): number {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

export function firstDayOf(month: number): number {
  return dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
}

export function lastDayOf(month: number): number {
  return firstDayOf(month + 1) - 1;
}

/** The calendar month of a month number, 0 = January. */
export function seasonOf(month: number): number {
  return month % 12;
}

/** The same day of the month so many months on; a day that the month lacks becomes its last. */
export function addMonths(day: number, months: number): number {
  const target = monthOf(day) + months;
  return Math.min(firstDayOf(target) + partsOf(day).dayOfMonth - 1, lastDayOf(target));
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

export function isoDate(day: number): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${year}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

export function isoMonth(month: number): string {
  return isoDate(firstDayOf(month)).slice(0, 7);
}

export function germanDate(day: number): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${padded(dayOfMonth, 2)}.${padded(month, 2)}.${year}`;
}

export function britishDate(day: number): string {
  const { year, month, dayOfMonth } = partsOf(day);
  return `${padded(dayOfMonth, 2)}/${padded(month, 2)}/${year}`;
}

/** Minutes since midnight as HH:MM. */
export function clockTime(minute: number): string {
  return `${padded(Math.floor(minute / 60), 2)}:${padded(minute % 60, 2)}`;
}
