import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/acquisition/Chart.svelte';
import type { acquisition } from '../../../src/metrics/acquisition/definition';
import { finding } from '../../../src/metrics/acquisition/finding';
import type { MetricTable } from '../../../src/metrics/metric';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withSpendAndSurveys, withStages } from '../support/arbitrary';
import { ask } from '../support/ask';

// Ten won through the radio for 200, ten by mail for 40, two without a contact; each brings 12 of profit at once, and zoe is seen later.
const people = Array.from({ length: 22 }, (_, at) => ({
  customer: `c${at}`,
  channel: at < 10 ? 'radio' : at < 20 ? 'mail' : null,
}));
const lines = [...people.map(({ customer }) => customer), 'zoe'].map((customer): Line => ({
  customer,
  day: customer === 'zoe' ? 20_400 : 20_000,
  order: customer,
  amount: 20,
  profit: 12,
}));
const touched = withStages(
  datasetOf(lines),
  [],
  people.map(({ customer, channel }) => ({ customer, channel, day: 19_990, stage: null })),
);
const spend = (radio: number, mail: number) =>
  ask(
    'acquisition',
    withSpendAndSurveys(
      touched,
      [
        { day: 19_980, channel: 'radio', amount: radio * 10_000 },
        { day: 19_980, channel: 'mail', amount: mail * 10_000 },
      ],
      [],
    ),
  ).table as unknown as MetricTable<typeof acquisition>;
const table = spend(200, 40);

test('what one costs and brings, channel by channel', async () => {
  const html = drawn(Chart, { table, options: {} });
  await expect(html).toMatchFileSnapshot('drawn/channels.html');
  const words = wordsOf(html);
  expect(words).toContain('paid back in month 1');
  expect(words).toContain('not paid back within 13 months');
  expect(words).toContain('no spend is known');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('on a phone names stand above the bars', () => {
  const words = wordsOf(drawn(Chart, { table, options: {}, width: 342, choices: { model: 'linear' } }));
  expect(words).toContain('radio');
  expect(words).toContain('not paid back within 13 months');
});

test('findings: the dearest against the cheapest, and what does not come back', () => {
  expect(said(finding(table, context, format, {}, {}))).toBe(
    'A customer won through radio costs $20.00, 5.0 times one through mail ($4.00). Within twelve months radio does not bring back in profit what it costs. [n = 20 customers, by the last contact]',
  );
  expect(said(finding(table, context, format, {}, { model: 'linear' }))).toMatch(/by all contacts alike\]$/);
  expect(said(finding(spend(100, 40), context, format, {}, {}))).toMatch(
    /each channel brings back in profit what it costs[.]/,
  );
  const none = ask('acquisition', touched).table as unknown as typeof table;
  expect(finding(none, context, format, {}, {})).toBeNull();
});
