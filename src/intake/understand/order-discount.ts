import type { Candidate } from './guess-fields';
import { checkOrders, firstByOrder, isHeld, numbersAt, sumsByOrder, type Check } from './cross-checks';
import { figureOf, type ChosenField, type Figure, type MoneyTable } from './money-table';

/** Not more columns are tried. */
const MOST = 12;
const ONLY = 0.8;
/** Of the orders with something taken off, how many must add up. */
const MOSTLY = 0.7;

/**
 * What is taken off whole orders, by whatever name: the column that tells what the lines come to from the orders' totals, with tax,
 * shipping and tips or without. Null where the totals need none, or none explains them.
 * @param lines what each sampled row comes to after its own discount
 * @param extras by `sumsOfSome`
 * @param taken columns that say something else
 */
export function orderDiscountOf(
  table: MoneyTable,
  total: Figure,
  lines: Float64Array,
  extras: readonly Float64Array[],
  taken: ReadonlySet<number>,
): ChosenField | null {
  const { order, rows } = table;
  if (!order) return null;
  const sums = sumsByOrder(order, rows, lines);
  const totals = firstByOrder(order, rows, total.values);
  const beside = [new Float64Array(rows.length), ...extras].map((extra) => firstByOrder(order, rows, extra));
  const off = (taking: ReadonlyMap<number, number> | null, among: ReadonlyMap<number, number> = totals): Check =>
    beside
      .map((extra) => checkOrders(among, moved(sums, extra, taking)))
      .reduce((best, check) => (check.agree > best.agree ? check : best));
  if (isHeld(off(null))) return null;
  const tried = table.candidates.filter((one) => isTried(one, table, taken)).slice(0, MOST);
  for (const { column, profile, index } of tried) {
    const taking = firstByOrder(order, rows, numbersAt(column, profile.number!.decimal, rows));
    const check = off(taking);
    const own = new Map([...totals].filter(([id]) => (taking.get(id) ?? 0) > 0));
    // Rows that are written twice come to more than their order's total, until they are merged.
    if (check.agree > off(null).agree && isHeld(off(taking, own), MOSTLY))
      return { index, score: ONLY, evidence: `the lines less it add up to the total in ${figureOf(check)} orders` };
  }
  return null;
}

const isTried = ({ index, profile }: Candidate, { blocked }: MoneyTable, taken: ReadonlySet<number>): boolean =>
  profile.number !== null &&
  profile.number.min >= 0 &&
  profile.number.max > 0 &&
  !blocked.has(index) &&
  !taken.has(index);

/** By order: the lines with what is paid beside them, less what is taken off. */
function moved(
  sums: ReadonlyMap<number, number>,
  extra: ReadonlyMap<number, number>,
  taking: ReadonlyMap<number, number> | null,
): Map<number, number> {
  return new Map([...sums].map(([id, sum]) => [id, sum + (extra.get(id) ?? 0) - (taking?.get(id) ?? 0)]));
}
