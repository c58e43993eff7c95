import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';

/** A customer in view as one source has it. */
export interface Fragment {
  readonly source: number;
  readonly customer: number;
  readonly records: number;
  /** Money under the source's own keys. */
  readonly net: number;
  /** In how many sources the customer stands. */
  readonly sources: number;
  /** The fifth that the source's keys gave it is not the customer's. */
  readonly rankChanged: boolean;
}

/** One fragment for each customer in view and source that has it, by source, then customer. */
export function fragmentsOf({ unified, customers }: Facts, scope: Scope): Fragment[] {
  if (!unified) return [];
  const found = new Map<number, { source: number; customer: number; records: number; net: number; fifth: number }>();
  const sources = new Int32Array(customers.count);
  unified.customer.forEach((customer, record) => {
    if (!scope.customer[customer]) return;
    const source = unified.source[record];
    const key = source * customers.count + customer;
    let fragment = found.get(key);
    if (!fragment) {
      found.set(key, (fragment = { source, customer, records: 0, net: 0, fifth: 0 }));
      sources[customer]++;
    }
    fragment.records++;
    fragment.net += unified.net[record];
    const fifth = unified.fifth[record];
    // Of several keys the one that stood best speaks for the source.
    if (fifth > 0 && (fragment.fifth === 0 || fifth < fragment.fifth)) fragment.fifth = fifth;
  });
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([, { fifth, ...fragment }]) => ({
      ...fragment,
      sources: sources[fragment.customer],
      rankChanged: fifth !== customers.quintile[fragment.customer],
    }));
}
