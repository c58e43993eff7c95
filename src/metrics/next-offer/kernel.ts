import type { Facts } from '../../facts/facts';
import { itemDays } from './item-days';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Members, type MetricOptions } from '../metric';
import { nextOffer, nextOfferHoldout } from './definition';
import { derive, offersOf, prepare } from './derive';
import { derive as deriveHoldout, endOf, outcomes, prepare as prepareHoldout } from './derive-holdout';
import sql from './query.sql?raw';

/** Where no file has products, categories are the items. */
const resolve = <O extends Pick<MetricOptions<typeof nextOffer>, 'item'>>(facts: Facts, options: O): O => ({
  ...options,
  item: options.item === 'product' && (facts.lines.product?.values.length ?? 0) === 0 ? 'category' : options.item,
});

const kernel = (facts: Facts, scope: Scope, options: Pick<MetricOptions<typeof nextOffer>, 'item'>) => ({
  ...itemDays(facts, scope, resolve(facts, options).item),
});

/** Customers whose first offer is that of the row. */
const members: Members<typeof nextOffer> = (facts, scope, options, row) => {
  const texts = facts.lines[resolve(facts, options).item]?.values ?? [];
  const { names, customers, offers } = offersOf(kernel(facts, scope, options), texts, options);
  return customers.filter((_, at) => offers[at].length > 0 && names[offers[at][0].item] === row['offer']);
};

/** Customers who took up something new after the calibration, or those of them whom a list of offers had right. */
const holdoutMembers: Members<typeof nextOfferHoldout> = (facts, scope, options, row, column) => {
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

const shared = { sql, kernel, resolve };
export default defineComputation(nextOffer, { ...shared, members, derive, prepare });
export const holdout = defineComputation(nextOfferHoldout, {
  ...shared,
  members: holdoutMembers,
  derive: deriveHoldout,
  prepare: prepareHoldout,
});
