import { describe, expect, test } from 'vitest';
import { readBalances } from '../../../src/metrics/customer-balance/balance';
import * as findings from '../../../src/metrics/customer-balance/finding';
import { balanceSentence, headlineFigures } from '../../../src/metrics/customer-balance/headline';
import { nextActions } from '../../../src/metrics/customer-balance/next-action';
import { keptMoneyWords, keptAlternativeWords } from '../../../src/metrics/customer-balance/alternatives';
import { lengthWords, periodBefore, periodWords } from '../../../src/domain/period-words';
import { context, format } from '../../visual/drawn';
import { said } from '../../visual/said';
import { allNew, balanceTable, four, none, plain, usual, YEAR_2021, YEAR_2022 } from './made';

describe('findings of the balance', () => {
  test('say what the table says', () => {
    expect(
      Object.fromEntries(Object.entries(findings).map(([name, find]) => [name, said(find(usual, context, format))])),
    ).toMatchInlineSnapshot(`
      {
        "bridgeFinding": "Net sales rose by $76,220 (13.1%); the largest part came from customers kept. [n = 405]",
        "finding": "335 were buying at the start. 70 came, 50 stopped, 355 are buying at the end; each of the 453 known at the end stands once in every column after the first. [n = 453]",
        "keptByWorthFinding": "85.0% of the best fifth bought again, against 86.0% of those who cost us money. [n = 335]",
        "keptRateFinding": "85.1% of the buyers of 2021 bought again, after 76.1% the year before. [n = 335]",
        "newCategoryFinding": "75.8% of those kept bought from a category new to them, after 69.8% the year before. [n = 285]",
        "newCustomersFinding": "9 new customers in 2022, after 40 in 2021. [n = 49]",
      }
    `);
  });
  test('the rate of those kept has its alternative, which counts whoever was won back', () => {
    expect(keptAlternativeWords(usual, format)).toBe('With those won back, (end − new) / start: 103.3%.');
    expect(keptAlternativeWords(none, format)).toBe('');
  });
  test('who was kept by worth has its alternative in money', () => {
    expect(keptMoneyWords(usual, format)).toBe(
      'In money, the best fifth brought 100.3% of their net sales before, all buyers 100.5%.',
    );
    expect(keptMoneyWords(four, format)).toBe('');
    expect(keptMoneyWords(none, format)).toBe('');
  });
  test('are silent without customers', () => {
    for (const find of Object.values(findings)) expect(find(none, context, format)).toBeNull();
  });
  test('say that four are too few', () => {
    expect(said(findings.finding(four, context, format))).toBe('4 customers are too few for a finding. [n = 4]');
    expect(said(findings.keptRateFinding(four, context, format))).toBe(
      '3 customers are too few for a finding. [n = 3]',
    );
  });
  test('without a period before there is nothing to compare with', () => {
    expect(said(findings.newCustomersFinding(allNew, context, format))).toBe(
      '2,357 new customers in 2022. [n = 2,357]',
    );
    expect(said(findings.keptRateFinding(allNew, context, format))).toBeNull();
    expect(said(findings.newCategoryFinding(plain, context, format))).toBeNull();
  });
  test('nothing changed', () => {
    const same = balanceTable([
      { ...YEAR_2022, cells: [{ group: 'middle', state: 'same', customers: 10, before: 50, now: 50 }] },
    ]);
    expect(said(findings.bridgeFinding(same, context, format))).toBe('Net sales did not change. [n = 10]');
    expect(balanceSentence(readBalances(same)[0], format)).toBe(
      '10 of 10 known customers bought in 2022, as many as in 2021: 0 were new, 0 came back, 0 stopped.',
    );
  });
  test('a fall is a fall', () => {
    const fell = balanceTable([
      {
        ...YEAR_2022,
        cells: [
          { group: 'middle', state: 'same', customers: 10, before: 50, now: 60 },
          { group: 'best', state: 'stopped', customers: 5, before: 200 },
        ],
      },
    ]);
    expect(said(findings.bridgeFinding(fell, context, format))).toBe(
      'Net sales fell by $190 (76.0%); the largest part went with customers who stopped. [n = 15]',
    );
  });
  test('the best need not be kept best', () => {
    const worse = balanceTable([
      {
        ...YEAR_2022,
        cells: [
          { group: 'best', state: 'stopped', customers: 9 },
          { group: 'best', state: 'same', customers: 1 },
          { group: 'loss', state: 'same', customers: 10 },
        ],
      },
    ]);
    expect(said(findings.keptByWorthFinding(worse, context, format))).toBe(
      '10.0% of the best fifth bought again, against 100.0% of those who cost us money. [n = 20]',
    );
  });
});

test('the head of the page', () => {
  const balances = readBalances(usual);
  expect(balanceSentence(balances[0], format)).toMatchInlineSnapshot(
    `"355 of 453 known customers bought in 2022, 20 more than in 2021: 9 were new, 61 came back, 50 stopped."`,
  );
  expect(
    headlineFigures(balances, format, true).map(
      ({ name, value, change, base, n }) => `${name}: ${value} ${change} ${base} (${n})`,
    ),
  ).toMatchInlineSnapshot(`
    [
      "Customers buying: 355 ▲ 20 on 2021 (of 453 known)",
      "Profit: $89,010 ▲ 7.7% on 2021 (n = 355)",
      "New customers: 9 ▼ 31 on 2021 (n = 9)",
      "Kept: 85.1% ▲ 9.0 points on 2021 (285 of 335)",
      "Net sales per customer: $1,859 ▲ 6.7% on 2021 (n = 355)",
      "Net sales: $659,900 ▲ 13.1% on 2021 (of known customers)",
    ]
  `);
  expect(headlineFigures([], format, true)).toEqual([]);
  expect(headlineFigures(readBalances(allNew), format, false).map(({ name }) => name)).not.toContain('Profit');
});

test('the next action is among the true ones only', () => {
  const { action, runners } = nextActions(readBalances(usual), format, true);
  expect(action?.title).toBe('Next: speak to 12 of the best of the year before');
  expect(runners.map(({ key }) => key)).toEqual(['loss', 'middle', 'new']);
  const nobody = nextActions(readBalances(allNew), format, true);
  expect(nobody).toEqual({ action: null, runners: [] });
});

test('periods are named as people name them', () => {
  const words = (from: string, until: string) => {
    const days = { from: Date.parse(from) / 86_400_000, until: Date.parse(until) / 86_400_000 };
    return [periodWords(days, format), periodWords(periodBefore(days), format), lengthWords(days)];
  };
  expect(words('2022-01-01', '2022-12-31')).toEqual(['2022', '2021', 'year']);
  expect(words('2022-07-01', '2022-12-31')).toEqual(['Jul–Dec 2022', 'Jan–Jun 2022', 'half-year']);
  expect(words('2022-01-01', '2022-03-31')).toEqual(['Q1 2022', 'Q4 2021', 'quarter']);
  expect(words('2022-03-01', '2022-03-31')).toEqual(['Mar 2022', 'Feb 2022', 'month']);
  expect(words('2021-07-01', '2022-06-30')).toEqual(['Jul 2021 – Jun 2022', 'Jul 2020 – Jun 2021', 'year']);
  expect(words('2022-03-02', '2022-03-11')).toEqual(['2 Mar 2022 – 11 Mar 2022', '20 Feb 2022 – 1 Mar 2022', 'period']);
  expect(periodBefore(YEAR_2022)).toEqual(YEAR_2021);
});
