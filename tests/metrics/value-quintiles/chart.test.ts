import { expect, test } from 'vitest';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/value-quintiles/Chart.svelte';
import type { valueQuintiles } from '../../../src/metrics/value-quintiles/definition';
import { finding } from '../../../src/metrics/value-quintiles/finding';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof valueQuintiles>;
const options = { by: 'profit' } as const;

function fifths(
  rows: readonly (readonly [customers: number, net: number, profit: number, categories: number])[],
): Table {
  const column = (of: (row: (typeof rows)[number], i: number) => number) => Float64Array.from(rows, of);
  const total = (at: 1 | 2) => rows.reduce((sum, row) => sum + row[at], 0);
  return {
    quintile: column((_, i) => i + 1),
    customers: column(([customers]) => customers),
    net: column(([, net]) => 10_000 * net),
    profit: column(([, , profit]) => 10_000 * profit),
    share_of_net: column(([, net]) => net / total(1)),
    share_of_profit: column(([, , profit]) => profit / total(2)),
    categories_per_customer: column(([, , , categories]) => categories),
    share_of_customer: column(() => NaN),
    contribution: column(() => NaN),
    share_of_contribution: column(() => NaN),
  };
}
const usual = fifths([
  [161, 900_000, 238_072, 8.8],
  [161, 500_000, 76_815, 8.3],
  [161, 400_000, 36_809, 7.1],
  [161, 300_000, 12_145, 6.1],
  [160, 350_000, -71_545, 7],
]);
const plain = fifths(usual.net.length ? Array.from({ length: 5 }, () => [10, 100, NaN, NaN] as const) : []);
const four = fifths([
  [1, 9, 9, 2],
  [1, 4, 4, 1],
  [1, 2, 2, 1],
  [1, 1, 1, 1],
]);
const none = fifths([]);

test.each([
  ['fifths', usual, 520],
  ['fifths-narrow', usual, 358],
])('%s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});
test('two periods: the same fifths, one bar below the other', async () => {
  const before = fifths([
    [161, 800_000, 200_000, 8],
    [161, 400_000, 80_000, 8],
    [161, 300_000, 30_000, 7],
    [161, 200_000, 12_145, 6],
    [160, 250_000, -20_000, 7],
  ]);
  const years = { words: { short: '2021', said: '2021' }, ownWords: { short: '2022', said: '2022' } };
  const against = { table: before, ...years };
  const html = drawn(Chart, { table: usual, options, width: 620, against });
  await expect(html).toMatchFileSnapshot('drawn/fifths-against.html');
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['$238,072, 2022', '$200,000, 2021', '−$20,000']));
  expect(said(finding(usual, context, format, options, {}, against))).toBe(
    'The best fifth brought $238,072 of profit in 2022, $200,000 in 2021. [n = 804]',
  );
});
test('without profit or categories it draws net sales', () => {
  const html = drawn(Chart, { table: plain, options, context: { ...context, hasProfit: false } });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toContain('net sales');
  expect(wordsOf(html)).not.toContain('categories');
  expect(wordsOf(drawn(Chart, { table: none, options }))).toEqual([]);
});
test('the finding', () => {
  const find = (table: Table, hasProfit = true) => said(finding(table, { ...context, hasProfit }, format, options));
  expect(find(usual)).toBe('The best fifth hold 8.8 categories each, the others 6.1 to 8.3. [n = 804]');
  expect(find(plain, false)).toBe('The best fifth brings 20.0% of the net sales, the last fifth 20.0%. [n = 50]');
  expect(
    find(
      fifths([
        [9, 1, 100, NaN],
        [9, 1, 20, NaN],
        [9, 1, 10, NaN],
        [9, 1, 0, NaN],
        [9, 1, -30, NaN],
      ]),
    ),
  ).toBe('The best fifth brings 100.0% of the profit, the last fifth takes 30.0% of it away again. [n = 45]');
  expect(find(four)).toBe('4 customers are too few for a finding. [n = 4]');
  expect(find(none)).toBeNull();
});
