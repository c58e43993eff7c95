import type { Derive } from '../metric';
import { REASONS, type atRisk } from './definition';

/** The most urgent reason first, then the customers who have brought most. */
export const derive: Derive<typeof atRisk> = (base, context) => {
  const order = Array.from(base.customer.keys()).sort(
    (a, b) => base.reason[a] - base.reason[b] || base.net[b] - base.net[a] || base.customer[a] - base.customer[b],
  );
  const ids = context.names('customer');
  const names = context.names('customer_name');
  const column = (value: (row: number) => number) => Float64Array.from(order, value);
  return {
    customer: order.map((row) => ids[base.customer[row]] ?? ''),
    name: order.map((row) => names[base.customer[row]] ?? ''),
    reason: order.map((row) => REASONS[base.reason[row]]),
    days: column((row) => (base.days[row] < 0 ? NaN : base.days[row])),
    usual_gap: column((row) => (base.reason[row] === 1 ? base.measure[row] / base.gaps[row] : NaN)),
    score: column((row) => (base.reason[row] === 2 ? base.measure[row] / 10_000 : NaN)),
    net: column((row) => base.net[row]),
    customers: column(() => 1),
  };
};
