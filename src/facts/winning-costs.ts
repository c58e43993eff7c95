import { NO_DAY } from '../domain/calendar';
import type { Facts } from './facts';
import { moneyInView } from './order-sums';
import type { Scope } from './scope';
import { isWon, TOUCH_MODELS, touchStarts, creditsOf } from './touches';

const known = new WeakMap<Facts, Float64Array | null>();
const FIRST = TOUCH_MODELS.indexOf('first');

/**
 * What winning each customer cost: the spend on a channel, in the whole file, shared out among the customers whose first contact
 * was there. In 1/10,000; what does not divide goes to the first customers by key, one unit each, so that the parts add up.
 * Null where spend and contacts name no channel in common.
 */
export function winningCosts(facts: Facts): Float64Array | null {
  let costs = known.get(facts);
  if (costs === undefined) known.set(facts, (costs = shareSpend(facts)));
  return costs;
}

function shareSpend(facts: Facts): Float64Array | null {
  const { customers, spend, touches } = facts;
  if (!spend || !touches) return null;
  const spent = new Map<number, number>();
  spend.channel.forEach((channel, row) => {
    const amount = spend.amount[row];
    if (channel > 0 && !Number.isNaN(amount)) spent.set(channel, (spent.get(channel) ?? 0) + amount);
  });
  const won = new Map<number, number[]>();
  const starts = touchStarts(facts);
  for (let customer = 0; customer < customers.count; customer++) {
    if (customers.firstDay[customer] === NO_DAY) continue;
    creditsOf(facts, starts, customer, (model, channel) => {
      if (model !== FIRST || !spent.has(channel)) return;
      const others = won.get(channel);
      if (others) others.push(customer);
      else won.set(channel, [customer]);
    });
  }
  if (won.size === 0) return null;
  const costs = new Float64Array(customers.count);
  for (const [channel, ones] of won) {
    const each = Math.floor(spent.get(channel)! / ones.length);
    const left = spent.get(channel)! - each * ones.length;
    ones.forEach((customer, place) => (costs[customer] = each + (place < left ? 1 : 0)));
  }
  return costs;
}

/** What winning each customer cost, 0 where that did not happen in view; null where nobody knows. */
export const winningCostsInView = (facts: Facts, scope: Scope): Float64Array | null =>
  winningCosts(facts)?.map((cost, customer) => (isWon(facts, scope, customer) ? cost : 0)) ?? null;

/** Profit less what winning them cost, of the customers in view; null where no file has a cost of goods. */
export function contributionInView(facts: Facts, scope: Scope): Float64Array | null {
  const { profit } = moneyInView(facts, scope);
  const costs = winningCostsInView(facts, scope);
  return profit && costs ? profit.map((money, customer) => money - costs[customer]) : profit;
}

/** The costs as a table for a query: one row a customer who cost anything. */
export function winningCostTable(facts: Facts): { winning_costs: { customer_key: Int32Array; cost: Float64Array } } {
  const costs = winningCosts(facts);
  const rows = Int32Array.from(costs?.keys() ?? []).filter((customer) => costs![customer] !== 0);
  return { winning_costs: { customer_key: rows, cost: Float64Array.from(rows, (customer) => costs![customer]) } };
}
