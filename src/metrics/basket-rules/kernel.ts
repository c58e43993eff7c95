import type { Facts } from '../../facts/facts';
import { itemsByOrder } from '../../facts/order-sums';
import { defineComputation, type Kernel, type Members, type MetricOptions } from '../metric';
import { basketRules } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof basketRules>;

/** Where no file has products, categories are the items. */
const resolve = (facts: Facts, options: Options): Options => ({
  ...options,
  item: options.item === 'product' && (facts.lines.product?.values.length ?? 0) === 0 ? 'category' : options.item,
});

/** What each purchase in view holds; purchases of unknown customers too. */
const kernel: Kernel<typeof basketRules> = (facts, scope, options) => {
  const { start, item } = itemsByOrder(facts, scope, resolve(facts, options).item);
  let n = 0;
  let rows = 0;
  for (let order = 0; order < facts.orders.count; order++) {
    if (!scope.purchase[order]) continue;
    n++;
    rows += start[order + 1] - start[order];
  }
  const base = { basket: new Float64Array(rows), item: new Float64Array(rows), n: new Float64Array(rows).fill(n) };
  let row = 0;
  for (let order = 0; order < facts.orders.count; order++) {
    if (!scope.purchase[order]) continue;
    base.item.set(
      item
        .subarray(start[order], start[order + 1])
        .slice()
        .sort(),
      row,
    );
    for (let at = start[order]; at < start[order + 1]; at++) base.basket[row++] = order;
  }
  return base;
};

/** Purchases in view that hold both sides of a rule, one of them, or anything at all. */
const members: Members<typeof basketRules> = (facts, scope, options, row, column) => {
  const field = resolve(facts, options).item;
  const { start, item } = itemsByOrder(facts, scope, field);
  const names = facts.lines[field]?.values ?? [];
  const all = (JSON.parse(String(row['items'])) as string[]).map((name) => names.indexOf(name));
  const sides: Readonly<Partial<Record<typeof column, readonly number[]>>> = {
    n: [],
    n_antecedent: all.slice(0, -1),
    n_consequent: all.slice(-1),
    count: all,
  };
  const wanted = sides[column] ?? all;
  const orders = Int32Array.from({ length: facts.orders.count }, (_, order) => order);
  return orders.filter((order) => {
    if (!scope.purchase[order]) return false;
    const held = item.subarray(start[order], start[order + 1]);
    return wanted.every((code) => held.includes(code));
  });
};

export default defineComputation(basketRules, { sql, kernel, members, resolve, derive });
