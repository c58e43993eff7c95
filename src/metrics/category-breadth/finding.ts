import type { Formatter } from '../../domain/format';
import type { Finding, MetricOptions, MetricTable } from '../metric';
import type { categoryBreadth } from './definition';

/** Fewer say little of a mean. */
const ENOUGH = 30;

/** From the first period to the last that enough customers have come to. */
export function finding(
  table: MetricTable<typeof categoryBreadth>,
  _context: unknown,
  format: Formatter,
  { each }: MetricOptions<typeof categoryBreadth>,
): Finding | null {
  const last = table.customers.findLastIndex((count) => count >= ENOUGH);
  if (last < 1) return null;
  const [first] = table.categories_per_customer;
  const then = table.categories_per_customer[last];
  return {
    words: [
      {
        strong: `Customers hold ${format.number(first, 1)} categories after their first ${each}, ${format.number(then, 1)} after ${format.int(last + 1)} ${each}s`,
      },
      table.customers[last] < table.customers[0] ? '; fewer have been here so long, so they are not the same.' : '.',
    ],
    n: `n = ${format.int(table.customers[0])} to ${format.int(table.customers[last])}`,
  };
}
