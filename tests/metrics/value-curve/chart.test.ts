import { expect, test } from 'vitest';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/value-curve/Chart.svelte';
import type { valueCurve } from '../../../src/metrics/value-curve/definition';
import { finding } from '../../../src/metrics/value-curve/finding';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof valueCurve>;
const options = { by: 'profit' } as const;

/** From each customer's value, in whole units, the highest first. */
function curve(values: readonly number[]): Table {
  const total = values.reduce((sum, value) => sum + value, 0);
  const hundredths = values.length === 0 ? [] : Array.from({ length: 101 }, (_, i) => i);
  const count = (hundredth: number) => Math.ceil((hundredth * values.length) / 100);
  const sum = (customers: number) => values.slice(0, customers).reduce((all, value) => all + value, 0);
  const column = (of: (hundredth: number) => number) => Float64Array.from(hundredths, of);
  const share = (hundredth: number) => (total > 0 ? sum(count(hundredth)) / total : NaN);
  return {
    customers_share: column((hundredth) => hundredth / 100),
    value_share: column(share),
    customers: column(count),
    value: column((hundredth) => 10_000 * sum(count(hundredth))),
    loss_makers: column((hundredth) => values.slice(0, count(hundredth)).filter((value) => value < 0).length),
    top20_share: column(() => share(20)),
    gini: column(() => 0.6),
  };
}
const usual = curve(Array.from({ length: 200 }, (_, i) => Math.round(900 * 0.97 ** i) - (i > 170 ? 40 : 0)));
const alike = curve(new Array<number>(50).fill(10));
const losing = curve([5, 1, -3, -9, -20, -30]);
const four = curve([9, 5, 2, 1]);
const none = curve([]);

test.each([
  ['value-curve', usual, 520],
  ['value-curve-alike', alike, 340],
])('%s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});
const years = {
  words: { short: '2021', said: '2021' },
  ownWords: { short: '2022', said: '2022' },
};
test('two periods: both curves and their best fifths by name', async () => {
  const against = { table: alike, ...years };
  const html = drawn(Chart, { table: usual, options, width: 520, against });
  await expect(html).toMatchFileSnapshot('drawn/value-curve-against.html');
  expect(wordsOf(html)).toEqual(
    expect.arrayContaining(['2022: best 40, 73.4% of $28,779', '2021: best 10, 20.0% of $500']),
  );
  expect(said(finding(usual, context, format, options, {}, against))).toBe(
    'The best fifth brought 73.4% of the profit in 2022, 20.0% in 2021. [n = 200]',
  );
  const nothing = drawn(Chart, { table: usual, options, width: 520, against: { ...against, table: losing } });
  expect(nothing).toBe(drawn(Chart, { table: usual, options, width: 520 }));
});
test('nothing to share out draws nothing', () => {
  for (const table of [none, losing]) expect(wordsOf(drawn(Chart, { table, options }))).toEqual([]);
  expect(drawn(Chart, { table: four, options })).not.toMatch(/NaN|undefined|Infinity/);
});
test('the finding', () => {
  const find = (table: Table, hasProfit = true) => said(finding(table, { ...context, hasProfit }, format, options));
  expect(find(usual)).toMatchInlineSnapshot(
    `"The best fifth brings 73.4% of the profit; 29 customers cost more than they bring. [n = 200]"`,
  );
  expect(find(alike)).toBe('The best fifth brings 20.0% of the profit. [n = 50]');
  expect(find(alike, false)).toBe('The best fifth brings 20.0% of the net sales. [n = 50]');
  expect(find(losing)).toBeNull();
  expect(find(four)).toBe('4 customers are too few for a finding. [n = 4]');
  expect(find(none)).toBeNull();
});
