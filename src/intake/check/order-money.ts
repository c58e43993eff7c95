import { tenThousandthsOf } from './derive-amounts';
import { numbersOf } from './read-fields';
import { takeNumbers } from './take-rows';
import type { MappedField } from './validate-fields';
import type { OrderGroups } from './order-groups';

/** Money of whole orders, as a column writes it. */
export interface OrderMoney {
  readonly field: MappedField;
  /** By row, 1/10,000; NaN where blank or unreadable. */
  readonly byRow: Float64Array;
  /** The rows of an order differ: what stands on a row is of that line. */
  readonly isOfLines: boolean;
  /** Orders of several rows that have the same money on each, so that it counts once. */
  readonly alike: number;
  /** Orders whose rows differ. */
  readonly differ: number;
}

/** Above this part of the orders with several rows, rows that differ make the money that of lines. */
const FEW = 0.1;

export function readOrderMoney(field: MappedField, groups: OrderGroups): OrderMoney {
  const { value } = tenThousandthsOf(numbersOf(field));
  const byRow = takeNumbers(field.column, null, value, new Float64Array(field.column.codes.length), NaN);
  let [alike, first, differ] = [0, 0, 0];
  for (let order = 0; order < groups.count; order++) {
    if (groups.start[order + 1] - groups.start[order] < 2) continue;
    const { isAlike, filled, isFirst } = lookAt(byRow, groups, order);
    if (filled === 0) continue;
    if (filled === 1 && isFirst) first++;
    else if (filled > 1 && isAlike) alike++;
    else differ++;
  }
  return { field, byRow, isOfLines: differ > FEW * (alike + first + differ), alike, differ };
}

/** A 0 beside other money is a blank where there is one sum alone; beside several it tells them to be of lines. */
function lookAt(byRow: Float64Array, { start, rows }: OrderGroups, order: number) {
  let [filled, zeros, value] = [0, 0, 0];
  let isAlike = true;
  for (let at = start[order]; at < start[order + 1]; at++) {
    const one = byRow[rows[at]];
    if (one === 0) zeros++;
    if (!one) continue;
    if (filled > 0 && one !== value) isAlike = false;
    value = one;
    filled++;
  }
  const first = byRow[rows[start[order]]];
  return { filled, value, isAlike: isAlike && (filled < 2 || zeros === 0), isFirst: Boolean(first) };
}

/**
 * The money of one order, where it is the whole order's: on one row of it, or on every row alike. Null where each row has its
 * own; NaN where the order has none.
 */
export function moneyOfOrder({ byRow, isOfLines }: OrderMoney, groups: OrderGroups, order: number): number | null {
  const { filled, value, isAlike } = lookAt(byRow, groups, order);
  if (filled > 0) return !isAlike || (isOfLines && groups.start[order + 1] - groups.start[order] > 1) ? null : value;
  for (let at = groups.start[order]; at < groups.start[order + 1]; at++) if (byRow[groups.rows[at]] === 0) return 0;
  return NaN;
}

/** The size of all that the rows of one order have, added up. */
export function sumOfOrder({ byRow }: OrderMoney, { start, rows }: OrderGroups, order: number): number {
  let sum = 0;
  for (let at = start[order]; at < start[order + 1]; at++) sum += Math.abs(byRow[rows[at]]) || 0;
  return sum;
}
