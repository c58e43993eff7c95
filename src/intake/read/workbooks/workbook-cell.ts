/** What hucre gives for a cell. */
type WorkbookValue = string | number | boolean | Date | null | undefined;

/** 1900-01-01; a workbook's time of day without a date lies before it. */
const FIRST_DAY = Date.UTC(1900, 0, 1);

/** Strict workbooks store dates as ISO text already. */
const ISO_CELL = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.0+)?$/;

/** A cell as text: ISO dates, plain decimals, TRUE and FALSE; Excel's errors stay as they are shown (#N/A). */
export function workbookText(value: WorkbookValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.replace(ISO_CELL, '$1 $2');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return decimalText(value);
  return dateText(value);
}

const SECONDS_PER_DAY = 86_400;
/** Days from 1899-12-30, day 0 of workbooks whose false 29 February 1900 is taken out, to the first day of the others. */
const DAYS_TO_1904 = 1462;
const DAY_ZERO = Date.UTC(1899, 11, 30) / 1000;
/** The false 29 February 1900. */
const FALSE_DAY = 60;

/** A workbook's count of days as a date: a time of day below 1; counted from 1900 or from 1904. */
export function serialText(serial: number, after1904: boolean): string {
  if (serial < 0) return decimalText(serial);
  if (serial < 1) return durationText(serial);
  const days = after1904 ? serial + DAYS_TO_1904 : serial < FALSE_DAY ? serial + 1 : serial;
  return dateText(new Date(DAY_ZERO * 1000 + Math.round(days * SECONDS_PER_DAY * 1000)));
}

/** Hours, which may be more than a day's, minutes and seconds: 255:10:10. */
export function durationText(days: number): string {
  const seconds = Math.round(Math.abs(days) * SECONDS_PER_DAY);
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days < 0 ? `-${text}` : text;
}

/** The nearest second of the same day: 23:59:59.999 is no part of the next one. */
function secondOf(milliseconds: number): number {
  const nearest = Math.round(milliseconds / 1000);
  const isNextDay = nearest % SECONDS_PER_DAY === 0 && nearest * 1000 > milliseconds;
  return isNextDay ? nearest - 1 : nearest;
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Days are fractions of 1: what was typed as 10:30:00 is stored a fraction of a millisecond beside it.
  const seconds = secondOf(date.getTime());
  const iso = new Date(seconds * 1000).toISOString();
  const time = iso.slice(-13, -5);
  if (seconds * 1000 < FIRST_DAY) return time;
  return time === '00:00:00' ? iso.slice(0, -14) : `${iso.slice(0, -14)} ${time}`;
}

/** Fifteen significant digits, as Excel itself shows: 0.1 + 0.2 is 0.3. Never an exponent. */
function decimalText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  return text.includes('e') ? expand(text) : text;
}

function expand(text: string): string {
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([-+]\d+)$/.exec(text) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0').slice(0, point) + (digits.length > point ? `.${digits.slice(point)}` : '');
}
