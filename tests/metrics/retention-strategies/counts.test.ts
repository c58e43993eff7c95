import { expect, test } from 'vitest';
import { datasetOf, type Line } from '../../support/histories';
import { withContracts, withSpendAndSurveys, type Contract } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const contract = (customer: string, strategy: string | null): Contract => ({
  customer,
  start: 20_000,
  endOfTerm: null,
  endedOn: null,
  strategy,
});
const lines: Line[] = ['ann', 'bob', 'cat', 'dan'].map((customer) => ({ customer, day: 20_100, amount: 10 }));

test('the net promoter score with its error, by strategy', () => {
  const answers = [10, 9, 6].map((score, at) => ({ customer: ['ann', 'bob', 'cat'][at], day: 20_100, score }));
  const data = withSpendAndSurveys(
    withContracts(
      datasetOf(lines),
      ['ann', 'bob', 'cat', 'dan'].map((customer) => contract(customer, 'reward')),
    ),
    [],
    answers,
  );
  const [row] = rowsIn(ask('retention_strategies', data).table);
  expect(row).toMatchObject({ strategy: 'reward', customers: 4, responders: 3 });
  expect(row['nps']).toBeCloseTo(100 / 3, 12);
  const error = 100 * Math.sqrt((1 - 1 / 9) / 3);
  expect(row['nps_low']).toBeCloseTo(100 / 3 - 1.959963984540054 * error, 9);
  expect(row['nps_high']).toBe(100);
});

test('of several contracts the first that states a strategy; customers without a contract are not in it', () => {
  const data = withContracts(datasetOf(lines), [
    { ...contract('ann', 'penalty'), start: 20_050 },
    contract('ann', null),
    contract('bob', null),
  ]);
  const rows = rowsIn(ask('retention_strategies', data).table);
  expect(rows.map((row) => [row['strategy'], row['customers']])).toEqual([
    ['', 1],
    ['penalty', 1],
  ]);
});

test('a year of their stay is one on the days in view, from which the money is', () => {
  const bought = [0, 100, 200, 300].map((day): Line => ({
    customer: 'ann',
    day: 20_000 + day,
    order: `${day}`,
    amount: 10,
  }));
  const data = withContracts(datasetOf(bought), [contract('ann', 'reward')]);
  const days = (from: number | null, until: number | null) => {
    const filter = from === null && until === null ? [] : [{ kind: 'window' as const, from, until }];
    const [row] = rowsIn(ask('retention_strategies', data, filter).table);
    // Net / years: so many days of the stay are in view.
    return Math.round((Number(row['net_per_customer']) / Number(row['net_per_year'])) * 365.25);
  };
  expect(days(null, null)).toBe(300);
  expect(days(20_050, 20_149)).toBe(100);
  expect(days(null, 20_199)).toBe(200);
  expect(days(20_200, null)).toBe(100);
});
