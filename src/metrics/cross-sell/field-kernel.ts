import { mostHeld, scanBaskets, scanHistories } from './pair-counts';
import { defineComputation, type Kernel } from '../metric';
import { crossSellField } from './definition';
import { deriveField, fieldPicture, prepareField } from './field-derive';
import sql from './field-query.sql?raw';
import { members, resolve } from './holders';
import { triangleAt } from './triangle';

/**
 * Every two items that anyone holds both of, the lower code first, and every item with itself, at the level of the options. Counted
 * into a triangle of 32 bits a pair, so that five thousand items take 50 MB.
 */
const fieldKernel: Kernel<typeof crossSellField> = (facts, scope, options) => {
  const { item: field } = resolve(facts, options);
  const names = facts.lines[field]?.values ?? [];
  let n = 0;
  const scan = (visit: (items: Int32Array, from: number, to: number) => void) => {
    n = 0;
    const count = (items: Int32Array, from: number, to: number) => {
      n++;
      visit(items, from, to);
    };
    if (options.level === 'basket') scanBaskets(facts, scope, field, count);
    else scanHistories(facts, scope, field, (items, _, length) => count(items, 0, length));
  };
  const held = new Int32Array(names.length);
  scan((items, from, to) => {
    for (let at = from; at < to; at++) held[items[at]]++;
  });
  const paired = mostHeld(held, names, options.items);
  const both = pairsWithin(paired, names.length, scan);
  return rowsOf({ n, paired, held, items: held.reduce((sum, holders) => sum + (holders > 0 ? 1 : 0), 0), both });
};

function pairsWithin(
  paired: Int32Array,
  items: number,
  scan: (visit: (items: Int32Array, from: number, to: number) => void) => void,
): Uint32Array {
  const slot = new Int32Array(items).fill(-1);
  paired.forEach((item, place) => (slot[item] = place));
  const both = new Uint32Array((paired.length * (paired.length - 1)) / 2);
  const places = new Int32Array(paired.length);
  scan((held, from, to) => {
    let kept = 0;
    for (let at = from; at < to; at++) if (slot[held[at]] >= 0) places[kept++] = slot[held[at]];
    const sorted = places.subarray(0, kept).sort();
    for (let high = 1; high < kept; high++) {
      const row = triangleAt(0, sorted[high]);
      for (let low = 0; low < high; low++) both[row + sorted[low]]++;
    }
  });
  return both;
}

function rowsOf(counts: {
  readonly n: number;
  readonly paired: Int32Array;
  readonly held: Int32Array;
  readonly items: number;
  readonly both: Uint32Array;
}) {
  const { n, paired, held, items, both } = counts;
  let rows = paired.length;
  for (const count of both) if (count > 0) rows++;
  const from_item = new Float64Array(rows);
  const to_item = new Float64Array(rows);
  const n_both = new Float64Array(rows);
  let row = 0;
  for (let low = 0; low < paired.length; low++) {
    for (let high = low; high < paired.length; high++) {
      const count = low === high ? held[paired[low]] : both[triangleAt(low, high)];
      if (count === 0) continue;
      from_item[row] = paired[low];
      to_item[row] = paired[high];
      n_both[row++] = count;
    }
  }
  return { from_item, to_item, n: new Float64Array(rows).fill(n), n_both, items: new Float64Array(rows).fill(items) };
}

export default defineComputation(crossSellField, {
  sql,
  kernel: fieldKernel,
  members,
  resolve,
  derive: deriveField,
  prepare: prepareField,
  picture: fieldPicture,
});
