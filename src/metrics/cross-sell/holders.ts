import type { Facts } from '../../facts/facts';
import { scanBaskets, scanHistories } from './pair-counts';
import type { Scope } from '../../facts/scope';
import type { Members, MetricOptions, TableRow } from '../metric';
import type { crossSell, crossSellField, crossSellPairs } from './definition';

type Options = MetricOptions<typeof crossSell>;

/** Where no file has categories, products are the items. */
export const resolve = <O extends Pick<Options, 'item'>>(facts: Facts, options: O): O => ({
  ...options,
  item: options.item === 'category' && (facts.lines.category?.values.length ?? 0) === 0 ? 'product' : options.item,
});

type AnyPair =
  | Parameters<Members<typeof crossSell>>[4]
  | Parameters<Members<typeof crossSellPairs>>[4]
  | Parameters<Members<typeof crossSellField>>[4];

/** Holders at the level of the row: customers, or orders where it is `basket`. */
export const members = (
  facts: Facts,
  scope: Scope,
  options: Pick<MetricOptions<typeof crossSell>, 'item'>,
  row: TableRow,
  column: AnyPair,
): Int32Array => {
  const { item: field } = resolve(facts, options);
  const names = facts.lines[field]?.values ?? [];
  const from = names.indexOf(String(row['from']));
  const to = names.indexOf(String(row['to']));
  const found: number[] = [];
  const holds = (held: Int32Array, days: Int32Array | null): boolean => {
    const [first, second] = [held.indexOf(from), held.indexOf(to)];
    if (column === 'n') return true;
    if (column === 'n_from') return first >= 0;
    if (column === 'n_to') return second >= 0;
    if (column === 'only_from') return first >= 0 && second < 0;
    if (column === 'only_to') return second >= 0 && first < 0;
    if (first < 0 || second < 0) return false;
    if (column === 'n_both' || !days) return column === 'n_both';
    return column === 'from_first' ? days[first] < days[second] : days[second] < days[first];
  };
  if (row['level'] === 'basket')
    scanBaskets(facts, scope, field, (items, start, end, order) => {
      if (holds(items.subarray(start, end), null)) found.push(order);
    });
  else
    scanHistories(facts, scope, field, (items, days, length, customer) => {
      if (holds(items.subarray(0, length), days)) found.push(customer);
    });
  return Int32Array.from(found);
};
