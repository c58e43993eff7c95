import { describe, expect, test } from 'vitest';
import type { Filter } from '../../../src/domain/filter';
import { lastOffset, monthOfOffset } from '../../../src/metrics/acquisition/months';
import { datasetOf, type Line } from '../../support/histories';
import { withSpendAndSurveys, withStages } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const WON = 20_000;
type Touch = readonly [customer: string, day: number, channel: string | null];
const bought = (customer: string, day = WON, profit = 1): Line => ({
  customer,
  day,
  order: `${customer}${day}`,
  amount: 2 * profit,
  profit,
});
const company = (
  lines: readonly Line[],
  touches: readonly Touch[],
  spend: readonly (readonly [string, number])[] = [],
) =>
  withSpendAndSurveys(
    withStages(
      datasetOf(lines),
      [],
      touches.map(([customer, day, channel]) => ({ customer, day, channel, stage: null })),
    ),
    spend.map(([channel, amount]) => ({ day: WON, channel, amount: amount * 10_000 })),
    [],
  );
const customers = (data: ReturnType<typeof company>, model: string, filter: Filter = []) =>
  Object.fromEntries(
    rowsIn(ask('acquisition', data, filter).table)
      .filter((row) => row['model'] === model && Number(row['customers']) > 0)
      .map((row) => [row['channel'], row['customers']]),
  );
const rowOf = (data: ReturnType<typeof company>, channel: string, filter: Filter = []) =>
  rowsIn(ask('acquisition', data, filter).table).find((row) => row['channel'] === channel && row['model'] === 'last')!;

describe('who gets the credit', () => {
  const touches: Touch[] = [
    ['ann', WON - 9, 'radio'],
    ['ann', WON - 5, 'mail'],
    ['ann', WON - 5, null],
    ['ann', WON, 'web'],
    ['ann', WON, 'mail'],
    ['ann', WON + 1, 'late'],
    ['bob', WON + 1, 'late'],
    ['eve', WON - 9, 'radio'],
  ];
  const data = company([bought('ann'), bought('bob')], touches);
  test('the first contact, the last one up to the day of the first purchase, or all alike', () => {
    expect(customers(data, 'first')).toEqual({ radio: 1, unknown: 1 });
    expect(customers(data, 'last')).toEqual({ mail: 1, unknown: 1 });
    expect(customers(data, 'linear')).toEqual({ radio: 0.25, mail: 0.5, web: 0.25, unknown: 1 });
  });
  test('parts of customers add up to the customers won, under every model', () => {
    for (const model of ['first', 'last', 'linear'])
      expect(Object.values(customers(data, model)).reduce((sum: number, part) => sum + Number(part), 0)).toBe(2);
  });
  test('the list of a channel holds whoever has a part in it', () => {
    const asked = ask('acquisition', data);
    const row = rowsIn(asked.table).find((one) => one['channel'] === 'web' && one['model'] === 'linear')!;
    expect([...asked.members(row, 'people')].map((c) => asked.facts.customers.ids[c])).toEqual(['ann']);
  });
});

describe('what one costs', () => {
  const data = company(
    [bought('ann'), bought('bob'), bought('cat', WON + 40)],
    ['ann', 'bob', 'cat'].map((customer): Touch => [customer, WON - 1, 'radio']),
    [
      ['radio', 30],
      ['TV', 50],
    ],
  );
  test('spend over customers; empty where nobody was won or nothing is known of the spend', () => {
    expect(rowOf(data, 'radio')).toMatchObject({ customers: 3, spend: 300_000, cac: 100_000 });
    expect(rowOf(data, 'TV')).toMatchObject({ customers: 0, spend: 500_000, cac: NaN });
    const free = company([bought('ann')], [['ann', WON, 'word of mouth']], [['TV', 1]]);
    expect(rowOf(free, 'word of mouth')).toMatchObject({ customers: 1, spend: NaN, cac: NaN });
  });
  test('a window keeps those won in it, and its spend', () => {
    const window: Filter = [{ kind: 'window', from: WON, until: WON + 10 }];
    expect(rowOf(data, 'radio', window)).toMatchObject({ customers: 2, cac: 150_000 });
  });
  test('once customers are chosen nobody knows their share of the spend', () => {
    const chosen: Filter = [{ kind: 'customer', field: 'customer', values: ['ann'] }];
    expect(rowOf(data, 'radio', chosen)).toMatchObject({ customers: 1, spend: NaN, cac: NaN });
  });
});

describe('what one brings', () => {
  const touches: Touch[] = [
    ['ann', WON, 'radio'],
    ['bob', WON + 300, 'radio'],
  ];
  test('in 365 days, of those observed for as long', () => {
    const lines = [
      bought('ann', WON, 10),
      bought('ann', WON + 364, 5),
      bought('ann', WON + 365, 100),
      bought('bob', WON + 300, 70),
    ];
    expect(rowOf(company(lines, touches), 'radio')).toMatchObject({
      customers: 2,
      customers_12m: 1,
      profit_12m_per_customer: 150_000,
      net_12m_per_customer: 300_000,
    });
  });
  test('the cost comes back in the first month at whose end profit has reached it', () => {
    const lines = [bought('ann', WON, 10), bought('ann', WON + 70, 10), bought('zoe', WON + 400)];
    const paid = (spend: number) =>
      rowOf(company(lines, touches.slice(0, 1), [['radio', spend]]), 'radio')['payback_months'];
    expect([paid(10), paid(11), paid(20), paid(21)]).toEqual([1, 3, 3, NaN]);
  });
  test('without cost in the files there is neither profit nor payback', () => {
    const lines = [bought('ann'), bought('zoe', WON + 400)].map(({ profit: _, ...line }) => line);
    expect(rowOf(company(lines, touches.slice(0, 1), [['radio', 1]]), 'radio')).toMatchObject({
      profit_12m_per_customer: NaN,
      payback_months: NaN,
      net_12m_per_customer: 20_000,
    });
  });
});

test('twelve months are 365 days, and every day belongs to the month that it lies in', () => {
  expect(lastOffset(12)).toBe(364);
  for (let days = 0; days < 1_900; days++) {
    const month = monthOfOffset(days);
    expect(days > lastOffset(month - 1) && days <= lastOffset(month), String(days)).toBe(true);
  }
  expect(monthOfOffset(-3)).toBe(1);
});
