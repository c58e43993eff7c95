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
