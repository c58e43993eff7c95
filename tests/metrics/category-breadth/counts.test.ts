import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/category-breadth/Chart.svelte';
import type { categoryBreadth } from '../../../src/metrics/category-breadth/definition';
import { finding } from '../../../src/metrics/category-breadth/finding';
import type { MetricTable } from '../../../src/metrics/metric';
import type { Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';

const bought = (customer: string, day: number, category: string): Line => ({
  customer,
  day,
  order: `${customer} ${day}`,
  category,
  amount: 1,
});
/** Forty customers who take up a category every hundred days, the first on day 1,000; half of them come 182 days later. */
const lines = Array.from({ length: 40 }, (_, at) =>
  [0, 1, 2, 3].map((step) => bought(`c${at}`, 1_000 + (at % 2) * 182 + 100 * step, `k${step}`)),
).flat();
const rows = (filter: Parameters<typeof ask>[2] = [], each = 'quarter') =>
  rowsIn(ask('category_breadth', lines, filter, { each }).table).map((row) => [
    row['customers'],
    row['categories_per_customer'],
  ]);

test('a period counts who has come to its end, with all that they have held by then', () => {
  // Observed to day 1,482: five quarters and some of the first half, three and some of the second.
  expect(rows()).toEqual([[40, 1], [40, 2], [40, 3], [20, 4], [20, 4]]); // prettier-ignore
  expect(rows([], 'year')).toEqual([[20, 4]]);
});
test('a window ends observation on its last day; from when it begins is no matter', () => {
  const window = (from: number | null, until: number | null) => [{ kind: 'window', from, until, source: '' }] as const;
  expect(rows(window(1_200, null))).toEqual(rows());
  expect(rows(window(null, 1_181))).toEqual([[20, 1], [20, 2]]); // prettier-ignore
});
test('a filter of lines counts only what is on these lines', () => {
  const kept = rows([{ kind: 'line', field: 'category', values: ['k0', 'k2'] }]);
  expect(kept).toEqual([[40, 1], [40, 1], [40, 2], [20, 2], [20, 2]]); // prettier-ignore
});
test('the picture and the finding', () => {
  const table = ask('category_breadth', lines).table as unknown as MetricTable<typeof categoryBreadth>;
  const options = { each: 'quarter' } as const;
  for (const width of [720, 358]) {
    const html = drawn(Chart, { table, options, width });
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect(wordsOf(html)).toContain('quarters since the first purchase; customers below');
  }
  expect(said(finding(table, context, format, options))).toBe(
    'Customers hold 1.0 categories after their first quarter, 3.0 after 3 quarters. [n = 40 to 40]',
  );
});
