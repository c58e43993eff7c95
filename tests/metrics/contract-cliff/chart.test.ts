import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/contract-cliff/Chart.svelte';
import type { contractCliff } from '../../../src/metrics/contract-cliff/definition';
import { finding } from '../../../src/metrics/contract-cliff/finding';
import { alternativeWords } from '../../../src/metrics/contract-cliff/alternatives';
import type { MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

/** By strategy: who left of 200 at risk in each month from the twelfth before the end to the second after it. */
function table(strategies: Readonly<Record<string, (month: number) => number>>): MetricTable<typeof contractCliff> {
  const rows = Object.entries(strategies).flatMap(([strategy, left]) =>
    Array.from({ length: 15 }, (_, at) => ({ strategy, month: at - 12, left: left(at - 12), before: left(-1) })),
  );
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  const ratio = (factor: number) => column(({ month, left, before }) => (month === 0 ? (factor * left) / before : NaN));
  return {
    strategy: rows.map(({ strategy }) => strategy),
    months_from_end: column(({ month }) => month),
    at_risk: column(() => 200),
    ended: column(({ left }) => left),
    hazard: column(({ left }) => left / 200),
    ci_low: column(({ left }) => left / 300),
    ci_high: column(({ left }) => left / 150),
    ratio: ratio(1),
    ratio_low: ratio(0.6),
    ratio_high: ratio(1.6),
  };
}
const two = table({ penalty: (month) => (month === 0 ? 20 : 2), reward: () => 2 });
const flat = table({ reward: () => 2 });

test('a panel for each strategy on one scale, with its ratio', async () => {
  const html = drawn(Chart, { table: two, options: {} });
  await expect(html).toMatchFileSnapshot('drawn/cliff.html');
  expect(wordsOf(html)).toEqual(
    expect.arrayContaining(['Penalty for leaving', 'cliff ratio 10.0 (95%: 6.0–16.0)', '10.0%']),
  );
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('findings: where the cliff is, or that there is none', () => {
  expect(said(finding(two, context, format))).toBe(
    'In the month after the term 10.0 times as many customers held by a penalty leave as in a month before (95%: 6.0–16.0); of rewarded customers, 1.0 times as many. [n = 200 and 200 at risk after the term]',
  );
  expect(said(finding(flat, context, format))).toMatch(
    /^No cliff at the end of the term: 1.00% left in the month after it, 1.00% in an average month of the six before/,
  );
  expect(finding(table({}), context, format)).toBeNull();
});

test('the alternative: against twelve months', () => {
  expect(alternativeWords(two, format)).toBe(
    'Against the twelve months before in place of six: penalty for leaving 10.0 and rewarded for staying 1.0.',
  );
});
