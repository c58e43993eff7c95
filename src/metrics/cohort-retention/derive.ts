import { isComplete, lastPeriod, periodDays } from '../../domain/cohort-periods';
import { cuttingWindow } from '../../facts/complete-periods';
import type { Derive } from '../metric';
import type { cohortRetention } from './definition';

/**
 * Fills the cells in which nobody was active: every period that had begun by the end of observation has a row.
 * Outside the window of the filter a cell is empty, not 0 (METRICS rule 10).
 */
export const derive: Derive<typeof cohortRetention> = (base, context, { unit }) => {
  const table: number[][] = [];
  const { observed, window } = context;
  const cut = observed && window && context.windowed ? cuttingWindow(window, observed) : null;
  for (let row = 0; row < base.cohort.length && observed;) {
    const cohort = base.cohort[row];
    const size = base.cohort_size[row];
    const active = new Map<number, number>();
    for (; row < base.cohort.length && base.cohort[row] === cohort; row++)
      active.set(base.period[row], base.active[row]);
    for (let period = 0; period <= lastPeriod(unit, cohort, observed.until); period++) {
      const days = periodDays(unit, cohort, period);
      const outside = context.windowed && window !== null && (days.until < window.from || days.from > window.until);
      const count = outside ? NaN : (active.get(period) ?? 0);
      const complete = isComplete(days, observed.until, cut);
      table.push([cohort, period, size, count, size > 0 ? count / size : NaN, complete ? 1 : 0]);
    }
  }
  const column = (at: number) => Float64Array.from(table, (cells) => cells[at]);
  return {
    cohort: column(0),
    period: column(1),
    cohort_size: column(2),
    active: column(3),
    rate: column(4),
    complete: column(5),
  };
};
