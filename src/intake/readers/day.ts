import { dayFromParts, type Day } from '../../domain/calendar';
import { monthFromName } from './month-names';

/** `second` of the day, -1 for a bare date. */
export interface DayTime {
  readonly day: Day;
  readonly second: number;
}
export type DayReader = (text: string) => DayTime | null;

type PartName = 'YYYY' | 'YY' | 'MMM' | 'MM' | 'DD';
/** `fixed` digits, or one to two where that is 0. */
type Token = { readonly part: PartName; readonly fixed: number } | { readonly literal: string };

/** Days from 1899-12-30, Excel's day 0 as it works out after its false 29 February 1900, to 1970-01-01. */
const EXCEL_EPOCH = 25569;
const SECONDS_PER_DAY = 86400;

const TIME =
  /^(?:T|,? +)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)?(?: Uhr)?(?: ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/i;

/** Seconds of the day and the offset from UTC in seconds (null without one). */
function readTime(text: string): { second: number; offset: number | null } | null {
  const match = TIME.exec(text);
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = Math.min(Number(match[3] ?? 0), 60);
  const half = match[4]?.toLowerCase();
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || Number(match[3] ?? 0) > 60) return null;
  return {
    second: hour * 3600 + minute * 60 + Math.min(second, 59),
    offset: match[5] === undefined ? null : readOffset(match[5]),
  };
}

function readOffset(text: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3] ?? 0) * 60);
}

function withTime(day: Day, rest: string): DayTime | null {
  if (rest === '') return { day, second: -1 };
  const time = readTime(rest);
  if (!time) return null;
  if (time.offset === null) return { day, second: time.second };
  const instant = day * SECONDS_PER_DAY + time.second - time.offset;
  const utcDay = Math.floor(instant / SECONDS_PER_DAY);
  return { day: utcDay, second: instant - utcDay * SECONDS_PER_DAY };
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

const WORD = /[\p{L}]+\.?/uy;
function monthAt(text: string, at: number): { value: number; end: number } {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0] ?? '';
  return { value: monthFromName(word) ?? -1, end: at + word.length };
}

function walk(tokens: readonly Token[], text: string): DayTime | null {
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
  const day = dayFromParts(year, month, dayOfMonth);
  return day === null ? null : withTime(day, at === text.length ? '' : text.slice(at));
}

/** Excel's count of days; its first 60 are off by one and are no dates of any customer. */
function readExcel(text: string): DayTime | null {
  if (!/^\d{2,7}(?:[.,]\d+)?$/.test(text)) return null;
  const serial = Number(text.replace(',', '.'));
  if (serial < 61 || serial >= 2958466) return null;
  const whole = Math.floor(serial);
  if (serial === whole) return { day: whole - EXCEL_EPOCH, second: -1 };
  const second = Math.round((serial - whole) * SECONDS_PER_DAY);
  return second === SECONDS_PER_DAY
    ? { day: whole + 1 - EXCEL_EPOCH, second: 0 }
    : { day: whole - EXCEL_EPOCH, second };
}

/** `3 de marzo de 2020`, `3 of March 2020` */
const OF = / (?:de|del|of) /gi;

const readers = new Map<string, DayReader | null>();

/**
 * The reader of a format such as `DD.MM.YYYY`, or null when the format is none. D and M take one or two digits. A time may
 * always follow; with an offset the instant is moved to UTC before it is cut to its day, without one nothing is moved.
 */
export function dayReader(format: string): DayReader | null {
  const known = readers.get(format);
  if (known !== undefined) return known;
  const tokens = format.length <= 40 ? tokensOf(format) : null;
  const isInWords = tokens?.some((token) => 'part' in token && token.part === 'MMM') ?? false;
  const readTokens = (text: string) => walk(tokens!, isInWords ? text.replace(OF, ' ') : text);
  const reader = format === 'excel' ? readExcel : tokens ? readTokens : null;
  if (readers.size < 500) readers.set(format, reader);
  return reader;
}

export const readDay = (text: string, format: string): DayTime | null => dayReader(format)?.(text) ?? null;
