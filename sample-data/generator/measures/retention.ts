import { lastDayOf, monthOf } from '../foundations/calendar';
import type { Purchase } from './ledger';

/**
 * The pooled monthly retention of some customers over the periods given: active over eligible, complete cells only.
 * A cell is complete when the last day of its month lies within the observation.
 */
export function pooledRetention(
  histories: Iterable<Purchase[]>,
  observedUntil: number,
  periods: { from: number; to: number },
): number {
  let eligible = 0;
  let active = 0;
  for (const history of histories) {
    const months = new Set(history.map((purchase) => monthOf(purchase.day)));
    const cohort = Math.min(...months);
    for (let period = periods.from; period <= periods.to; period++) {
      if (lastDayOf(cohort + period) > observedUntil) break;
      eligible++;
      if (months.has(cohort + period)) active++;
    }
  }
  return active / eligible;
}

/** Customers whose first purchase fell in a month that passes the test. */
export function cohortsWhere(histories: Iterable<Purchase[]>, isWanted: (month: number) => boolean): Purchase[][] {
  return [...histories].filter((history) => isWanted(Math.min(...history.map((purchase) => monthOf(purchase.day)))));
}

/** Customers active in a month, not in the month before, but earlier: lifecycle_flow's `resurrecting`. */
export function resurrectingIn(histories: Iterable<Purchase[]>, month: number): number {
  let resurrecting = 0;
  for (const history of histories) {
    const months = new Set(history.map((purchase) => monthOf(purchase.day)));
    if (months.has(month) && !months.has(month - 1) && Math.min(...months) < month - 1) resurrecting++;
  }
  return resurrecting;
}
