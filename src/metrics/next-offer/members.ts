import type { Members } from '../metric';
import type { nextOffer } from './definition';
import { offersOf } from './derive';
import { kernel, resolve } from './kernel';

/** Customers whose first offer is that of the row. */
export const members: Members<typeof nextOffer> = (facts, scope, options, row) => {
  const texts = facts.lines[resolve(facts, options).item]?.values ?? [];
  const { names, customers, offers } = offersOf(kernel(facts, scope, options), texts, options);
  return customers.filter((_, at) => offers[at].length > 0 && names[offers[at][0].item] === row['offer']);
};
