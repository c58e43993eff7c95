import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/clv/Conditional.svelte';
import type { clvConditional } from '../../../src/metrics/clv/definition';
import { finding } from '../../../src/metrics/clv/conditional-finding';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, rowsIn } from '../support/ask';
import { simulatedBuyers } from '../support/simulated-buyers';

const asked = ask('clv_conditional', simulatedBuyers(300, 730));
const table = asked.table as unknown as MetricTable<typeof clvConditional>;
const options = asked.options as MetricOptions<typeof clvConditional>;
const few = ask('clv_conditional', simulatedBuyers(20, 300)).table as unknown as MetricTable<typeof clvConditional>;

test.each([
  ['wide', 800],
  ['narrow', 358],
])('%s: the picture', (_, width) => {
  const html = drawn(Chart, { table, options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html).length).toBeGreaterThan(6);
});
test('groups hold every customer of the calibration, and open them', () => {
  const rows = rowsIn(asked.table);
  const histories = rowsIn(ask('clv', asked.facts, [], { calibration_end: 19_486 }).table);
  expect(rows.reduce((sum, row) => sum + Number(row['customers']), 0)).toBe(histories.length);
  for (const row of rows) expect(asked.members(row, 'customers')).toHaveLength(Number(row['customers']));
});
test('the finding, and the reason where there is none', () => {
  expect(said(finding(table, context, format))).toMatch(
    /^Customers of one purchase made \d\.\d\d more each; the model expected \d\.\d\d\./,
  );
  expect(said(finding(few, context, format))).toMatch(/^Fewer than 30 customers have bought again/);
});
