import { countBasketPairs, countCustomerPairs, type PairCounts } from './pair-counts';
import { defineComputation, type Kernel, type MetricBase } from '../metric';
import { crossSell, crossSellPairs } from './definition';
import { derive } from './derive';
import { deriveLists } from './derive-lists';
import { members, resolve } from './holders';
import sql from './query.sql?raw';

/** Every ordered pair of items that anyone holds both of, and every item with itself. */
const kernel: Kernel<typeof crossSell> = (facts, scope, options) => {
  const { item, level, levels, items } = resolve(facts, options);
  const isAsked = (one: string) => levels === 'both' || level === one;
  const baskets = isAsked('basket') ? countBasketPairs(facts, scope, item, items) : null;
  const customers = isAsked('customer') ? countCustomerPairs(facts, scope, item, items) : null;
  const rows = countRows(baskets) + countRows(customers);
  const column = () => new Float64Array(rows);
  const base = {
    level: column(),
    from_item: column(),
    to_item: column(),
    n: column(),
    n_from: column(),
    n_to: column(),
    n_both: column(),
    from_first: column(),
    to_first: column(),
    items: column(),
  };
  const after = writeRows(base, 0, 0, baskets);
  writeRows(base, after, 1, customers);
  return base;
};

function countRows(counts: PairCounts | null): number {
  if (!counts) return 0;
  const { paired, held, ahead, level } = counts;
  const size = paired.length;
  let rows = 0;
  for (let a = 0; a < size; a++) {
    if (held[paired[a]] > 0) rows++;
    for (let b = a + 1; b < size; b++) {
      const cell = a * size + b;
      const mirror = b * size + a;
      if (level[cell] > 0 || level[mirror] > 0 || ahead[cell] > 0 || ahead[mirror] > 0) rows += 2;
    }
  }
  return rows;
}

function writeRows(base: MetricBase<typeof crossSell>, from: number, code: number, counts: PairCounts | null): number {
  if (!counts) return from;
  const { n, paired, items, held, ahead, level } = counts;
  const size = paired.length;
  const dated = ahead.length > 0;
  let row = from;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const first = dated ? ahead[a * size + b] : 0;
      const last = dated ? ahead[b * size + a] : 0;
      const both = a === b ? held[paired[a]] : first + last + level[a * size + b] + level[b * size + a];
      if (both === 0) continue;
      base.level[row] = code;
      base.from_item[row] = paired[a];
      base.to_item[row] = paired[b];
      base.n[row] = n;
      base.n_from[row] = held[paired[a]];
      base.n_to[row] = held[paired[b]];
      base.n_both[row] = both;
      base.from_first[row] = first;
      base.to_first[row] = last;
      base.items[row] = items;
      row++;
    }
  }
  return row;
}

const shared = { sql, kernel, members, resolve };
export default defineComputation(crossSell, { ...shared, derive });
export const pairs = defineComputation(crossSellPairs, { ...shared, derive: deriveLists });
