import type { Derive } from '../metric';
import type { valueQuintiles } from './definition';

/** Shares of what is in view, which add to 1; empty where the whole is 0. Profit is empty without cost or margin. */
export const derive: Derive<typeof valueQuintiles> = (base, context) => {
  const empty = base.quintile.map(() => NaN);
  const hasCosts = context.hasProfit && base.winning_cost.some((cost) => cost !== 0);
  const contribution = hasCosts ? base.profit.map((profit, row) => profit - base.winning_cost[row]) : empty;
  const hasCategories = context.names('category').length > 0;
  return {
    quintile: base.quintile,
    customers: base.customers,
    net: base.net,
    profit: context.hasProfit ? base.profit : empty,
    share_of_net: sharesOf(base.net),
    share_of_profit: context.hasProfit ? sharesOf(base.profit) : empty,
    categories_per_customer: hasCategories ? base.categories.map((held, row) => held / base.customers[row]) : empty,
    share_of_customer: base.own.map((own, row) => (base.wallet[row] > 0 ? own / base.wallet[row] : NaN)),
    contribution,
    share_of_contribution: hasCosts ? sharesOf(contribution) : empty,
  };
};

function sharesOf(money: Float64Array): Float64Array {
  const total = money.reduce((sum, part) => sum + part, 0);
  return money.map((part) => (total === 0 ? NaN : part / total));
}
