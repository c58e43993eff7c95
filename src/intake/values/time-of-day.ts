import { offsetOf } from './zones';

export interface TimeOfDay {
  readonly second: number;
  /** Seconds from UTC; undefined where none is written, or none that is known. */
  readonly offset?: number;
}

/** The common case: nothing but digits, a fraction and at most a Z or a plain offset. */
const PLAIN = /^(?:T|,? +)(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,:]\d{1,9})?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?$/;

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:[.,:]\d{1,12})?)?(?: ?([A-Z+-].*))?$/i;
/** ISO's basic form, as in `20240110T233000Z`. */
const BASIC = /^(\d{2})(\d{2})(\d{2})?(?:[.,]\d{1,9})?(?: ?([A-Z+-].*))?$/i;

/** Halves of the day as the larger languages write them. */
const BEFORE_NOON =
  /^a\.? ?m\.?(?= ?\d)|\b ?a\. ?m\.?(?![\p{L}])|(?<=\d) ?a ?m\b\.?|上午|午前|凌晨|早上|오전|π\. ?μ\.?|πμ|ق\.ظ\.?|(?<=\d) ?ص(?!\p{L})|(?<=\d) ?(?:ÖÖ|SA|fm|f\. ?m\.|de\.?)(?![\p{L}])/iu;
const AFTER_NOON =
  /^p\.? ?m\.?(?= ?\d)|\b ?p\. ?m\.?(?![\p{L}])|(?<=\d) ?p ?m\b\.?|下午|午後|晚上|오후|μ\. ?μ\.?|μμ|ب\.ظ\.?|(?<=\d) ?م(?!\p{L})|(?<=\d) ?(?:ÖS|CH|em|e\. ?m\.|du\.?)(?![\p{L}])/iu;

const made = (hour: number, minute: number, second: number, half: 'a' | 'p' | null): number | null => {
  if (half !== null) {
    if (hour > 23 || (half === 'a' && hour > 12)) return null;
    // Some write 13:30 p. m.; a 0 is midnight or noon.
    if (hour <= 12) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 60) return null;
  return hour * 3600 + minute * 60 + Math.min(second, 59);
};

/** `T23:30:05Z` and ` 23:30:05`, which most files write: a column of a million stamps must not cost a million expressions. */
function readClock(text: string): TimeOfDay | null {
  const isUtc = text.length === 10 && text.endsWith('Z');
  if (text.length !== 9 && !isUtc) return null;
  if ((text[0] !== 'T' && text[0] !== ' ') || text[3] !== ':' || text[6] !== ':') return null;
  const hour = twoDigits(text, 1);
  const minute = twoDigits(text, 4);
  const second = twoDigits(text, 7);
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return null;
  const inDay = hour * 3600 + minute * 60 + second;
  return isUtc ? { second: inDay, offset: 0 } : { second: inDay };
}

/** NaN where a character is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** Reads what follows a date: `T23:30:00.5Z`, ` 11:30 p. m.`, ` 23:30:00 GMT-0500 (EST)`, `23時30分`. Null where it is no time. */
export function readTime(text: string): TimeOfDay | null {
  const clock = readClock(text);
  if (clock) return clock;
  const plain = PLAIN.exec(text);
  if (!plain) return readCareful(text);
  const second = made(Number(plain[1]), Number(plain[2]), Number(plain[3] ?? 0), null);
  if (second === null) return null;
  const offset = plain[4] === undefined ? undefined : offsetOf(plain[4]);
  return offset === undefined || offset === null ? { second } : { second, offset };
}

function readCareful(text: string): TimeOfDay | null {
  const lead = /^(?:T(?=\d)|[:, ]+)?(?:(?:at|um|à|às|alle ore|alle|a las|kl\.?|om|в|ore|klo|o) )?/iu.exec(text)![0];
  const isWritten = /[時时點点시上下午早晚오ق]/u.test(text);
  if (lead === '' && !isWritten) return null;
  let rest = text.slice(lead.length).replace(/ ?\([^)]*\)$| ?\[[^\]]*\]$/g, '');
  const half = BEFORE_NOON.test(rest) ? 'a' : AFTER_NOON.test(rest) ? 'p' : null;
  if (half !== null) rest = rest.replace(half === 'a' ? BEFORE_NOON : AFTER_NOON, ' ');
  rest = withColons(rest.replace(/ ?(?:Uhr|uur|Hrs?\.?|horas?|o'clock)(?= |$)/iu, ''));
  const isBasic = lead.toUpperCase() === 'T' && /^\d{4,6}(?!\d)/.test(rest);
  rest = rest.trim();
  const match = (isBasic ? BASIC : CLOCK).exec(rest);
  if (!match || (match[2] === undefined && half === null && !isWritten)) return null;
  const second = made(Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0), half);
  const offset = match[4] === undefined ? undefined : offsetOf(match[4].trim());
  if (second === null || (match[4] !== undefined && offset === undefined)) return null;
  return typeof offset === 'number' ? { second, offset } : { second };
}

/** `23時30分05秒`, `23h30` and `23 : 30` with colons. */
const withColons = (text: string): string =>
  text
    .replace(/ ?(?:時|时|點|点|시) ?/gu, ':')
    .replace(/ ?(?:分|분) ?/gu, ':')
    .replace(/ ?(?:秒|초)/gu, '')
    .replace(/^(\d{1,2}) ?h ?(?=\d{2})/i, '$1:')
    .replace(/ ?: ?/g, ':')
    .replace(/:(?= |$)/, '')
    .trim();
