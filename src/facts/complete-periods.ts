import { isComplete, lastPeriod, periodDays, type CohortUnit, type Days } from '../domain/cohort-periods';
import type { Observed } from './facts';

/**
 * The window as far as it cuts observed days: an end at or beyond the first or last observed day is open.
 * @returns null where nothing is cut
 */
export function cuttingWindow(window: Days, observed: Observed): Days | null {
  const from = window.from <= observed.from ? -Infinity : window.from;
  const until = window.until >= observed.until ? Infinity : window.until;
  return from === -Infinity && until === Infinity ? null : { from, until };
}

/** Whether a calendar unit lies inside the window: none of its observed days is cut. */
export const isInside = (days: Days, window: Days | null): boolean =>
  window === null || (days.from >= window.from && days.until <= window.until);

/** The complete periods of a cohort, from 0 on (METRICS rules 7 and 10). A window leaves a run of them. */
export function completePeriods(unit: CohortUnit, cohort: number, observed: Observed, window: Days | null): number[] {
  const periods: number[] = [];
  const last = lastPeriod(unit, cohort, observed.until);
  for (let period = 0; period <= last; period++) {
    if (isComplete(periodDays(unit, cohort, period), observed.until, window)) periods.push(period);
  }
  return periods;
}
