import { dayFromCivil, dayFromParts, type Day } from '../../domain/calendar';
import { AS_WRITTEN, type TimeZone } from '../../domain/time-zone';
import { CALENDARS, dayInCalendar, type OtherCalendar } from './calendars';
import { plainDayText } from './day-text';
import { plainDigits } from './digits';
import { readEra } from './eras';
import { monthFromName } from './month-names';
import { readDayOfYear, readFiscal, readQuarter, readWeek } from './periods';
import { readTime } from './time-of-day';
import { inZone, SECONDS_PER_DAY, type Stamp } from './zones';

/** `second` of the day, -1 for a bare date. */
export interface DayTime {
  readonly day: Day;
  readonly second: number;
}
export type DayReader = (text: string) => DayTime | null;
type StampReader = (text: string) => Stamp | null;

type PartName = 'YYYY' | 'YY' | 'MMM' | 'MM' | 'DD';
/** `fixed` digits, or one to two where that is 0. */
type Token = { readonly part: PartName; readonly fixed: number } | { readonly literal: string };

/** Days from 1899-12-30, Excel's day 0 as it works out after its false 29 February 1900, to 1970-01-01. */
const EXCEL_EPOCH = 25569;

function withTime(day: Day, rest: string): Stamp | null {
  if (rest === '') return { day, second: -1 };
  const time = readTime(rest);
  return time && { day, ...time };
}

function tokensOf(format: string): Token[] | null {
  const bare = format.replace(/[T ,]+h{1,2}[:.].*$/i, '');
  const pieces = bare.match(/YYYY|YY|MMMM?|MM?|DD?|[^A-Za-z]|[A-Za-z]/g) ?? [];
  const isPart = (piece: string | undefined) => piece !== undefined && /^[YMD]+$/.test(piece);
  const tokens: Token[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (!isPart(piece)) {
      if (/[A-Za-z]/.test(piece)) return null;
      tokens.push({ literal: piece });
      continue;
    }
    const part = (piece.startsWith('MMM') ? 'MMM' : piece === 'M' ? 'MM' : piece === 'D' ? 'DD' : piece) as PartName;
    const crowded = isPart(pieces[i - 1]) || isPart(pieces[i + 1]);
    tokens.push({ part, fixed: part === 'YYYY' ? 4 : part === 'YY' || crowded ? 2 : 0 });
  }
  const parts = tokens.flatMap((token) => ('part' in token ? [token.part] : []));
  const years = parts.filter((part) => part.startsWith('Y')).length;
  const months = parts.filter((part) => part.startsWith('M')).length;
  return years === 1 && months === 1 && parts.filter((part) => part === 'DD').length <= 1 ? tokens : null;
}

/** Reads digits at `at`: exactly `fixed`, or one or two where that is 0. Returns -1 and no advance where there are none. */
function digitsAt(text: string, at: number, fixed: number): { value: number; end: number } {
  let value = 0;
  let end = at;
  const most = fixed || 2;
  while (end < text.length && end - at < most) {
    const digit = text.charCodeAt(end) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
    end++;
  }
  return end === at || (fixed > 0 && end - at !== fixed) ? { value: -1, end: at } : { value, end };
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:\.\p{L}[\p{L}\p{M}]*)*\.?/uy;
function monthAt(text: string, at: number): { value: number; end: number } {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? '';
  return { value: monthFromName(word) ?? -1, end: at + word.length };
}

function walk(tokens: readonly Token[], text: string, calendar: OtherCalendar | null): Stamp | null {
  let at = 0;
  let year = -1;
  let month = -1;
  let dayOfMonth = 1;
  for (const token of tokens) {
    if ('literal' in token) {
      if (text[at] !== token.literal) return null;
      at++;
      continue;
    }
    const { value, end } = token.part === 'MMM' ? monthAt(text, at) : digitsAt(text, at, token.fixed);
    if (value < 0) return null;
    at = end;
    if (token.part === 'YYYY') year = value;
    else if (token.part === 'YY') year = value <= 69 ? 2000 + value : 1900 + value;
    else if (token.part === 'DD') dayOfMonth = value;
    else month = value;
  }
  const day = calendar ? dayInCalendar(calendar, year, month, dayOfMonth) : dayFromParts(year, month, dayOfMonth);
  return day === null ? null : withTime(day, at === text.length ? '' : text.slice(at));
}

/** Excel's count of days; its first 60 are off by one and are no dates of any customer. */
function readExcel(written: string): Stamp | null {
  const text = plainDigits(written);
  if (!/^\d{2,7}(?:[.,]\d+)?$/.test(text)) return null;
  const serial = Number(text.replace(',', '.'));
  if (serial < 61 || serial >= 2958466) return null;
  const whole = Math.floor(serial);
  if (serial === whole) return { day: whole - EXCEL_EPOCH, second: -1 };
  // Up to half a thousandth of a second is an error of the number's own; what is left of the day stays in it.
  const second = Math.round(Math.round((serial - whole) * SECONDS_PER_DAY * 1000) / 1000);
  if ((serial - whole) * SECONDS_PER_DAY > SECONDS_PER_DAY - 0.0005) return { day: whole + 1 - EXCEL_EPOCH, second: 0 };
  return { day: whole - EXCEL_EPOCH, second: Math.min(second, SECONDS_PER_DAY - 1) };
}

