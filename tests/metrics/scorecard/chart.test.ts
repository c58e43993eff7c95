import { expect, test } from 'vitest';
import { hasCounts } from '../../../src/app/panel/cells';
import * as catalog from '../../../src/metrics/catalog';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/scorecard/Chart.svelte';
import type { capabilityPortfolio, scorecard } from '../../../src/metrics/scorecard/definition';
import { finding, portfolioFinding } from '../../../src/metrics/scorecard/finding';
import { alternativeWords } from '../../../src/metrics/scorecard/alternatives';
import Portfolio from '../../../src/metrics/scorecard/Portfolio.svelte';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withSpendAndSurveys, withTargets } from '../support/arbitrary';
import { ask } from '../support/ask';

// Thirty customers in each of two years, twenty of them in both.
const lines = Array.from({ length: 60 }, (_, at): Line => ({
  customer: at < 30 ? `c${at}` : `c${at - 20}`,
  day: at < 30 ? 20_001 : 20_730,
  order: `o${at}`,
  amount: at < 30 ? 10 : 15,
}));
const data = withTargets(datasetOf(lines), [
  { metric: 'Retention rate', target: 80, owner: 'Dora Example' },
  { metric: 'net sales', target: 400, owner: 'Emil Example' },
  { metric: 'Joy', target: 5, stage: 'growth', level: 'intelligence' },
]);
const card = ask('scorecard', data).table as unknown as MetricTable<typeof scorecard>;
const portfolio = ask('capability_portfolio', data).table as unknown as MetricTable<typeof capabilityPortfolio>;

test('the scorecard as lines, with targets and who answers for them', async () => {
  const html = drawn(Chart, { table: card, options: {} });
  await expect(html).toMatchFileSnapshot('drawn/scorecard.html');
  const words = wordsOf(html);
  expect(words).toContain('Dora Example');
  expect(words).toContain('○ missed');
  expect(words).toContain('● met');
  expect(words).toContain('not measured');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('the portfolio as nine cells, on a phone below each other', async () => {
  const html = drawn(Portfolio, { table: portfolio, options: {} });
  await expect(html).toMatchFileSnapshot('drawn/portfolio.html');
  expect([...html.matchAll(/<rect /g)]).toHaveLength(9);
  expect(wordsOf(html)).toContain('66.7%');
  const phone = drawn(Portfolio, { table: portfolio, options: {}, width: 342 });
  expect(new Set([...phone.matchAll(/<rect x="([\d.]+)"/g)].map(([, x]) => x))).toEqual(new Set(['0']));
});

test('findings: targets met, and what is furthest off; silent without targets', () => {
  expect(said(finding(card, context, format))).toMatch(
    /^1 of 2 targets are met; furthest off is kept from the year before \(Dora Example\): 66[.]7% against 80[.]0%[.]/,
  );
  const none = ask('scorecard', datasetOf(lines)).table as unknown as typeof card;
  expect(finding(none, context, format)).toBeNull();
  expect(said(portfolioFinding(portfolio, context, format))).toBe(
    'The files bring what it takes for 5 of 9 capabilities; somebody answers for 2 of them. [n = 9 capabilities]',
  );
});

test('where there is room the level stands beside the figure; a score of nobody known is a figure too', () => {
  expect(wordsOf(drawn(Chart, { table: card, options: {}, width: 1_000 }))).toContain('Management');
  const answers = [10, 10, 3].map((score) => ({ score, day: 20_000 }));
  const alone = ask('scorecard', withSpendAndSurveys(datasetOf([]), [], answers)).table as unknown as typeof card;
  expect([...alone.metric]).toEqual(['nps']);
  expect(alone.value[0]).toBeCloseTo(100 / 3, 9);
  expect(hasCounts(catalog.scorecard.table)).toBe(false);
});

test('the alternative for those kept counts whoever was won back', () => {
  const won = [19_700, 20_730].map((day): Line => ({ customer: 'back', day, order: `back${day}`, amount: 1 }));
  const table = ask('scorecard', datasetOf([...lines, ...won])).table as unknown as typeof card;
  expect(alternativeWords(table, format)).toMatch(
    /^Kept with those won back, \(end − new\) [/] start: 70[.]0%, in place of 66[.]7%[.]$/,
  );
  expect(alternativeWords({ ...table, metric: [] }, format)).toBe('');
});
