import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/feedback/Chart.svelte';
import type { feedback } from '../../../src/metrics/feedback/definition';
import { remark } from '../../../src/metrics/feedback/derive';
import { finding } from '../../../src/metrics/feedback/finding';
import type { MetricTable } from '../../../src/metrics/metric';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withSpendAndSurveys } from '../support/arbitrary';
import { ask } from '../support/ask';

// Forty on a plan of gold, most of them promoters; forty on basic, most of them detractors; three on neither.
const PLANS: readonly [plan: string, scores: readonly number[]][] = [
  ['gold', Array.from({ length: 40 }, (_, at) => (at < 24 ? 10 : at < 34 ? 8 : 4))],
  ['basic', Array.from({ length: 40 }, (_, at) => (at < 6 ? 9 : at < 16 ? 7 : 2))],
  ['new', [10, 10, 1]],
];
const answers = PLANS.flatMap(([plan, scores]) =>
  scores.map((score, at) => ({ customer: `${plan}${at}`, day: 20_010, score, plan })),
);
const lines = answers.map(({ customer, plan }): Line => ({
  customer,
  day: 20_000,
  amount: 1,
  attributes: { Plan: plan },
}));
const tableOf = (data: typeof answers, by: string) =>
  ask('feedback', withSpendAndSurveys(datasetOf(lines), [], data), [], { by }).table as unknown as MetricTable<
    typeof feedback
  >;
const byPlan = tableOf(answers, 'Plan');
const all = tableOf(answers, '');

test('groups with their bands, score and interval', async () => {
  const html = drawn(Chart, { table: byPlan, options: { by: 'Plan' } });
  await expect(html).toMatchFileSnapshot('drawn/feedback.html');
  expect(wordsOf(html)).toContain('+45');
  expect(wordsOf(html)).toContain('60%');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('on a phone the score stands under its bar, and fits', () => {
  const html = drawn(Chart, { table: byPlan, options: { by: 'Plan' }, width: 342 });
  expect(wordsOf(html)).toContain('NPS +45');
  for (const [, cx] of html.matchAll(/cx="([\d.]+)"/g)) expect(Number(cx)).toBeLessThanOrEqual(342);
});

test('findings: the score of all; the highest and the lowest that stand apart; no such where they do not', () => {
  expect(said(finding(all, context, format, { by: '' }))).toMatch(
    /^The Net Promoter Score is \+1 \(95%: −\d+ to \+\d+\): 38[.]6% of those who answered are promoters, 37[.]3% detractors[.] \[n = 83 answers\]$/,
  );
  expect(said(finding(byPlan, context, format, { by: 'Plan' }))).toMatch(
    /^The Net Promoter Score is \+45 among “gold” \(95%: \+\d+ to \+\d+\), −45 among “basic” \(95%: −\d+ to −\d+\)[.] \[n = 80 answers\]$/,
  );
  const alike = answers.map((answer) => ({ ...answer, score: answer.customer.endsWith('1') ? 10 : 6 }));
  expect(said(finding(tableOf(alike, 'Plan'), context, format, { by: 'Plan' }))).toMatch(
    /^No group stands apart beyond chance: /,
  );
  expect(finding(tableOf(answers.slice(-3), ''), context, format, { by: '' })).toBeNull();
});

test('a scale of five is called what it is', () => {
  const five = tableOf(
    answers.map((answer) => ({ ...answer, score: Math.ceil(answer.score / 2) })),
    '',
  );
  expect(wordsOf(drawn(Chart, { table: five, options: { by: '' } }))).toContain('net satisfaction, points');
  expect(said(finding(five, context, format, { by: '' }))).toMatch(
    /^Net satisfaction is .* are satisfied, .* dissatisfied[.]/,
  );
  expect(remark(five)).toMatch(/no Net Promoter Score/);
  expect(remark(all)).toBeNull();
});

test('weighted answers say how many they are worth; of answers that name nobody it is known', () => {
  const weighted = answers.map(({ day, score }, at) => ({ day, score, weight: at % 2 === 0 ? 2 : 1 }));
  const table = ask('feedback', withSpendAndSurveys(datasetOf(lines), [], weighted)).table as unknown as typeof all;
  expect([table.people[0], all.people[0]]).toEqual([0, 83]);
  expect(table.effective[0]).toBeCloseTo(125 ** 2 / (42 * 4 + 41), 9);
});
