import type { Facts } from '../../facts/facts';
import { itemsByOrder } from '../../facts/order-sums';
import type { Kernel, MetricOptions } from '../metric';
import type { basketRules } from './definition';

type Options = MetricOptions<typeof basketRules>;

/** Where no file has products, categories are the items. */
export const resolve = (facts: Facts, options: Options): Options => ({
  ...options,
  item: options.item === 'product' && (facts.lines.product?.values.length ?? 0) === 0 ? 'category' : options.item,
});

/** What each purchase in view holds; purchases of unknown customers too. */
export const kernel: Kernel<typeof basketRules> = (facts, scope, options) => {
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
