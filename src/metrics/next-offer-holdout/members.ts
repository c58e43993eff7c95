import type { Members } from '../metric';
import type { nextOfferHoldout } from './definition';
import { endOf, outcomes } from './derive';
import { kernel, resolve } from './kernel';

/** Customers who took up something new after the calibration, or those of them whom a list of offers had right. */
export const members: Members<typeof nextOfferHoldout> = (facts, scope, options, row, column) => {
  if (!facts.observed) return new Int32Array(0);
  const window = {
    from: Math.max(scope.from, facts.observed.from),
    until: Math.min(scope.until, facts.observed.until),
  };
  const texts = facts.lines[resolve(facts, options).item]?.values ?? [];
  const found = outcomes(kernel(facts, scope, options), texts, endOf({ window }, options)!, options);
  const isListed = (one: (typeof found)[number]) =>
    column === 'customers' || (column === 'hits' ? one.offered : one.popular) < Number(row['k']);
  return Int32Array.from(found.filter(isListed), ({ customer }) => customer);
};
