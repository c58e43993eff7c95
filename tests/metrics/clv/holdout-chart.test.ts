import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/clv/Holdout.svelte';
import type { clvHoldout } from '../../../src/metrics/clv/definition';
import { finding } from '../../../src/metrics/clv/holdout-finding';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';
import { simulatedBuyers } from '../support/simulated-buyers';

const asked = ask('clv_holdout', simulatedBuyers(300, 730));
const table = asked.table as unknown as MetricTable<typeof clvHoldout>;
const options = asked.options as MetricOptions<typeof clvHoldout>;
const few = ask('clv_holdout', simulatedBuyers(20, 300)).table as unknown as MetricTable<typeof clvHoldout>;

test.each([
  ['wide', 800],
  ['narrow', 358],
])('%s: the picture', (_, width) => {
  const html = drawn(Chart, { table, options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html).length).toBeGreaterThan(6);
});
test('weeks add up to the whole hold-out, and every week opens its buyers', () => {
  const rows = rowsIn(asked.table);
  expect(rows.reduce((sum, row) => sum + Number(row['days']), 0)).toBe(asked.facts.observed!.until - 19_486);
  for (const row of rows) expect(asked.members(row, 'buyers')).toHaveLength(Number(row['buyers']));
});
test('made buyers buy about as often as the model expects', () => {
  const sum = (name: 'expected' | 'actual') => table[name].reduce((total, value) => total + value, 0);
  expect(Math.abs(sum('actual') / sum('expected') - 1)).toBeLessThan(0.15);
});
test('the finding, and the reason where there is none', () => {
  expect(said(finding(table, context, format))).toMatch(/^The model expected [\d,]+ purchases, [\d,]+ came/);
  expect(said(finding(few, context, format))).toMatch(/^Fewer than 30 customers have bought again/);
});
