import { expect, test } from 'vitest';
import type { MetricTable } from '../../../src/metrics/metric';
import type { clvContract } from '../../../src/metrics/survival/definition';
import Renewals from '../../../src/metrics/survival/Renewals.svelte';
import { endedAt, passedBefore, periodOf, renewedUntil } from '../../../src/metrics/survival/renewals';
import { renewalsFinding } from '../../../src/metrics/survival/renewals-finding';
import { datasetOf } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withTenures } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

type Table = MetricTable<typeof clvContract>;
const options = { period: 'month', yearly_discount: '0.10' } as const;

/** The paper's high-end customers, a year taken for a month: who left, by tenure, and who are still there after seven. */
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491];
const tenures = Array.from({ length: 1000 }, (_, at) => {
  const gone = HIGH_END.findIndex((alive) => at >= alive);
  return { customer: String(at), tenure: gone < 0 ? 7 : gone, churned: gone < 0 ? 'no' : 'yes' };
});
const asked = ask('clv_contract', withTenures(datasetOf([]), tenures), [], options);
const table = asked.table as unknown as Table;

test('the paper’s customers, given as tenures: counts as they were, alpha and beta as published', () => {
  expect(
    rowsIn(table)
      .slice(1, 8)
      .map(({ came, ended }) => [came, ended]),
  ).toEqual(HIGH_END.slice(0, 7).map((alive, year) => [alive, alive - HIGH_END[year + 1]]));
  expect([table.alpha[0], table.beta[0]].map((value) => Number(value.toFixed(3)))).toEqual([0.668, 3.806]);
  expect(table.survival[7]).toBeCloseTo(0.491, 12);
  // The model goes on half as far again; what was seen does not.
  expect(table.renewal).toHaveLength(12);
  expect(table.came[8]).toBeNaN();
});
test('an end belongs to the next renewal, or to the one just before; an entry is at risk of what comes', () => {
  expect([0, 0.5, 1, 1.02, 1.2, 11.99, 12.05].map(endedAt)).toEqual([1, 1, 1, 1, 2, 12, 12]);
  expect([0, 0.95, 1, 11.99, 12.5].map(renewedUntil)).toEqual([0, 1, 1, 12, 12]);
  for (let x = 0; x < 30; x += 0.01) expect(endedAt(x)).toBeGreaterThan(passedBefore(x));
});
test('a period is never shorter than the unit of the tenures', () => {
  expect(periodOf('month', 'years')).toEqual({ length: 1, words: 'year' });
  expect(periodOf('year', 'months').length).toBeCloseTo(12, 12);
  expect(periodOf('month', 'days')).toEqual({ length: 30.4375, words: 'month' });
});
test.each([
  ['wide', 900],
  ['narrow', 358],
])('%s: the picture', (_, width) => {
  const html = drawn(Renewals, { table, options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['seen', 'the model', 'months since they began']));
});
test('the finding, and the reason where there is none', () => {
  expect(said(renewalsFinding(table, context, format))).toMatch(
    /^A new customer is worth \d+\.\d more months of what they bring, discounted; 85\.1% renew after the first month, 93\.6% after 7\. \[n = 1,000\]$/,
  );
  const few = ask('clv_contract', withTenures(datasetOf([]), tenures.slice(500, 520)), [], options)
    .table as unknown as Table;
  expect(said(renewalsFinding(few, context, format))).toMatch(/^Fewer than 30 contracts have ended/);
  // What was seen is drawn all the same.
  expect(wordsOf(drawn(Renewals, { table: few, options }))).not.toContain('the model');
});