/** Seconds, or thousandths and less, since 1970-01-01 00:00 UTC. */
const EPOCH_UNITS = { epoch: 1, 'epoch-ms': 1e3, 'epoch-us': 1e6, 'epoch-ns': 1e9 } as const;
const FIRST_EPOCH = dayFromCivil(1990, 1, 1);
const LAST_EPOCH = dayFromCivil(2100, 12, 31);

function readEpoch(text: string, unit: number): Stamp | null {
  if (!/^\d{9,19}(?:[.,]\d+)?$/.test(text)) return null;
  const instant = Math.floor(Number(text.replace(',', '.')) / unit);
  const day = Math.floor(instant / SECONDS_PER_DAY);
  if (day < FIRST_EPOCH || day > LAST_EPOCH) return null;
  return { day, second: instant - day * SECONDS_PER_DAY, offset: 0 };
}

/** `3 de marzo de 2020`, `3 of March 2020` */
const OF = / (?:de|del|of) /gi;
/** `10th January`, `1er janvier`, `2:a maj` */
const ORDINAL = /(\d)(?:st|nd|rd|th|er|re|º|ª|°|:a|:e)(?=[ ,]|$)/giu;
const inWords = (text: string): string => text.replace(ORDINAL, '$1').replace(OF, ' ');

const NAMED: Readonly<Record<string, StampReader>> = {
  excel: readExcel,
  era: readEra,
  'YYYY-Q': readQuarter,
  'YYYY-Www': readWeek,
  'YYYY-DDD': readDayOfYear,
  ...Object.fromEntries(
    Object.entries(EPOCH_UNITS).map(([name, unit]) => [name, (text: string) => readEpoch(plainDigits(text), unit)]),
  ),
};

/** Between the formats of a column that is written in several. */
export const FORMAT_OR = ' | ';

function stampReader(format: string): StampReader | null {
  if (format.includes(FORMAT_OR)) return firstOf(format.split(FORMAT_OR).map(stampReader));
  if (Object.hasOwn(NAMED, format)) return NAMED[format];
  const fiscal = /^FY:(\d{1,2})$/.exec(format);
  if (fiscal) {
    const first = Number(fiscal[1]);
    return first >= 1 && first <= 12 ? (text) => readFiscal(text, first) : null;
  }
  const calendar = CALENDARS.find((name) => format.endsWith(` ${name}`)) ?? null;
  const tokens = format.length <= 40 ? tokensOf(calendar ? format.slice(0, -3) : format) : null;
  if (!tokens) return null;
  const isInWords = tokens.some((token) => 'part' in token && token.part === 'MMM');
  const isDense = !tokens.some((token) => 'literal' in token);
  return (text) => {
    const plain = plainDayText(text);
    if (isDense) return walk(tokens, plain.replace(/^(\d{8})(\d{4}|\d{6})$/, '$1T$2'), calendar);
    return walk(tokens, isInWords ? inWords(plain) : plain, calendar);
  };
}

function firstOf(readers: readonly (StampReader | null)[]): StampReader | null {
  if (readers.includes(null)) return null;
  return (text) => {
    for (const read of readers) {
      const found = read!(text);
      if (found) return found;
    }
    return null;
  };
}

const readers = new Map<string, StampReader | null>();

/**
 * The reader of a format, or null when the format is none. D and M take one or two digits; a time may always follow. Formats
 * are patterns such as `DD.MM.YYYY`, with ` BE`, ` AH` or ` SH` behind them where years are counted otherwise; `excel`, `epoch`,
 * `epoch-ms`, `era`, `YYYY-Q`, `YYYY-Www`, `FY:4` (fiscal years that begin in April); or several with ` | ` between them.
 * @param zone where stamps that name an instant are moved to; the others, and by default all, keep the day that is written
 */
export function dayReader(format: string, zone: TimeZone = AS_WRITTEN): DayReader | null {
  const read = stampReaderOf(format);
  return read && ((text) => inZoneOrNull(read(text), zone));
}

/** The reader of a format that keeps the offset which a stamp is written with, or null when the format is none. */
export function stampReaderOf(format: string): StampReader | null {
  const known = readers.get(format);
  if (known !== undefined) return known;
  const read = format.length <= 100 ? stampReader(format) : null;
  if (readers.size < 500) readers.set(format, read);
  return read;
}

const inZoneOrNull = (stamp: Stamp | null, zone: TimeZone): DayTime | null => stamp && inZone(stamp, zone);

export const readDay = (text: string, format: string, zone?: TimeZone): DayTime | null =>
  dayReader(format, zone)?.(text) ?? null;
