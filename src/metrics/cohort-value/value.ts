import type { MetricTable } from '../metric';
import type { cohortValue } from './definition';

export interface ValuePoint {
  readonly period: number;
  /** Money per customer since the first purchase, 1/10,000. */
  readonly value: number;
  readonly complete: boolean;
}
export interface CohortWorth {
  readonly cohort: number;
  readonly size: number;
  readonly points: readonly ValuePoint[];
  /** What a customer of it cost; NaN where that is not known. */
  readonly cac: number;
  /** The first period in which profit reaches it; NaN where none does. */
  readonly payback: number;
}

/** The table by cohort, the oldest first; by profit where there is one, else by net sales. Cells without a value are left out. */
export function readWorth(table: MetricTable<typeof cohortValue>, what: 'profit' | 'net'): CohortWorth[] {
  const cohorts: (Omit<CohortWorth, 'points'> & { points: ValuePoint[] })[] = [];
  const value = what === 'profit' ? table.cumulative_profit_per_customer : table.cumulative_net_per_customer;
  for (let row = 0; row < table.cohort.length; row++) {
    let last = cohorts[cohorts.length - 1];
    if (last?.cohort !== table.cohort[row]) {
      const [size, cac, payback] = [table.cohort_size[row], table.cac[row], table.payback[row]];
      cohorts.push((last = { cohort: table.cohort[row], size, points: [], cac, payback }));
    }
    if (!Number.isNaN(value[row]))
      last.points.push({ period: table.period[row], value: value[row], complete: table.complete[row] === 1 });
  }
  return cohorts.filter(({ points, size }) => points.length > 0 && size > 0);
}

/** All cohorts together at each age: weighted by size, over complete cells. */
export function pooledWorth(cohorts: readonly CohortWorth[]): { period: number; value: number; customers: number }[] {
  const sums = new Map<number, { money: number; customers: number }>();
  for (const { points, size } of cohorts) {
    for (const { period, value, complete } of points) {
      if (!complete) continue;
      const sum = sums.get(period) ?? { money: 0, customers: 0 };
      sums.set(period, { money: sum.money + value * size, customers: sum.customers + size });
    }
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([period, { money, customers }]) => ({ period, value: money / customers, customers }));
}

/** The customers' cost over the cohorts whose spend is known, and how many of those have paid back. */
export function paybackOf(
  cohorts: readonly CohortWorth[],
): { cac: number; paid: number; known: number; middle: number } | null {
  const known = cohorts.filter(({ cac }) => !Number.isNaN(cac));
  if (known.length === 0) return null;
  const size = known.reduce((sum, one) => sum + one.size, 0);
  const paid = known.filter(({ payback }) => !Number.isNaN(payback)).sort((a, b) => a.payback - b.payback);
  return {
    cac: known.reduce((sum, one) => sum + one.cac * one.size, 0) / size,
    paid: paid.length,
    known: known.length,
    middle: paid.length * 2 > known.length ? paid[Math.floor((known.length - 1) / 2)].payback : NaN,
  };
}
