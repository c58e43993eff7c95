import { calibrationEnd, historiesUntil, purchaseDays } from '../../facts/purchase-days';
import type { Members } from '../metric';
import type { clvConditional } from './definition';
import { MOST_TOLD_APART } from './derive';

/** Customers with so many repeat purchases by the end of the calibration. */
export const members: Members<typeof clvConditional> = (facts, scope, options, row) => {
  if (!facts.observed) return new Int32Array(0);
  const window = {
    from: Math.max(scope.from, facts.observed.from),
    until: Math.min(scope.until, facts.observed.until),
  };
  const { customer, x } = historiesUntil(purchaseDays(facts, scope), calibrationEnd(window, options.calibration_end));
  return Int32Array.from(customer).filter((_, i) => Math.min(x[i], MOST_TOLD_APART) === row['x']);
};
