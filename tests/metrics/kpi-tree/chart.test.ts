import { expect, test } from 'vitest';
import { lastDayOfMonth } from '../../../src/domain/calendar';
import Chart from '../../../src/metrics/kpi-tree/Chart.svelte';
import { finding } from '../../../src/metrics/kpi-tree/finding';
import type { kpiTree } from '../../../src/metrics/kpi-tree/definition';
import type { MetricTable } from '../../../src/metrics/metric';
import { drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof kpiTree>;
const JANUARY = 2024 * 12;

/** Months of net sales, customers and the four parts of the change. */
function months(rows: readonly (readonly [net: number, customers: number, parts: readonly number[] | null])[]): Table {
  const column = (of: (row: (typeof rows)[number], i: number) => number) => Float64Array.from(rows, of);
  const part = (at: number) => column(([, , parts]) => (parts ? 10_000 * parts[at] : NaN));
  return {
    month: column((_, i) => JANUARY + i),
    net: column(([net]) => 10_000 * net),
    customers: column(([, customers]) => customers),
    orders_per_customer: column(([, customers]) => (customers ? 1.25 : NaN)),
    items_per_order: column(([, customers]) => (customers ? 2 : NaN)),
    price_per_item: column(([net, customers]) => (customers ? (10_000 * net) / customers / 2.5 : NaN)),
    contribution_customers: part(0),
    contribution_orders: part(1),
    contribution_items: part(2),
    contribution_price: part(3),
  };
}
const usual = months([
  [10_000, 100, null],
  [12_500, 120, [2_000, 100, -100, 500]],
  [11_000, 90, [-3_200, 400, 200, 1_100]],
]);
const observedUntil = (month: number) => ({
  observed: { from: lastDayOfMonth(JANUARY - 2), until: lastDayOfMonth(month) },
});

test.each([
  ['months', usual, 720],
  ['months-narrow', usual, 358],
])('%s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options: {}, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});

test('without a month it draws nothing, with an empty one no false number', () => {
  expect(wordsOf(drawn(Chart, { table: months([]), options: {} }))).toEqual([]);
  expect(drawn(Chart, { table: months([[0, 0, null]]), options: {} })).not.toMatch(/NaN|undefined|Infinity/);
});

test('the finding speaks of the last whole month, or is silent', () => {
  const find = (table: Table, until: number) => said(finding(table, observedUntil(until), format));
  expect(find(usual, JANUARY + 2)).toBe(
    'Fewer customers took $3,200 off net sales in Mar 2024, more than any other driver moved; all in all they fell by $1,500 on the month before. [n = 90]',
  );
  expect(find(usual, JANUARY + 1)).toBe(
    'More customers added $2,000 to net sales in Feb 2024, more than any other driver moved; all in all they rose by $2,500 on the month before. [n = 120]',
  );
  expect(find(usual, JANUARY)).toBeNull();
  expect(find(months([]), JANUARY)).toBeNull();
  const four = months([
    [10, 4, null],
    [20, 4, [0, 0, 0, 10]],
  ]);
  expect(find(four, JANUARY + 1)).toBeNull();
  const against = months([
    [100, 50, null],
    [101, 60, [20, 0, 0, -19]],
  ]);
  expect(find(against, JANUARY + 1)).toContain('More customers added');
});
