import type { FaultLog, MappedFields } from './validate-fields';
import type { OrderGroups } from './order-groups';
import { moneyOfOrder, type OrderMoney } from './order-money';
import { spread, unitOf } from './spread';

/** What the rows beside their total say of how it is spread. */
export interface SpreadRows {
  /** By row, 1/10,000; NaN where there is none. */
  readonly quantity: Float64Array | null;
  /** 1 for rows that will be merged with an equal one, so that nothing falls to them. */
  readonly merged: Uint8Array | null;
}

/**
 * Where nothing but the orders' totals has been recorded, each is spread over the order's lines: by quantity where there is one,
 * else evenly. A total that differs from row to row is the line's own. Marks the rows of orders without a total.
 */
export function spreadTotals(
  fields: MappedFields,
  groups: OrderGroups,
  total: OrderMoney,
  beside: SpreadRows,
  faults: FaultLog,
): Float64Array {
  const amounts = total.byRow.slice();
  const isZero = fields.get('order_total')?.mapping.blank === 'zero';
  const blank = faults.kind(total.field, 'blank amount');
  for (let order = 0; order < groups.count; order++) {
    const ofOrder = groups.rows.subarray(groups.start[order], groups.start[order + 1]);
    const money = moneyOfOrder(total, groups, order);
    if (money !== null && !Number.isNaN(money)) spreadOne(amounts, ofOrder, money, beside, faults);
    for (const row of ofOrder)
      if (Number.isNaN(amounts[row])) {
        if (isZero) amounts[row] = 0;
        else faults.mark(row, blank);
      }
  }
  return amounts;
}

function spreadOne(
  amounts: Float64Array,
  ofOrder: Int32Array,
  money: number,
  { quantity, merged }: SpreadRows,
  faults: FaultLog,
): void {
  const lines = [...ofOrder].filter((row) => !faults.isMarked(row) && merged?.[row] !== 1);
  const rows = lines.length > 0 ? lines : [...ofOrder];
  const pieces = rows.map((row) => (quantity && quantity[row] > 0 ? quantity[row] : 0));
  const weights = pieces.some((one) => one > 0) ? pieces : rows.map(() => 1);
  const shares = spread(Math.abs(money), weights, unitOf([money]));
  for (const row of ofOrder) amounts[row] = 0;
  rows.forEach((row, i) => (amounts[row] = money < 0 ? -shares[i] : shares[i]));
}
