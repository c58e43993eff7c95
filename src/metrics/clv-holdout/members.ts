import { weekOfDay } from '../../domain/calendar';
import { calibrationEnd, historiesUntil, purchaseDays } from '../../facts/purchase-days';
import type { Members } from '../metric';
import type { clvHoldout } from './definition';

/** Customers of the calibration who bought in the week, after its end. */
export const members: Members<typeof clvHoldout> = (facts, scope, options, row) => {
  if (!facts.observed) return new Int32Array(0);
  const window = {
    from: Math.max(scope.from, facts.observed.from),
    until: Math.min(scope.until, facts.observed.until),
  };
  const days = purchaseDays(facts, scope);
  const { customer, after, end } = historiesUntil(days, calibrationEnd(window, options.calibration_end));
  return Int32Array.from(customer).filter((_, i) =>
    days.day.subarray(after[i], end[i]).some((day) => day <= window.until && weekOfDay(day) === row['week']),
  );
};
