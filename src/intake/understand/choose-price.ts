import { headerScore } from '../words/header-score';
import { NO_CHECK, checkOrders, checkRows, firstByOrder, isHeld, sumsByOrder, type Check } from './cross-checks';
import { LEAST, figureOf, isIdle, orderLevel, type Figure, type MoneyTable } from './money-table';

/** Orders of several rows that are needed before their sameness says something against the header. */
export const ENOUGH_ORDERS = 5;

export interface Price {
  readonly figure: Figure;
  readonly score: number;
  readonly evidence?: string;
}

/** The price of one; what is called a cost is one where it comes to the order's total. */
export function choosePrice(table: MoneyTable, quantity: Figure | undefined): Price | null {
  const named = table.named('unit_price').filter(({ figure }) => orderLevel(figure) === null || isAnyPrice(figure));
  if (named.length > 0) return named[0];
  const costs = table.figures.filter(
    (one) => headerScore(one.name, 'transactions', 'cost') >= LEAST && !isIdle(one, 1),
  );
  for (const figure of costs) {
    const lines = table.lines(quantity, figure);
    const check = bestTotal(table, lines, figure);
    if (isHeld(check, 0.9))
      return { figure, score: 0.8, evidence: `quantity x ${figure.name} gives the total in ${figureOf(check)}` };
  }
  return null;
}

/** A price may happen to be alike on the few rows of every order. */
const isAnyPrice = ({ pattern }: Figure): boolean =>
  (pattern?.orders ?? 0) < ENOUGH_ORDERS || (pattern?.firstOnly ?? 0) === 0;

/** How well lines add up to a total that stands beside them: on the row, or of the order. */
function bestTotal(table: MoneyTable, lines: Float64Array, except: Figure): Check {
  let best = NO_CHECK;
  const sums = table.order && sumsByOrder(table.order, table.rows, lines);
  for (const figure of table.figures) {
    if (figure === except || headerScore(figure.name, 'transactions', 'amount') < LEAST) continue;
    const byOrder = sums ? checkOrders(firstByOrder(table.order, table.rows, figure.values), sums) : NO_CHECK;
    const byRow = checkRows(figure.values, (i) => lines[i]);
    for (const check of [byOrder, byRow])
      if (check.of > 0 && check.agree / check.of > best.agree / Math.max(1, best.of)) best = check;
  }
  return best;
}
