import { expect, test } from 'vitest';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/survival/Chart.svelte';
import { crossing } from '../../../src/metrics/survival/crossing';
import { readCurves } from '../../../src/metrics/survival/curves';
import type { survival, survivalSummary, survivalTests } from '../../../src/metrics/survival/definition';
import { finding, summaryFinding, testsFinding } from '../../../src/metrics/survival/finding';
import {
  crudeWords,
  medianWords,
  alternativeOptions,
  alternativeWords,
  summaryAlternativeWords,
} from '../../../src/metrics/survival/alternatives';
import Summary from '../../../src/metrics/survival/Summary.svelte';
import Tests from '../../../src/metrics/survival/Tests.svelte';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withTenures } from '../support/arbitrary';
import { ask } from '../support/ask';

// Two plans of thirty each: of "month" one leaves in each month; of "year" ten leave late. Plans stand on a line of each.
const PLANS = ['month', 'year'] as const;
const people = PLANS.flatMap((plan) =>
  Array.from({ length: 30 }, (_, at) => {
    const leaves = plan === 'month' ? at < 24 : at >= 20;
    const tenure = plan === 'month' ? at + 1 : at >= 20 ? 2 * at - 20 : 40;
    return { customer: `${plan}${at}`, plan, tenure, churned: leaves ? 'yes' : 'no' };
  }),
);
const lines = people.map(({ customer, plan }): Line => ({
  customer,
  day: 20_000,
  amount: 1,
  attributes: { Plan: plan },
}));
const data = withTenures(datasetOf(lines), people);
const options = { by: 'Plan', source: 'auto', lapse_days: null, lapse_at: 'last_purchase', tau: null } as const;
const all = { ...options, by: '' };
const curves = (by = 'Plan') => ask('survival', data, [], { by }).table as unknown as MetricTable<typeof survival>;
const summary = ask('survival_summary', data, [], { by: 'Plan' }).table as unknown as MetricTable<
  typeof survivalSummary
>;
const tests = ask('survival_tests', data, [], { by: 'Plan' }).table as unknown as MetricTable<typeof survivalTests>;

