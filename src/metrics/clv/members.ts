import { purchaseDays } from '../../facts/purchase-days';
import type { Members } from '../metric';
import type { clv } from './definition';
import { chances, tenthOf } from './derive';

/** Customers whose chance of still buying lies in the same tenth as the row's. */
export const members: Members<typeof clv> = (facts, scope, options, row) => {
  if (!facts.observed) return new Int32Array(0);
  const window = { from: facts.observed.from, until: Math.min(scope.until, facts.observed.until) };
  const { histories, alive } = chances(purchaseDays(facts, scope), { window }, options);
  const wanted = tenthOf(Number(row['p_alive']));
  return Int32Array.from(histories.customer).filter((_, i) => tenthOf(alive[i]) === wanted);
};
