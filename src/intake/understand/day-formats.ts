import { dayFromCivil, type Day } from '../../domain/calendar';
import { CALENDARS } from '../values/calendars';
import { FORMAT_OR } from '../values/day';
import { normaliseWord, wordsOf } from '../words/words';

/** In the order in which equals are preferred. */
export const FORMATS: readonly string[] = [
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
  'DD/MMM/YYYY',
  'DD-MMM-YY',
  'DD MMM YY',
  'MMM DD, YYYY',
  'MMM DD YYYY',
  'MMM-DD-YY',
  'MMM-DD-YYYY',
  'YYYY-MMM-DD',
  'YYYY MMM DD',
  'YYYY. MMM DD',
  'DD MM YYYY',
  'YYYY年MM月DD日',
  'era',
  'YYYY-MM',
  'MM/YYYY',
  'MM.YYYY',
  'YYYY/MM',
  'MMM YYYY',
  'MMM-YYYY',
  'MMM-YY',
  'YYYY年MM月',
  'YYYY-Www',
  'YYYY-Q',
  'YYYY-DDD',
  'FY:1',
];
/** Formats of plain numbers, which a column is read in only where its header or the mapping says that it holds dates. */
const OF_NUMBERS: readonly string[] = [
  'YYYYMM',
  'DDMMYYYY',
  'MMDDYYYY',
  'YYMMDD',
  'excel',
  'epoch',
  'epoch-ms',
  'epoch-us',
  'epoch-ns',
];
export const ALL_FORMATS: readonly string[] = [...FORMATS, ...OF_NUMBERS];

/** Formats that plain numbers could fit by chance are held to the years of living memory, or to a header that says date. */
const NUMBER_LIKE = new Set(['YYYYMMDD', 'MM.YYYY', 'YYYYMM', 'DDMMYYYY', 'MMDDYYYY', 'YYMMDD']);

/** Whether plain digits are read, of which several formats may make days: then the order of the list decides, not how close they lie. */
export const isOfDigits = (format: string): boolean => format === 'YYYYMMDD' || OF_NUMBERS.includes(format);
const LIVING_MEMORY = [dayFromCivil(1900, 1, 1), dayFromCivil(2100, 12, 31)] as const;
const EXCEL_RANGE = [20000 - 25569, 60000 - 25569] as const;
const ANY_DAY = [-0x7fffffff, 0x7fffffff] as const;

/** The days that are believed of a format. */
export const believedDays = (format: string): readonly [Day, Day] =>
  format === 'excel' ? EXCEL_RANGE : NUMBER_LIKE.has(format) ? LIVING_MEMORY : ANY_DAY;

const DATE_WORD =
  /^(?:dates?|datum|day|tag|time|zeit|datetime|timestamp|ts|zeitpunkt|zeitstempel|when|month|monat|period|periode|quarter|quartal|week|woche|am|on|at|since|seit|birthday|geburtstag|fecha|data|datas|giorno|jour|mois|mes|dato|datums|дата|tarih|日付|日期|날짜|التاريخ|تاريخ)$/;

/** Whether a header speaks of a date. */
export function namesDate(header: string): boolean {
  return (
    wordsOf(header).some((word) => DATE_WORD.test(word)) || /(?:date|datum|日|日付|日時)$/.test(normaliseWord(header))
  );
}

const SWAPPED_DIGITS: Readonly<Record<string, string>> = { DDMMYYYY: 'MMDDYYYY', MMDDYYYY: 'DDMMYYYY' };

/** Day and month in the other order, of every part of a format. */
export const swapped = (format: string): string =>
  SWAPPED_DIGITS[format] ??
  format.replace(/DD([^A-Z])MM(?!M)|(?<!M)MM([^A-Z])DD/g, (_, a?: string, b?: string) =>
    a !== undefined ? `MM${a}DD` : `DD${b}MM`,
  );

/** Which comes first, where the numbers alone do not say. */
function orderOf(format: string): 'day' | 'month' | null {
  if (/^DD[^A-Z]MM(?!M)/.test(format)) return 'day';
  return /^MM[^A-Z]DD/.test(format) ? 'month' : null;
}

/** Whether the parts of a column may be written in both formats: never day first and month first. */
export const goTogether = (one: string, other: string): boolean =>
  orderOf(one) === null || orderOf(other) === null || orderOf(one) === orderOf(other);

/** The calendar that a format ends in, or null for the Common Era. */
export const calendarOf = (format: string) => CALENDARS.find((name) => format.endsWith(` ${name}`)) ?? null;
export const withoutCalendar = (format: string): string => (calendarOf(format) ? format.slice(0, -3) : format);

/**
 * A format with the calendars in which its years would be of our time, the likeliest first: no shop sells in 2567, nor did one
 * in 1445.
 * @param years as the format reads them
 */
export function calendarsFor(format: string, years: readonly number[]): string[] {
  if (!format.includes('YYYY') || format.includes(FORMAT_OR) || years.length === 0) return [format];
  const within = (from: number, until: number) =>
    years.filter((year) => year >= from && year <= until).length >= 0.9 * years.length;
  if (within(2440, 2700)) return [`${format} BE`, format];
  if (!within(1300, 1500)) return [format];
  // Until 1410 the moon's years are over before 1990; from 1415 on the sun's are yet to come.
  const other = Math.max(...years) <= 1410 ? ['SH', 'AH'] : ['AH', 'SH'];
  return [...other.map((name) => `${format} ${name}`), format];
}
