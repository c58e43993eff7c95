import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/at-risk/Chart.svelte';
import type { atRisk } from '../../../src/metrics/at-risk/definition';
import { finding } from '../../../src/metrics/at-risk/finding';
import { alternativeOptions, alternativeWords } from '../../../src/metrics/at-risk/alternatives';
import type { MetricTable } from '../../../src/metrics/metric';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withContracts, withSpendAndSurveys } from '../support/arbitrary';
import { ask } from '../support/ask';

// Observed until day 20,100. Ann's term ends in 20 days; Bob bought every ten days and last 40 days ago; eight gave a low score.
const END = 20_100;
const buys = (customer: string, ...days: number[]): Line[] =>
  days.map((day) => ({ customer, day, order: `${customer}${day}`, amount: 50 }));
const lines = [
  ...buys('bob', END - 60, END - 50, END - 40),
  ...buys('zoe', END - 90, END - 2, END),
  ...Array.from({ length: 8 }, (_, at) => buys(`d${at}`, END)).flat(),
];
const data = withContracts(
  withSpendAndSurveys(
    datasetOf(lines),
    [],
    Array.from({ length: 8 }, (_, at) => ({ customer: `d${at}`, day: END - 3, score: at % 7 })),
  ),
  [{ customer: 'ann', start: END - 300, endOfTerm: END + 20, endedOn: null, strategy: null }],
);
const options = { within_days: 60, lapse_days: 90, overdue_times: 2 } as const;
const table = ask('at_risk', data, [], options).table as unknown as MetricTable<typeof atRisk>;

test('a list for each reason, six lines each, with how many more there are', async () => {
  const html = drawn(Chart, { table, options });
  await expect(html).toMatchFileSnapshot('drawn/at-risk.html');
  const words = wordsOf(html).join(' ');
  expect(words).toContain('The term ends soon: 1 customer');
  expect(words).toContain('in 20 days');
  expect(words).toContain('last bought 40 days ago, usually every 10');
  expect(words).toContain('Gave a low score: 8 customers');
  expect(words).toContain('and 2 more');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('the finding counts people once, and says why', () => {
  expect(said(finding(table, context, format, options))).toBe(
    '10 customers may leave next: 1 whose term ends within 60 days, 1 overdue by their own rhythm and 8 who gave a low score. [n = 804]',
  );
});

test('the alternative: three times the usual gap in place of twice, where anybody is overdue', () => {
  expect(alternativeOptions(table, options)).toEqual({ overdue_times: 3 });
  expect(alternativeOptions(table, { ...options, overdue_times: 5 })).toEqual({ overdue_times: 2 });
  expect(alternativeOptions({ reason: ['low_score'] }, options)).toBeNull();
  const others = { ...options, overdue_times: 4 };
  const other = ask('at_risk', data, [], others).table as unknown as typeof table;
  expect(alternativeWords(other, format, others, {}, { table, context })).toBe(
    'Overdue only beyond 4 times their usual gap: 0 customers, in place of 1.',
  );
});
