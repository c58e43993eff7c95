import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/rfm/Cuts.svelte';
import { finding } from '../../../src/metrics/rfm/cuts-finding';
import type { rfmCuts } from '../../../src/metrics/rfm/definition';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import type { Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';

const purchase = (customer: string, day: number, amount: number): Line => ({
  customer,
  day,
  order: `${customer} ${day}`,
  amount,
});
const six = [10, 20, 30, 40, 50, 65].map((amount, at) => purchase(`c${at}`, 100 - at, amount));
const tableOf = (lines: readonly Line[], options = {}) =>
  ask('rfm_cuts', lines, [], options).table as unknown as MetricTable<typeof rfmCuts>;

test('quantiles of type 7: position (n - 1) k / 5, linear between neighbours', () => {
  const money = rowsIn(ask('rfm_cuts', six).table)[2];
  expect([money['q20'], money['q40'], money['q60'], money['q80']]).toEqual([20, 30, 40, 50]);
  const five = rowsIn(ask('rfm_cuts', six.slice(0, 5)).table)[2];
  expect([five['q20'], five['q40'], five['q60'], five['q80']]).toEqual([18, 26, 34, 42]);
});

test('amounts near the largest that can be counted are cut exactly', () => {
  const large = [1, 2, 3, 4].map((step, at) => purchase(`c${at}`, 100, 90_000_000_000 + step / 10_000));
  expect(rowsIn(ask('rfm_cuts', large).table)[2]).toMatchObject({
    band_1: 1,
    band_2: 1,
    band_3: 0,
    band_4: 1,
    band_5: 1,
  });
});

test('own cuts are shown as they count: money to its last place, days and purchases whole', () => {
  const options = { recency_cuts: '0;1.5;2;90', monetary_cuts: '10;20.5;30;60' };
  const [days, , money] = rowsIn(ask('rfm_cuts', six, [], options).table);
  expect([days['q20'], days['q40'], days['q60'], days['q80']]).toEqual([0, 1, 2, 90]);
  expect([money['q20'], money['q40'], money['q60'], money['q80']]).toEqual([10, 20.5, 30, 60]);
  expect([money['band_1'], money['band_2'], money['band_3'], money['band_4'], money['band_5']]).toEqual([
    1, 1, 1, 2, 1,
  ]);
});

test('the picture names the cuts and counts; the finding says why frequency is uneven', () => {
  const table = tableOf(six);
  const options = { recency_cuts: '', frequency_cuts: '', monetary_cuts: '' } as MetricOptions<typeof rfmCuts>;
  const html = drawn(Chart, { table, options, width: 640 });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['net sales', '$20', '$50']));
  expect(said(finding(table, context, format))).toBe(
    '6 of 6 customers bought once, so frequency cannot be cut into equal fifths. [n = 6]',
  );
  expect(finding(tableOf(six.slice(0, 3)), context, format)).toBeNull();
});
