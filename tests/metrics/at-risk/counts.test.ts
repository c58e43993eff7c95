import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { datasetOf, type Line } from '../../support/histories';
import { withContracts, withSpendAndSurveys, type Contract } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const day = (text: string) => parseIsoDay(text)!;
const bought = (customer: string, ...days: number[]): Line[] =>
  days.map((on) => ({ customer, day: on, order: `${customer} ${on}`, amount: 10 }));
const term = (customer: string, endOfTerm: string | null, endedOn: string | null = null): Contract => ({
  customer,
  start: day('2024-01-01'),
  endOfTerm: endOfTerm === null ? null : day(endOfTerm),
  endedOn: endedOn === null ? null : day(endedOn),
  strategy: null,
});
const told = (asked: ReturnType<typeof ask>) =>
  rowsIn(asked.table).map((row) => [row['customer'], row['reason'], row['days']]);

test('a term that ends within the days chosen, of a contract that runs', () => {
  const watch: Contract = { ...term('zoe', null), start: day('2024-06-30') };
  const data = withContracts(datasetOf([]), [
    term('ann', '2024-07-30'),
    term('bob', '2024-08-30'),
    term('cat', '2024-07-30', '2024-06-01'),
    term('dan', '2024-06-30'),
    watch,
  ]);
  expect(told(ask('at_risk', data, [], { within_days: 60 }))).toEqual([['ann', 'term_ends', 30]]);
  expect(told(ask('at_risk', data, [], { within_days: 61 }))).toHaveLength(2);
});

test('overdue beyond twice the own mean gap, and not after the lapse', () => {
  // Ann's mean gap is 10 days; Bob shows the end of observation.
  const at = (until: number) => [...bought('ann', 20_000, 20_010, 20_020), ...bought('bob', until)];
  expect(told(ask('at_risk', at(20_040), [], { lapse_days: 90 }))).toEqual([]);
  expect(told(ask('at_risk', at(20_041), [], { lapse_days: 90 }))).toEqual([['ann', 'overdue', 21]]);
  expect(told(ask('at_risk', at(20_110), [], { lapse_days: 90 }))).toEqual([]);
  expect(
    told(ask('at_risk', [...bought('ann', 20_000, 20_010), ...bought('bob', 20_050)], [], { lapse_days: 90 })),
  ).toEqual([]);
});

test('as many times the own mean gap as are chosen', () => {
  const at = (until: number) => [...bought('ann', 20_000, 20_010, 20_020), ...bought('bob', until)];
  expect(told(ask('at_risk', at(20_050), [], { lapse_days: 90, overdue_times: 3 }))).toEqual([]);
  expect(told(ask('at_risk', at(20_051), [], { lapse_days: 90, overdue_times: 3 }))).toEqual([['ann', 'overdue', 31]]);
});

test('a low latest score, on either scale, unless the customer has left', () => {
  const lines = ['ann', 'bob', 'cat'].flatMap((customer) => bought(customer, 20_000));
  const answers = [
    { customer: 'ann', day: 20_000, score: 9 },
    { customer: 'ann', day: 20_010, score: 6 },
    { customer: 'bob', day: 20_010, score: 7 },
    { customer: 'cat', day: 20_005, score: 1 },
  ];
  const data = withSpendAndSurveys(datasetOf(lines), [], answers);
  expect(told(ask('at_risk', data))).toEqual([
    ['ann', 'low_score', 0],
    ['cat', 'low_score', 5],
  ]);
  const five = withSpendAndSurveys(
    datasetOf(lines),
    [],
    [
      { customer: 'ann', day: 20_000, score: 3 },
      { customer: 'bob', day: 20_000, score: 2 },
    ],
  );
  expect(told(ask('at_risk', five))).toEqual([['bob', 'low_score', 0]]);
  const gone = withContracts(data, [{ ...term('cat', null), start: 19_990, endedOn: 20_006 }]);
  expect(told(ask('at_risk', gone)).map(([customer]) => customer)).toEqual(['ann']);
});
