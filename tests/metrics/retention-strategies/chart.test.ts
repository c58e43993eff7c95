import { expect, test } from 'vitest';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/retention-strategies/Chart.svelte';
import type { retentionStrategies } from '../../../src/metrics/retention-strategies/definition';
import { finding } from '../../../src/metrics/retention-strategies/finding';
import { alternativeWords } from '../../../src/metrics/retention-strategies/alternatives';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withContracts, withSpendAndSurveys } from '../support/arbitrary';
import { ask } from '../support/ask';

// Ten with a reward and ten under a penalty for 365 days; the first bring 100 and promote, the others bring 200 and detract.
const START = 20_000;
const people = Array.from({ length: 20 }, (_, at) => ({
  customer: `c${at}`,
  strategy: at < 10 ? 'reward' : 'penalty',
}));
const lines = people.map(({ customer, strategy }): Line => ({
  customer,
  day: START + 365,
  order: customer,
  amount: strategy === 'reward' ? 100 : 200,
}));
const contracts = people.map((one) => ({ ...one, start: START, endOfTerm: null, endedOn: null }));
const answers = people.slice(0, 18).map(({ customer, strategy }, at) => ({
  customer,
  day: START + 300,
  score: strategy === 'reward' ? (at < 8 ? 10 : 7) : at < 16 ? 2 : 9,
}));
const tableOf = (asked: typeof answers) =>
  ask('retention_strategies', withContracts(withSpendAndSurveys(datasetOf(lines), [], asked), contracts))
    .table as unknown as MetricTable<typeof retentionStrategies>;
const table = tableOf(answers);
const plain = { ...context, hasProfit: false };

test('money a year and the score of each strategy, side by side', async () => {
  const html = drawn(Chart, { table, options: {}, context: plain });
  await expect(html).toMatchFileSnapshot('drawn/strategies.html');
  const words = wordsOf(html);
  expect(words).toContain('Rewarded for staying');
  expect(words).toContain('+80');
  expect(words).toContain('−50');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('without a survey there is money alone; on a phone the score stands under its bar', () => {
  expect(wordsOf(drawn(Chart, { table: tableOf([]), options: {}, context: plain })).join(' ')).not.toContain('NPS');
  expect(wordsOf(drawn(Chart, { table, options: {}, context: plain, width: 342 }))).toContain('NPS +80');
});

test('the finding holds the most against the least', () => {
  expect(said(finding(table, plain, format))).toBe(
    'A customer held by a penalty brings $200 of net sales a year, a rewarded customer $100. [n = 10 and 10]',
  );
});

test('the alternative: the whole stay in place of a year of it', () => {
  const inView = { table, context: plain };
  expect(alternativeWords(table, format, {}, {}, inView)).toMatch(
    /^Over the whole stay so far: a customer held by a penalty \D*200(?:[.]00)? and a rewarded customer \D*100(?:[.]00)?[.]$/,
  );
  const none = { ...table, customers: table.customers.map(() => 4) };
  expect(alternativeWords(none, format, {}, {}, inView)).toBe('');
});
