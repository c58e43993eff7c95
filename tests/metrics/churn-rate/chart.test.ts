import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import Chart from '../../../src/metrics/churn-rate/Chart.svelte';
import type { churnRate } from '../../../src/metrics/churn-rate/definition';
import { finding } from '../../../src/metrics/churn-rate/finding';
import { alternativeWords } from '../../../src/metrics/churn-rate/alternatives';
import type { MetricTable } from '../../../src/metrics/metric';
import { datasetOf } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withContracts, type Contract } from '../support/arbitrary';
import { ask } from '../support/ask';

// A hundred sign on the last day of 2022; two leave in the middle of each month of 2023, four of 2024. One stays until January 2025.
const day = (text: string) => parseIsoDay(text)!;
const START = day('2022-12-31');
const leaving = Array.from({ length: 24 }, (_, month) =>
  Array.from({ length: month < 12 ? 2 : 4 }, (_, at): Contract => {
    const named = `${month < 12 ? 2023 : 2024}-${String((month % 12) + 1).padStart(2, '0')}-15`;
    return { customer: `${named} ${at}`, start: START, endOfTerm: null, endedOn: day(named), strategy: null };
  }),
).flat();
const stay = (customer: string, endedOn: number | null): Contract => ({
  customer,
  start: START,
  endOfTerm: null,
  endedOn,
  strategy: null,
});
const staying = [stay('last', day('2025-01-20')), ...Array.from({ length: 27 }, (_, at) => stay(`s${at}`, null))];
const options = { unit: 'month', source: 'auto', lapse_days: null } as const;
const table = ask('churn_rate', withContracts(datasetOf([]), [...leaving, ...staying]), [], options)
  .table as unknown as MetricTable<typeof churnRate>;

test('the share who leave, month by month', async () => {
  const html = drawn(Chart, { table, options });
  await expect(html).toMatchFileSnapshot('drawn/churn.html');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('by the other denominator, on a phone', () => {
  const html = drawn(Chart, { table, options, width: 342, choices: { denominator: 'average' } });
  expect(wordsOf(html).length).toBeGreaterThan(4);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('the finding holds the last year against the one before, by either denominator; the alternative is the other', () => {
  const average = { denominator: 'average' };
  expect(said(finding(table, context, format, options, {}))).toMatch(
    /^\d[.]\d\d% of those there at the start left in an average month of the last 12, 2[.]\d\d% in the 12 before[.] \[n = 7[26] at the start of the first\]$/,
  );
  expect(said(finding(table, context, format, options, average))).toMatch(
    /^\d[.]\d\d% of the mean of start and end left in an average month of the last 12/,
  );
  const share = (text: string) => /\d+[.]\d\d%/.exec(text)![0];
  const [byStart, byMean] = [{}, average].map((choice) =>
    share(said(finding(table, context, format, options, choice))!),
  );
  expect(share(alternativeWords(table, format, options, {}))).toBe(byMean);
  expect(share(alternativeWords(table, format, options, average))).toBe(byStart);
});

test('months before anybody could leave are no rate of 0', () => {
  const early = Array.from(table.left, (left, row) => (row < 12 ? 0 : left));
  const possible = table.possible.map((_, row) => (row < 12 ? 0 : 1));
  const late = { ...table, left: Float64Array.from(early), left_of_start: Float64Array.from(early), possible };
  expect(said(finding(late, context, format, options, {}))).not.toContain('before');
  const words = wordsOf(drawn(Chart, { table: late, options }));
  expect(words.join(' ')).toContain('nobody had left before');
});
