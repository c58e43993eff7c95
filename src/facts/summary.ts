import { NO_DAY } from '../domain/calendar';
import { RETURN, VOID } from '../domain/columns';
import type { WorkspaceSummary } from '../domain/import';
import type { Facts } from './facts';
import { isPurchase } from './order-lines';
import { lineInView, type Scope } from './scope';

/**
 * The figures of what is in view (METRICS rules 4, 9, 10). Lines without a customer are in the lines and the money, and
 * outside purchases and customers. Money in 1/10,000.
 */
export function summarise(facts: Facts, scope: Scope): WorkspaceSummary {
  const { orders, lines, customers } = facts;
  const { amount, kind, net } = lines;
  const profits = lines.profit;
  let transactionLines = 0;
  let returnLines = 0;
  let gross = 0;
  let returned = 0;
  let profit = 0;
  const unknown = { lines: 0, net: 0 };
  const hasLines = new Uint8Array(customers.count);
  for (let order = 0; order < orders.count; order++) {
    const customer = orders.customer[order];
    if (customer < 0 ? !scope.unknown : !scope.customer[customer]) continue;
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      if (!lineInView(facts, scope, line)) continue;
      transactionLines++;
      const size = Math.abs(amount[line]);
      if (kind[line] !== RETURN) gross += size;
      if (kind[line] === RETURN || kind[line] === VOID) returned += size;
      if (kind[line] === RETURN) returnLines++;
      if (profits) profit += profits[line];
      if (customer >= 0) hasLines[customer] = 1;
      else {
        unknown.lines++;
        unknown.net += net[line];
      }
    }
  }
  return {
    observed_from: facts.observed?.from ?? null,
    observed_until: facts.observed?.until ?? null,
    currency: facts.currency,
    ...countCustomers(facts, scope, hasLines),
    transaction_lines: transactionLines,
    return_lines: returnLines,
    gross,
    returned,
    net: gross - returned,
    profit: profits && lines.count > 0 ? profit : null,
    unknown_customer: unknown,
    available: [...facts.available].sort(),
  };
}

/** A purchase whose day is not known where others have one: outside every figure that needs its day, but a purchase. */
export function isUndatedPurchase({ orders, lines, available }: Facts, scope: Scope, order: number): boolean {
  if (orders.day[order] !== NO_DAY || scope.windowed || !available.has('transactions.date')) return false;
  return isPurchase(lines.kind, lines.amount, orders.lineStart[order], orders.lineStart[order + 1], scope.line);
}

/** Customers in view; once lines are cut by a line filter or a window, only those with a line left. */
function countCustomers(facts: Facts, scope: Scope, hasLines: Uint8Array) {
  const { customers } = facts;
  const cut = scope.line !== null || scope.windowed;
  let count = 0;
  let withPurchases = 0;
  let purchases = 0;
  for (let c = 0; c < customers.count; c++) {
    if (!scope.customer[c]) continue;
    if (!cut || hasLines[c]) count++;
    let own = 0;
    for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++)
      own += scope.purchase[order] || isUndatedPurchase(facts, scope, order) ? 1 : 0;
    purchases += own;
    if (own > 0) withPurchases++;
  }
  return { customers: count, customers_with_purchases: withPurchases, purchases };
}
