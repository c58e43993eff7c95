import type { Facts } from './facts';
import { rankByValue } from './rank-by-value';

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

/** What customers are ranked by: profit, which is net where no file has a cost. */
export type ValueMeasure = 'profit' | 'net';

/** The quintile of each customer over the whole file (METRICS.md, `value_quintiles`); 0 without a transaction line. */
export function quintilesBy(facts: Facts, by: ValueMeasure): Uint8Array {
  const { customers } = facts;
  if (by === 'profit' || !customers.profit) return customers.quintile;
  let quintile = byNet.get(facts);
  if (!quintile) byNet.set(facts, (quintile = ntile5(customers.net, customers.hasLines)));
  return quintile;
}