test('the curves are drawn with their numbers at risk and the median', async () => {
  const html = drawn(Chart, { table: curves(), options });
  await expect(html).toMatchFileSnapshot('drawn/curves.html');
  const words = wordsOf(html);
  expect(words).toContain('half gone after 15.5 months');
  expect(words.filter((word) => word === 'month')).toHaveLength(2);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('on a phone names stand below; without an interval there is no band', () => {
  const html = drawn(Chart, { table: curves(), options, width: 358, choices: { interval: 'none' } });
  expect(html).not.toContain('band');
  expect(wordsOf(html).some((word) => word.startsWith('month: '))).toBe(true);
});

test('nobody to draw draws nothing', () => {
  const none = ask('survival', datasetOf([])).table as unknown as MetricTable<typeof survival>;
  expect(wordsOf(drawn(Chart, { table: none, options: all }))).toEqual([]);
  expect(finding(none, context, format, all)).toBeNull();
});

test('the summary and the tests as lines', () => {
  const words = wordsOf(drawn(Summary, { table: summary, options })).join(' ');
  expect(words).toContain('half gone after 15.5 months');
  expect(words).toContain('(95%: 10–21) 16.0 year');
  const told = wordsOf(drawn(Tests, { table: tests, options })).join(' ');
  expect(told).toMatch(/log-rank all together χ² \d+[.]\d, p &lt; 0/);
  expect(told).toMatch(/hazard ratio \(Cox\) year against month 0[.]\d+ \(95%: /);
  expect(told).toMatch(/are the hazards proportional, .* year against month (no|nothing speaks against it), p /);
});

test('findings', () => {
  expect(said(finding(curves(), context, format, options))).toMatch(
    /^Half of “month” are gone after 15.5 months \(95%: \d+–\d+\); of “year” 100.0% are still here then[.] \[n = 60, 34 left\]$/,
  );
  expect(said(finding(curves(''), context, format, all))).toMatch(/^Half of the customers are gone after \d+ months/);
  expect(said(summaryFinding(summary, context, format, options))).toMatch(
    /^A stay is [\d.]+ of the first 30 months on average for “year”, [\d.]+ for “month”[.]/,
  );
  expect(said(testsFinding(tests, context, format))).toMatch(/^The curves differ by more than chance/);
});

test('curves that cross beyond chance are found, and which is above first', () => {
  const at = (name: string, early: number, late: number) =>
    Array.from({ length: 200 }, (_, i) => ({
      customer: `${name}${i}`,
      tenure: i < early ? 5 : i < early + late ? 20 : 30,
      churned: i < early + late ? 'yes' : 'no',
      name,
    }));
  const crossed = [...at('a', 20, 100), ...at('b', 60, 10)];
  const table = ask(
    'survival',
    withTenures(
      datasetOf(
        crossed.map(({ customer, name }): Line => ({ customer, day: 20_000, amount: 1, attributes: { Plan: name } })),
      ),
      crossed,
    ),
    [],
    { by: 'Plan' },
  ).table as unknown as MetricTable<typeof survival>;
  const [a, b] = readCurves(table);
  expect(crossing(a, b)).toEqual({ first: 5, last: 30, firstAbove: 'one' });
  expect(crossing(b, a)?.firstAbove).toBe('other');
  expect(crossing(a, a)).toBeNull();
  const beyond = (risk: number) => crossing(a, b, risk) !== null;
  expect([0.05, 1e-6, 1e-8].map(beyond)).toEqual([true, true, false]);
  expect(said(finding(table, context, format, options))).toContain(
    ' Curves cross: after 5 months more of “a” are left than of “b”, after 30 months fewer. [',
  );
  expect(said(finding(curves(), context, format, options))).not.toContain('cross');
});

test('the alternative: purchases for contracts, where there are any; a year, or half of one, for a lapse', () => {
  const both = new Set(['transactions.customer', 'transactions.date']);
  expect(alternativeOptions(curves(), options, both)).toEqual({ source: 'purchases' });
  expect(alternativeOptions(curves(), options, new Set())).toBeNull();
  const bought = [0, 10, 30].map((day): Line => ({ customer: 'ann', day: 20_000 + day, order: `${day}`, amount: 1 }));
  const lapse = ask('survival', bought, [], { lapse_days: 31, lapse_at: 'n_days_later' })
    .table as unknown as MetricTable<typeof survival>;
  expect(alternativeOptions(lapse, all, both)).toEqual({ source: 'purchases', lapse_days: 365 });
  const year = { source: ['purchases'], lapse_days: Float64Array.of(361) };
  expect(alternativeOptions(year, all, both)).toEqual({ source: 'purchases', lapse_days: 183 });
  expect(alternativeWords(lapse, format, all)).toBe(
    'Where 31 days without a purchase mean gone: 100.0% of the customers are still here after 30 days.',
  );
});

test('the alternative says who bought once only where that is half of all', () => {
  const lines = Array.from({ length: 10 }, (_, who): Line[] =>
    (who < 6 ? [0] : [0, 10]).map((day) => ({
      customer: `c${who}`,
      day: 20_000 + day,
      order: `${who} ${day}`,
      amount: 1,
    })),
  ).flat();
  const later = { customer: 'late', day: 20_100, order: 'late', amount: 1 };
  const table = ask('survival', [...lines, later], [], { lapse_days: 31 }).table as unknown as MetricTable<
    typeof survival
  >;
  expect(alternativeWords(table, format, all)).toBe(
    'Where 31 days without a purchase mean gone: 60.0% of the customers bought once only.',
  );
});

test('without purchases there is nothing else to ask: the crude share, and the median, stand beside', () => {
  // Of "month" 24 of 30 leave, one in each of the first 24 months.
  expect(crudeWords(curves(), format, options)).toBe(
    'However short a time each was seen: 20.0% of “month” have not left.',
  );
  expect(medianWords(summary, format, options)).toBe('By the median: half of “month” stay 15.5 months or longer.');
  const none = { ...summary, median: summary.median.map(() => NaN) };
  expect(medianWords(none, format, options)).toContain('more than half of “month” are still here');
});

test('the mean stay has its alternative too; where inactivity tells, the chart says before which day nobody can be gone', () => {
  const bought = Array.from({ length: 12 }, (_, who) =>
    (who === 0 ? [0, 30, 60, 90, 120, 150, 180] : [0, 10]).map((day): Line => ({
      customer: `c${who}`,
      day: 20_000 + day + 9 * who,
      order: `${who} ${day}`,
      amount: 1,
    })),
  ).flat();
  const asked = <T>(id: 'survival' | 'survival_summary') =>
    ask(id, bought, [], { lapse_days: 31, lapse_at: 'n_days_later' }).table as unknown as T;
  const mean = asked<MetricTable<typeof survivalSummary>>('survival_summary');
  expect(alternativeOptions(mean, all, new Set())).toEqual({ source: 'purchases', lapse_days: 365 });
  expect(summaryAlternativeWords(mean, format, all)).toMatch(
    /^Where 31 days without a purchase mean gone: a stay is \d+[.]\d of the first \d+ days on average[.]$/,
  );
  const html = drawn(Chart, {
    table: asked<MetricTable<typeof survival>>('survival'),
    options: { ...all, lapse_at: 'n_days_later' },
  });
  expect(wordsOf(html)).toContain('nobody counts as gone before day 31');
  expect(wordsOf(drawn(Chart, { table: curves(), options })).join(' ')).not.toContain('nobody counts');
});

test('days that are chosen let stays enter late, and the chart says so', () => {
  const days = { ...curves(), unit: curves().stratum.map(() => 'days') };
  const words = (windowed: boolean) =>
    wordsOf(drawn(Chart, { table: days, options, context: { ...context, windowed } }));
  expect(words(true).join(' ')).toMatch(/Late entry: who came before 1 Jan 2019 counts from that day on/);
  expect(words(false).join(' ')).not.toContain('Late entry');
});
