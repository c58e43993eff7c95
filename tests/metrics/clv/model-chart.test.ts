import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/clv/Model.svelte';
import type { clvModel } from '../../../src/metrics/clv/definition';
import { finding } from '../../../src/metrics/clv/model-finding';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';
import { simulatedBuyers } from '../support/simulated-buyers';

const asked = ask('clv_model', simulatedBuyers(300, 730));
const table = asked.table as unknown as MetricTable<typeof clvModel>;
const options = asked.options as MetricOptions<typeof clvModel>;
const few = ask('clv_model', simulatedBuyers(20, 300)).table as unknown as MetricTable<typeof clvModel>;

test.each([
  ['wide', 800],
  ['narrow', 358],
])('%s: the picture', (_, width) => {
  const html = drawn(Chart, { table, options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html).length).toBeGreaterThan(6);
});
test('the parameters behind made buyers are found near what was planted', () => {
  const value = (model: string, parameter: string) =>
    Number(rowsIn(asked.table).find((row) => row['model'] === model && row['parameter'] === parameter)!['value']);
  // A third stop with a chance of 30 in 100 after each purchase, the others of 5: 13 in 100 on average.
  const stopping = value('mbgnbd', 'a') / (value('mbgnbd', 'a') + value('mbgnbd', 'b'));
  expect(stopping).toBeGreaterThan(0.08);
  expect(stopping).toBeLessThan(0.2);
  expect(value('mbgnbd', 'customers')).toBe(301);
});
test('the finding, and the reason where there is none', () => {
  expect(said(finding(table, context, format))).toMatch(/^Spend a purchase and frequency hardly go together/);
  expect(said(finding(few, context, format))).toMatch(/^Fewer than 30 customers have bought again/);
  expect(wordsOf(drawn(Chart, { table: few, options })).join(' ')).toContain('Too few repeat customers');
});
