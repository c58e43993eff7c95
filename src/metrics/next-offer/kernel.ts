import type { Facts } from '../../facts/facts';
import { itemDays } from '../../facts/item-days';
import type { Kernel, MetricOptions } from '../metric';
import type { nextOffer } from './definition';

type Options = MetricOptions<typeof nextOffer>;

/** Where no file has products, categories are the items. */
export const resolve = (facts: Facts, options: Options): Options => ({
  ...options,
  item: options.item === 'product' && (facts.lines.product?.values.length ?? 0) === 0 ? 'category' : options.item,
});

export const kernel: Kernel<typeof nextOffer> = (facts, scope, options) => ({
  ...itemDays(facts, scope, resolve(facts, options).item),
});
