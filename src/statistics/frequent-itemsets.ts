/** Baskets and the items in them, one entry a holding; baskets stand together, no item twice in one. */
export interface Holdings {
  readonly basket: ArrayLike<number>;
  readonly item: ArrayLike<number>;
}
export interface Itemset {
  /** Codes of items, ascending. */
  readonly items: readonly number[];
  /** Baskets that hold all of them. */
  readonly count: number;
}

/** There are more frequent itemsets than can be held. */
export class TooManyItemsets extends Error {}

/**
 * Every set of up to `longest` items that at least `least` baskets hold, sets before those that hold them. Depth first over
 * lists of baskets (Eclat: M. J. Zaki, IEEE Transactions on Knowledge and Data Engineering 12, 2000); pairs are counted in one pass beforehand,
 * so that only pairs that are frequent are intersected. Throws `TooManyItemsets` beyond `most`.
 */
export function frequentItemsets(holdings: Holdings, least: number, longest: number, most: number): Itemset[] {
  const { codes, lists } = frequentItems(holdings, least);
  const size = codes.length;
  const found: Itemset[] = codes.map((code, slot) => ({ items: [code], count: lists[slot].length }));
  const refuseMany = () => {
    if (found.length > most) throw new TooManyItemsets();
  };
  refuseMany();
  if (longest < 2) return found;
  const isPair = pairTest(holdings, codes, least);
  const extend = (prefix: readonly number[], slots: readonly number[], baskets: readonly Int32Array[]): void => {
    slots.forEach((slot, at) => {
      const items = [...prefix, codes[slot]];
      const further: number[] = [];
      const shared: Int32Array[] = [];
      for (let next = at + 1; next < slots.length; next++) {
        if (!isPair(slot, slots[next])) continue;
        const both = intersect(baskets[at], baskets[next], least);
        if (!both) continue;
        found.push({ items: [...items, codes[slots[next]]], count: both.length });
        further.push(slots[next]);
        shared.push(both);
      }
      refuseMany();
      if (further.length > 1 && items.length + 2 <= longest) extend(items, further, shared);
    });
  };
  extend([], Array.from({ length: size }, (_, slot) => slot), lists); // prettier-ignore
  return found.sort((a, b) => a.items.length - b.items.length);
}

/** Items that enough baskets hold, by ascending code, and the baskets of each by their position. */
function frequentItems({ basket, item }: Holdings, least: number): { codes: number[]; lists: Int32Array[] } {
  let highest = -1;
  for (let at = 0; at < item.length; at++) if (item[at] > highest) highest = item[at];
  const held = new Int32Array(highest + 1);
  for (let at = 0; at < item.length; at++) held[item[at]]++;
  const codes = Array.from(held.keys()).filter((code) => held[code] > 0 && held[code] >= least);
  const lists = codes.map((code) => new Int32Array(held[code]));
  const slotOf = new Int32Array(highest + 1).fill(-1);
  codes.forEach((code, slot) => (slotOf[code] = slot));
  const filled = new Int32Array(codes.length);
  let position = -1;
  let last = NaN;
  for (let at = 0; at < item.length; at++) {
    if (basket[at] !== last) {
      position++;
      last = basket[at];
    }
    const slot = slotOf[item[at]];
    if (slot >= 0) lists[slot][filled[slot]++] = position;
  }
  return { codes, lists };
}

/** Beyond so many items the matrix of pairs would be too large: pairs are then intersected untested. */
const MATRIX_ITEMS = 4_000;

/** Whether enough baskets hold two items, by their slots, the lower first. */
function pairTest({ basket, item }: Holdings, codes: readonly number[], least: number) {
  const size = codes.length;
  if (size > MATRIX_ITEMS) return () => true;
  const slotOf = new Map(codes.map((code, slot) => [code, slot]));
  const counts = new Int32Array(size * size);
  const slots: number[] = [];
  const addBasket = () => {
    slots.sort((a, b) => a - b);
    for (let i = 0; i < slots.length; i++)
      for (let j = i + 1; j < slots.length; j++) counts[slots[i] * size + slots[j]]++;
    slots.length = 0;
  };
  for (let at = 0; at < item.length; at++) {
    if (at > 0 && basket[at] !== basket[at - 1]) addBasket();
    const slot = slotOf.get(item[at]);
    if (slot !== undefined) slots.push(slot);
  }
  addBasket();
  return (a: number, b: number) => counts[a * size + b] >= least;
}

/** The entries that two ascending lists share; null once fewer than `least` can be. */
function intersect(a: Int32Array, b: Int32Array, least: number): Int32Array | null {
  const shared = new Int32Array(Math.min(a.length, b.length));
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      shared[count++] = a[i++];
      j++;
    } else if (a[i] < b[j]) {
      if (count + a.length - ++i < least) return null;
    } else if (count + b.length - ++j < least) return null;
  }
  return count >= least ? shared.slice(0, count) : null;
}
