import { GROUPS, STATES } from './standings';
import type { Derive } from '../metric';
import type { customerBalance } from './definition';

/** Names for the codes; profit is empty without cost or margin. */
export const derive: Derive<typeof customerBalance> = (base, context) => {
  const hasCategories = context.names('category').length > 0;
  const known = (money: Float64Array) => (context.hasProfit ? money : money.map(() => NaN));
  return {
    period: base.period,
    period_from: base.period_from,
    period_until: base.period_until,
    group: Array.from(base.standing, (code) => GROUPS[code]),
    state: Array.from(base.state, (code) => STATES[code]),
    customers: base.customers,
    net_before: base.net_before,
    net_now: base.net_now,
    profit_before: known(base.profit_before),
    profit_now: known(base.profit_now),
    has_categories: base.period.map(() => (hasCategories ? 1 : 0)),
  };
};
