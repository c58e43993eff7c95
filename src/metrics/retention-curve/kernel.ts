import { cohortTriangle } from '../../facts/cohort-triangle';
import { completePeriods, cuttingWindow } from '../../facts/complete-periods';
import type { Kernel } from '../metric';
import type { retentionCurve } from './definition';

/** Pools the complete cells of the cohort triangle by period; cells in which nobody was active count with their size. */
export const kernel: Kernel<typeof retentionCurve> = (facts, scope, { unit, mode }) => {
  const { observed } = facts;
  const eligible: number[] = [];
  const active: number[] = [];
  const cells = cohortTriangle(facts, scope, unit, mode);
  const window = observed && cuttingWindow(scope, observed);
  for (let row = 0; row < cells.cohort.length && observed;) {
    const cohort = cells.cohort[row];
    const size = cells.cohort_size[row];
    const byPeriod: number[] = [];
    for (; row < cells.cohort.length && cells.cohort[row] === cohort; row++)
      byPeriod[cells.period[row]] = cells.active[row];
    for (const period of completePeriods(unit, cohort, observed, window)) {
      eligible[period] = (eligible[period] ?? 0) + size;
      active[period] = (active[period] ?? 0) + (byPeriod[period] ?? 0);
    }
  }
  const periods = Object.keys(eligible).map(Number);
  return {
    period: Float64Array.from(periods),
    eligible: Float64Array.from(periods, (period) => eligible[period]),
    active: Float64Array.from(periods, (period) => active[period]),
  };
};
