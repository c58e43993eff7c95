import { NO_DAY } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import type { Decimal } from '../../domain/money';
import { AS_WRITTEN, type TimeZone } from '../../domain/time-zone';
import { stampReaderOf } from './day';
import { inZone } from './zones';
import { readNumber, scanPlain, type DecimalMark, type Scaled } from './number';

/**
 * Each distinct value of a column is read once, and rows take the result by their code. Results hang on the column, so that
 * profile, guess and validation share one reading.
 */

/** What exports write where a cell is empty. */
const BLANK = /^(?:null|\(null\)|<null>|n\/a|#n\/a|nan|\(blank\)|\(leer\)|#nv|\\n)?$/i;

export const READ = 0;
export const IS_BLANK = 1;
export const UNREADABLE = 2;
/** Readable, but beyond 2^53: see `big`. */
export const IS_BIG = 3;

export const IN_UTC = 1;
export const WITH_OFFSET = 2;

export interface DayReadings {
  /** NO_DAY where not `READ`. */
  readonly day: Int32Array;
  readonly second: Int32Array;
  readonly state: Uint8Array;
  readonly hasTime: boolean;
  /** `IN_UTC` or `WITH_OFFSET` for stamps that name an instant; null where none does. */
  readonly instant: Uint8Array | null;
}

/** value = coefficient * 10^-scale. */
export interface NumberReadings {
  readonly coefficient: Float64Array;
  readonly scale: Uint8Array;
  readonly state: Uint8Array;
  readonly big: ReadonlyMap<number, Decimal>;
}

interface Cache {
  counts?: Int32Array;
  blank?: Uint8Array;
  noDay?: Uint8Array;
  /** By format and zone. */
  days: Map<string, DayReadings>;
  numbers: Map<DecimalMark, NumberReadings>;
}
const caches = new WeakMap<TextColumn, Cache>();

function cacheOf(column: TextColumn): Cache {
  let cache = caches.get(column);
  if (!cache) caches.set(column, (cache = { days: new Map(), numbers: new Map() }));
  return cache;
}

/** Rows of each distinct value. */
export function countsOf(column: TextColumn): Int32Array {
  const cache = cacheOf(column);
  if (cache.counts) return cache.counts;
  const counts = new Int32Array(column.values.length);
  const { codes } = column;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    if (code >= 0) counts[code]++;
  }
  return (cache.counts = counts);
}

const DIGIT_0 = 48;
const DIGIT_9 = 57;

function isBlank(value: string): boolean {
  if (value.length > 7) return false;
  // Most short values are numbers, and no blank begins with a digit.
  const first = value.charCodeAt(0);
  return !(first >= DIGIT_0 && first <= DIGIT_9) && BLANK.test(value);
}

/** 1 for each distinct value that stands for an empty cell. */
export function blanksOf(column: TextColumn): Uint8Array {
  const cache = cacheOf(column);
  if (cache.blank) return cache.blank;
  const { values } = column;
  const blank = new Uint8Array(values.length);
  for (let code = 0; code < values.length; code++) blank[code] = isBlank(values[code]) ? 1 : 0;
  return (cache.blank = blank);
}

/** What databases write for no day at all: `0000-00-00`, `00/00/0000 00:00:00`. */
const ZERO_DAY = /^0{1,4}[-./]0{1,2}[-./]0{1,4}(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?)?$/;

/** 1 for each distinct value that stands for no day: an empty cell or zeros throughout. */
export function noDaysOf(column: TextColumn): Uint8Array {
  const cache = cacheOf(column);
  const isNone = (value: string, blank: number) => (blank || (value.startsWith('0') && ZERO_DAY.test(value)) ? 1 : 0);
  return (cache.noDay ??= blanksOf(column).map((blank, code) => isNone(column.values[code], blank)));
}

/** Null when the format is none. */
export function readDays(column: TextColumn, format: string, zone: TimeZone = AS_WRITTEN): DayReadings | null {
  const cache = cacheOf(column);
  const key = `${zone} ${format}`;
  const known = cache.days.get(key);
  if (known) return known;
  const read = stampReaderOf(format);
  if (!read) return null;
  const { values } = column;
  const blank = noDaysOf(column);
  const day = new Int32Array(values.length).fill(NO_DAY);
  const second = new Int32Array(values.length).fill(-1);
  const state = new Uint8Array(values.length);
  let hasTime = false;
  let instant: Uint8Array | null = null;
  for (let code = 0; code < values.length; code++) {
    const stamp = blank[code] ? null : read(values[code]);
    if (!stamp) {
      state[code] = blank[code] ? IS_BLANK : UNREADABLE;
      continue;
    }
    if (stamp.offset !== undefined)
      (instant ??= new Uint8Array(values.length))[code] = stamp.offset === 0 ? IN_UTC : WITH_OFFSET;
    const found = inZone(stamp, zone);
    day[code] = found.day;
    second[code] = found.second;
    if (found.second >= 0) hasTime = true;
  }
  const readings = { day, second, state, hasTime, instant };
  cache.days.set(key, readings);
  return readings;
}

export function readNumbers(column: TextColumn, decimal: DecimalMark): NumberReadings {
  const cache = cacheOf(column);
  const known = cache.numbers.get(decimal);
  if (known) return known;
  const { values } = column;
  const blank = blanksOf(column);
  const coefficient = new Float64Array(values.length).fill(NaN);
  const scale = new Uint8Array(values.length);
  const state = new Uint8Array(values.length);
  const big = new Map<number, Decimal>();
  const scaled: Scaled = { coefficient: 0, scale: 0 };
  for (let code = 0; code < values.length; code++) {
    if (blank[code]) state[code] = IS_BLANK;
    else if (scanPlain(values[code], decimal, scaled) || scanCareful(values[code], decimal, scaled)) {
      coefficient[code] = scaled.coefficient;
      scale[code] = scaled.scale;
    } else {
      const exact = readNumber(values[code], decimal);
      state[code] = exact ? IS_BIG : UNREADABLE;
      if (exact) big.set(code, exact);
    }
  }
  const readings = { coefficient, scale, state, big };
  cache.numbers.set(decimal, readings);
  return readings;
}

/** The careful reader, where its result is a safe integer with few digits after the mark. */
function scanCareful(text: string, decimal: DecimalMark, out: Scaled): boolean {
  const exact = readNumber(text, decimal);
  if (!exact || exact.scale > 20) return false;
  const coefficient = Number(exact.coefficient);
  if (!Number.isSafeInteger(coefficient)) return false;
  out.coefficient = coefficient;
  out.scale = exact.scale;
  return true;
}

/** The exact value of one distinct value; null where it is blank or unreadable. */
export function decimalAt(readings: NumberReadings, code: number): Decimal | null {
  const state = readings.state[code];
  if (state === IS_BIG) return readings.big.get(code)!;
  return state === READ ? { coefficient: BigInt(readings.coefficient[code]), scale: readings.scale[code] } : null;
}

/** Exact doubles, so that one division rounds correctly. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** The value as a double; NaN where it is blank or unreadable. */
export function doubleAt(readings: NumberReadings, code: number): number {
  const state = readings.state[code];
  if (state === READ) {
    const scale = readings.scale[code];
    return readings.coefficient[code] / POWERS[scale];
  }
  const big = readings.big.get(code);
  return big ? Number(`${big.coefficient}e${-big.scale}`) : NaN;
}
