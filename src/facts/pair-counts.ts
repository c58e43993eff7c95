import type { Facts } from './facts';
import { compareUtf8 } from '../domain/keys';
import { itemsByOrder, type ItemField } from './order-sums';
import type { Scope } from './scope';

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

interface Holders {
  readonly orders: PairCounts;
  readonly customers: PairCounts;
}

/**
 * Counts who holds which pairs of items through purchases in view, of orders and of customers in one pass.
 * @param most of more items than this only the most held are paired
 */
export function countPairs(facts: Facts, scope: Scope, field: ItemField, most: number): Holders {
  const column = facts.lines[field];
  const names = column?.values ?? [];
  const ordersHeld = new Int32Array(names.length);
  const customersHeld = new Int32Array(names.length);
  const n = { orders: 0, customers: 0 };
  const count = (pairs: { orders: Matrix; customers: Matrix } | null) => {
    scanHoldings(facts, scope, field, {
      order: (items, from, to) => {
        n.orders++;
        for (let at = from; at < to; at++) ordersHeld[items[at]]++;
        if (pairs) pairs.orders.addSet(items, from, to);
      },
      customer: (items, days, length) => {
        n.customers++;
        for (let i = 0; i < length; i++) customersHeld[items[i]]++;
        if (pairs) pairs.customers.addHistory(items, days, length);
      },
    });
  };
  const few = names.length <= most;
  if (!few) {
    count(null);
    n.orders = n.customers = 0;
  }
  const matrices = {
    orders: new Matrix(few ? null : mostHeld(ordersHeld, names, most), names.length, false),
    customers: new Matrix(few ? null : mostHeld(customersHeld, names, most), names.length, true),
  };
  if (!few) {
    ordersHeld.fill(0);
    customersHeld.fill(0);
  }
  count(matrices);
  return {
    orders: matrices.orders.counts(n.orders, ordersHeld),
    customers: matrices.customers.counts(n.customers, customersHeld),
  };
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
    const kept = this.#place(items, firstDays, 0, length);
    const places = this.#places;
    const days = this.#days;
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

export interface HoldingsVisitor {
  /** One call a purchase in view: its different items, `items[from] .. items[to - 1]`. */
  order(items: Int32Array, from: number, to: number, order: number): void;
  /** One call a customer with a purchase in view: different items by first day, and those days. Both are used again after the call. */
  customer(items: Int32Array, firstDays: Int32Array, length: number, customer: number): void;
}

/** Walks through purchases in view, customer by customer; orders of nobody come last. */
export function scanHoldings(facts: Facts, scope: Scope, field: ItemField, visitor: HoldingsVisitor): void {
  const { orders } = facts;
  const { start, item } = itemsByOrder(facts, scope, field);
  const names = facts.lines[field]?.values.length ?? 0;
  const heldBy = new Int32Array(names).fill(-1);
  const items = new Int32Array(names);
  const days = new Int32Array(names);
  let customer = -1;
  let held = 0;
  for (let order = 0; order < orders.count; order++) {
    if (scope.purchase[order] === 0) continue;
    if (orders.customer[order] !== customer) {
      if (customer >= 0) visitor.customer(items, days, held, customer);
      customer = orders.customer[order];
      held = 0;
    }
    const end = start[order + 1];
    for (let at = start[order]; at < end && customer >= 0; at++) {
      if (heldBy[item[at]] === customer) continue;
      heldBy[item[at]] = customer;
      items[held] = item[at];
      days[held++] = orders.day[order];
    }
    visitor.order(item, start[order], end, order);
  }
  if (customer >= 0) visitor.customer(items, days, held, customer);
}
