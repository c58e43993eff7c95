import type { Facts } from '../../facts/facts';
import { compareUtf8 } from '../../domain/keys';
import { isOther, itemsByOrder, type ItemField } from '../../facts/order-sums';
import type { Scope } from '../../facts/scope';

/** Holders of items at one level: customers, or orders. Matrices are `paired.length` squared, row by row. */
export interface PairCounts {
  /** Customers (orders) with a purchase in view, whatever they hold. */
  readonly n: number;
  /** Codes of the items that are paired, ascending. */
  readonly paired: Int32Array;
  /** Items that anyone holds. */
  readonly items: number;
  /** Holders of each item by its code. */
  readonly held: Int32Array;
  /** `ahead[a * size + b]`: holders whose first day with a is before that with b. Empty at the level of orders. */
  readonly ahead: Int32Array;
  /** `level[a * size + b] + level[b * size + a]`: other holders of both. */
  readonly level: Int32Array;
}

/** One call a holder in view: its different items, `items[from] .. items[to - 1]`. The arrays are used again after the call. */
export type BasketVisitor = (items: Int32Array, from: number, to: number, order: number) => void;
/** As for baskets; items by first day, and those days. */
export type HistoryVisitor = (items: Int32Array, firstDays: Int32Array, length: number, customer: number) => void;

/**
 * Counts which orders hold which pairs of items through purchases in view.
 * @param most of more items than this only the most held are paired
 */
export const countBasketPairs = (facts: Facts, scope: Scope, field: ItemField, most: number): PairCounts =>
  countLevel(namesOf(facts, field), most, false, (count, pairs) =>
    scanBaskets(facts, scope, field, (items, from, to) => {
      count(items, from, to);
      pairs?.addSet(items, from, to);
    }),
  );

/** The same of customers, with the order in time. */
export const countCustomerPairs = (facts: Facts, scope: Scope, field: ItemField, most: number): PairCounts =>
  countLevel(namesOf(facts, field), most, true, (count, pairs) =>
    scanHistories(facts, scope, field, (items, firstDays, length) => {
      count(items, 0, length);
      pairs?.addHistory(items, firstDays, length);
    }),
  );

const namesOf = (facts: Facts, field: ItemField): readonly string[] => facts.lines[field]?.values ?? [];

type Scan = (count: (items: Int32Array, from: number, to: number) => void, pairs: Matrix | null) => void;

/** Of too many items the holders are counted first, to see which are the most held. */
function countLevel(names: readonly string[], most: number, dated: boolean, scan: Scan): PairCounts {
  const held = new Int32Array(names.length);
  let n = 0;
  const count = (items: Int32Array, from: number, to: number) => {
    n++;
    for (let at = from; at < to; at++) held[items[at]]++;
  };
  let codes: Int32Array | null = null;
  if (names.length > most) {
    scan(count, null);
    codes = mostHeld(held, names, most);
  }
  const matrix = new Matrix(codes, names.length, dated);
  if (codes) scan(() => undefined, matrix);
  else scan(count, matrix);
  return matrix.counts(n, held);
}

/** Items by holders, the most held first, ties by name; ascending codes of the first `most`. */
export function mostHeld(held: Int32Array, names: readonly string[], most: number): Int32Array {
  const items = Int32Array.from(held, (_, item) => item).filter((item) => held[item] > 0);
  return items
    .sort((a, b) => held[b] - held[a] || compareUtf8(names[a], names[b]))
    .slice(0, most)
    .sort();
}

class Matrix {
  readonly #size: number;
  readonly #codes: Int32Array;
  /** The place of each item in the matrix, -1 for those left out; null where every item has the place of its code. */
  readonly #slot: Int32Array | null = null;
  readonly #ahead: Int32Array;
  readonly #level: Int32Array;
  #places = new Int32Array(64);
  #days = new Int32Array(64);

