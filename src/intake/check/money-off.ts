import { multiply, toTenThousandths, type Decimal } from '../../domain/money';
import { POWERS, roundSafe, type NumberCells } from './derive-amounts';
import { IS_BLANK, decimalAt } from '../values/read-columns';

/**
 * quantity x price less money off the line, for each row, in 1/10,000, rounded once. Sizes are taken off each other and the
 * product keeps its sign, so that what is returned comes back at what was paid. NaN where a factor is missing, the discount is
 * more than the whole, or the result is beyond 2^53. A blank discount is none.
 */
export function multiplyLessMoney(
  rows: number,
  price: NumberCells,
  quantity: NumberCells | null,
  off: NumberCells,
): Float64Array {
  const amounts = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const fast = lessSafe(price, quantity, off, row);
    amounts[row] = Number.isNaN(fast) ? lessExact(price, quantity, off, row) : fast;
  }
  return amounts;
}

const isBlank = ({ codes, readings }: NumberCells, row: number) =>
  codes[row] < 0 || readings.state[codes[row]] === IS_BLANK;

/** While everything stays a safe integer; NaN hands over to `lessExact`. */
function lessSafe(price: NumberCells, quantity: NumberCells | null, off: NumberCells, row: number): number {
  const p = price.codes[row];
  const q = quantity ? quantity.codes[row] : 0;
  if (p < 0 || q < 0) return NaN;
  let coefficient = price.readings.coefficient[p];
  let scale = price.readings.scale[p];
  if (quantity) {
    coefficient *= quantity.readings.coefficient[q];
    scale += quantity.readings.scale[q];
  }
  const isNone = isBlank(off, row);
  const d = off.codes[row];
  const digits = isNone ? 0 : off.readings.scale[d];
  const most = Math.max(scale, digits);
  if (most > 15) return NaN;
  const whole = Math.abs(coefficient) * POWERS[most - scale];
  const less = isNone ? 0 : Math.abs(off.readings.coefficient[d]) * POWERS[most - digits];
  if (!(whole <= Number.MAX_SAFE_INTEGER && less <= whole)) return NaN;
  return roundSafe(coefficient < 0 ? less - whole : whole - less, most);
}

function lessExact(price: NumberCells, quantity: NumberCells | null, off: NumberCells, row: number): number {
  const at = ({ codes, readings }: NumberCells) => (codes[row] < 0 ? null : decimalAt(readings, codes[row]));
  const each = at(price);
  const pieces: Decimal | null = quantity ? at(quantity) : { coefficient: 1n, scale: 0 };
  const less: Decimal | null = isBlank(off, row) ? { coefficient: 0n, scale: 0 } : at(off);
  if (!each || !pieces || !less) return NaN;
  const product = multiply(each, pieces);
  const scale = Math.max(product.scale, less.scale);
  const size = (one: Decimal) =>
    (one.coefficient < 0n ? -one.coefficient : one.coefficient) * 10n ** BigInt(scale - one.scale);
  const rest = size(product) - size(less);
  if (rest < 0n) return NaN;
  return toTenThousandths({ coefficient: product.coefficient < 0n ? -rest : rest, scale }) ?? NaN;
}
