import type { TextColumn } from '../../domain/columns';
import { multiply, oneMinus, toTenThousandths, type Decimal } from '../../domain/money';
import {
  IS_BLANK,
  READ,
  UNREADABLE,
  countsOf,
  decimalAt,
  doubleAt,
  readNumbers,
  type NumberReadings,
} from '../values/read-columns';
import type { DecimalMark } from '../values/number';

/** A column of numbers, read once for each distinct value. */
export interface NumberCells {
  readonly codes: Int32Array;
  readonly readings: NumberReadings;
}

/** Powers of ten as exact doubles. */
export const POWERS = Array.from({ length: 16 }, (_, i) => Number(`1e${i}`));
const { MAX_SAFE_INTEGER } = Number;

/** `toTenThousandths` for a safe coefficient; NaN where only BigInt can tell, or the result is beyond 2^53. */
export function roundSafe(coefficient: number, scale: number): number {
  if (scale <= 4) {
    const scaled = coefficient * POWERS[4 - scale];
    return Math.abs(scaled) <= MAX_SAFE_INTEGER ? scaled : NaN;
  }
  const divisor = POWERS[scale - 4];
  if (divisor === undefined) return NaN;
  const size = Math.abs(coefficient);
  const rest = size % divisor;
  const rounded = (size - rest) / divisor + (2 * rest >= divisor ? 1 : 0);
  return coefficient < 0 && rounded > 0 ? -rounded : rounded;
}

/** Too large for an integer of 1/10,000 within 2^53. */
export const TOO_LARGE = 4;

/** Each distinct value as 1/10,000, NaN where there is none, and its state (`TOO_LARGE` among them). */
export function tenThousandthsOf(readings: NumberReadings): { value: Float64Array; state: Uint8Array } {
  const value = new Float64Array(readings.state.length).fill(NaN);
  const state = readings.state.slice();
  for (let code = 0; code < value.length; code++) {
    if (state[code] === IS_BLANK || state[code] === UNREADABLE) continue;
    const fast = state[code] === READ ? roundSafe(readings.coefficient[code], readings.scale[code]) : NaN;
    const exact = Number.isNaN(fast) ? toTenThousandths(decimalAt(readings, code)!) : fast;
    value[code] = exact ?? NaN;
    state[code] = exact === null ? TOO_LARGE : READ;
  }
  return { value, state };
}

/** Shares of 1. A sign says per cent by itself; bare numbers are per cent where more rows are above 1 than between 0 and 1. */
export function readShares(column: TextColumn, decimal: DecimalMark): NumberReadings {
  const readings = readNumbers(column, decimal);
  const counts = countsOf(column);
  const bare = (code: number) => readings.state[code] === READ && !column.values[code].includes('%');
  let above1 = 0;
  let below1 = 0;
  for (let code = 0; code < counts.length; code++) {
    const size = bare(code) ? Math.abs(doubleAt(readings, code)) : 0;
    if (size > 1) above1 += counts[code];
    else if (size > 0 && size < 1) below1 += counts[code];
  }
  if (above1 === 0 || above1 < below1) return readings;
  return { ...readings, scale: readings.scale.map((scale, code) => (bare(code) ? scale + 2 : scale)) };
}

/**
 * quantity x price x (1 - discount) for each row, in 1/10,000, rounded once (METRICS.md rule 2). NaN where a factor is missing
 * or the product is beyond 2^53. No quantity column means one of each; a blank discount means none.
 */
export function multiplyLines(
  rows: number,
  price: NumberCells,
  quantity: NumberCells | null,
  discount: NumberCells | null,
): Float64Array {
  const amounts = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const p = price.codes[row];
    const q = quantity ? quantity.codes[row] : 0;
    const d = discount ? discount.codes[row] : -1;
    amounts[row] = p < 0 || q < 0 ? NaN : lineSafe(price.readings, p, quantity?.readings, q, discount?.readings, d);
    if (Number.isNaN(amounts[row]))
      amounts[row] = lineExact(price.readings, p, quantity?.readings, q, discount?.readings, d);
  }
  return amounts;
}

type Maybe = NumberReadings | undefined;

/** The product while it stays a safe integer; NaN hands over to `lineExact`. */
function lineSafe(price: NumberReadings, p: number, quantity: Maybe, q: number, discount: Maybe, d: number): number {
  let coefficient = price.coefficient[p];
  let scale = price.scale[p];
  if (quantity) {
    coefficient *= quantity.coefficient[q];
    scale += quantity.scale[q];
  }
  if (discount && d >= 0 && discount.state[d] !== IS_BLANK) {
    const digits = discount.scale[d];
    if (digits > 15) return NaN;
    coefficient *= POWERS[digits] - discount.coefficient[d];
    scale += digits;
  }
  return Math.abs(coefficient) <= MAX_SAFE_INTEGER ? roundSafe(coefficient, scale) : NaN;
}

function lineExact(price: NumberReadings, p: number, quantity: Maybe, q: number, discount: Maybe, d: number): number {
  const factors: (Decimal | null)[] = [p < 0 ? null : decimalAt(price, p)];
  if (quantity) factors.push(q < 0 ? null : decimalAt(quantity, q));
  if (discount && d >= 0 && discount.state[d] !== IS_BLANK) {
    const share = decimalAt(discount, d);
    factors.push(share && oneMinus(share));
  }
  if (factors.includes(null)) return NaN;
  return toTenThousandths((factors as Decimal[]).reduce(multiply)) ?? NaN;
}
