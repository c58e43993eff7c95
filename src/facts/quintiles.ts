import type { Facts } from './facts';
import { rankByValue } from './rank-by-value';
import { winningCosts } from './winning-costs';

/**
 * NTILE(5) by value, best first, ties by position; 0 for those left out.
 * As SQL's NTILE: the first n mod 5 groups are one larger.
 * @param value money, one entry a customer
 * @param included 1 where the customer takes part
 */
export function ntile5(value: Float64Array, included: Uint8Array): Uint8Array {
  const ranked = rankByValue(value, included);
  const quintile = new Uint8Array(value.length);
  const size = Math.floor(ranked.length / 5);
  const larger = ranked.length % 5;
  let position = 0;
  for (let group = 1; group <= 5; group++) {
    const end = position + size + (group <= larger ? 1 : 0);
    for (; position < end; position++) quintile[ranked[position]] = group;
  }
  return quintile;
}

const byNet = new WeakMap<Facts, Uint8Array>();
const byContribution = new WeakMap<Facts, Uint8Array>();

/**
 * What customers are ranked by: profit, which is net where no file has a cost; or contribution, which is profit less what
 * winning the customer cost, where anybody knows.
 */
export type ValueMeasure = 'profit' | 'net' | 'contribution';

/** The quintile of each customer over the whole file (METRICS.md, `value_quintiles`); 0 without a transaction line. */
export function quintilesBy(facts: Facts, by: ValueMeasure): Uint8Array {
  const { customers } = facts;
  const costs = by === 'contribution' ? winningCosts(facts) : null;
  if (!customers.profit || by === 'profit' || (by === 'contribution' && !costs)) return customers.quintile;
  const contribution = () => customers.profit!.map((profit, customer) => profit - costs![customer]);
  const known = by === 'net' ? byNet : byContribution;
  let quintile = known.get(facts);
  if (!quintile)
    known.set(facts, (quintile = ntile5(by === 'net' ? customers.net : contribution(), customers.hasLines)));
  return quintile;
}