  constructor(codes: Int32Array | null, items: number, dated: boolean) {
    this.#codes = codes ?? Int32Array.from({ length: items }, (_, item) => item);
    this.#size = this.#codes.length;
    if (codes) {
      this.#slot = new Int32Array(items).fill(-1);
      codes.forEach((item, slot) => (this.#slot![item] = slot));
    }
    this.#ahead = new Int32Array(dated ? this.#size ** 2 : 0);
    this.#level = new Int32Array(this.#size ** 2);
  }

  /** Copies the places of items that are paired, and their days, to the front of the buffers; says how many. */
  #place(items: Int32Array, days: Int32Array | null, from: number, to: number): number {
    if (this.#places.length < to - from) {
      this.#places = new Int32Array(2 * (to - from));
      this.#days = new Int32Array(2 * (to - from));
    }
    let kept = 0;
    for (let at = from; at < to; at++) {
      const slot = this.#slot ? this.#slot[items[at]] : items[at];
      if (slot < 0) continue;
      this.#places[kept] = slot;
      if (days) this.#days[kept] = days[at];
      kept++;
    }
    return kept;
  }

  addSet(items: Int32Array, from: number, to: number): void {
    if (to - from < 2) return;
    const kept = this.#place(items, null, from, to);
    const places = this.#places;
    const level = this.#level;
    const size = this.#size;
    for (let i = 0; i < kept - 1; i++) {
      const row = places[i] * size;
      for (let j = i + 1; j < kept; j++) level[row + places[j]]++;
    }
  }

  /** Items in the order of their first days. */
  addHistory(items: Int32Array, firstDays: Int32Array, length: number): void {
    const kept = this.#slot ? this.#place(items, firstDays, 0, length) : length;
    const places = this.#slot ? this.#places : items;
    const days = this.#slot ? this.#days : firstDays;
    const level = this.#level;
    const ahead = this.#ahead;
    const size = this.#size;
    for (let i = 0; i < kept - 1; i++) {
      const row = places[i] * size;
      let j = i + 1;
      for (; j < kept && days[j] === days[i]; j++) level[row + places[j]]++;
      for (; j < kept; j++) ahead[row + places[j]]++;
    }
  }

  counts(n: number, held: Int32Array): PairCounts {
    let items = 0;
    for (let item = 0; item < held.length; item++) if (held[item] > 0) items++;
    return { n, paired: this.#codes, items, held, ahead: this.#ahead, level: this.#level };
  }
}

/** Walks through the purchases in view. */
export function scanBaskets(facts: Facts, scope: Scope, field: ItemField, visit: BasketVisitor): void {
  const { count } = facts.orders;
  const { purchase } = scope;
  const { start, item } = itemsByOrder(facts, scope, field);
  for (let order = 0; order < count; order++)
    if (purchase[order] !== 0) visit(item, start[order], start[order + 1], order);
}

/** Walks through the customers with a purchase in view. */
export function scanHistories(facts: Facts, scope: Scope, field: ItemField, visit: HistoryVisitor): void {
  const { customer: customerOf, day: dayOf, known } = facts.orders;
  const { purchase } = scope;
  const { start, item } = itemsByOrder(facts, scope, field);
  const names = namesOf(facts, field).length;
  const heldBy = new Int32Array(names).fill(-1);
  // One place more than there are items: an item that is held already is written there, and then over.
  const items = new Int32Array(names + 1);
  const days = new Int32Array(names + 1);
  let customer = -1;
  let held = 0;
  for (let order = 0; order < known; order++) {
    if (purchase[order] === 0) continue;
    if (customerOf[order] !== customer) {
      if (customer >= 0) visit(items, days, held, customer);
      customer = customerOf[order];
      held = 0;
    }
    const day = dayOf[order];
    const end = start[order + 1];
    for (let at = start[order]; at < end; at++) {
      const code = item[at];
      items[held] = code;
      days[held] = day;
      held += isOther(heldBy[code], customer);
      heldBy[code] = customer;
    }
  }
  if (customer >= 0) visit(items, days, held, customer);
}
