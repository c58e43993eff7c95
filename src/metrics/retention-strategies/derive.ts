import { compareUtf8 } from '../../domain/keys';
import { promoterScore } from '../../statistics/promoter-score';
import type { Derive } from '../metric';
import type { retentionStrategies } from './definition';

/** Base columns hold days in 1/10,000. */
const DAYS_A_YEAR = 365.25 * 10_000;

/** Money per customer and per year of their stays, and the net promoter score with its 95 % interval, in points. */
export const derive: Derive<typeof retentionStrategies> = (base, context) => {
  const texts = context.names('strategy');
  const name = (row: number) => texts[base.strategy[row] - 1] ?? '';
  const order = Array.from(base.strategy.keys()).sort((a, b) => compareUtf8(name(a), name(b)));
  const column = (value: (row: number) => number) => Float64Array.from(order, value);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : NaN);
  const profit = (value: number) => (context.hasProfit ? value : NaN);
  const scores = order.map((row) => {
    const n = base.responders[row];
    return promoterScore(base.promoters[row] / n, base.detractors[row] / n, n);
  });
  return {
    strategy: order.map(name),
    customers: column((row) => base.customers[row]),
    ended: column((row) => base.ended[row]),
    net_per_customer: column((row) => base.net[row] / base.customers[row]),
    profit_per_customer: column((row) => profit(base.profit[row] / base.customers[row])),
    net_per_year: column((row) => share(base.net[row], base.days[row] / DAYS_A_YEAR)),
    profit_per_year: column((row) => profit(share(base.profit[row], base.days[row] / DAYS_A_YEAR))),
    responders: column((row) => base.responders[row]),
    nps: Float64Array.from(scores, ({ score }) => score),
    nps_low: Float64Array.from(scores, ({ low }) => low),
    nps_high: Float64Array.from(scores, ({ high }) => high),
  };
};
