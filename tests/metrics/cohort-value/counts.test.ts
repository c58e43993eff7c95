import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { datasetOf, type Line } from '../../support/histories';
import { withSpendAndSurveys } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const day = (text: string) => parseIsoDay(text)!;
const line = (customer: string, date: string, amount: number, profit = amount / 2): Line => ({
  customer,
  day: day(date),
  order: `${customer} ${date} ${amount}`,
  amount,
  profit,
});
const lines = [
  line('ann', '2024-01-10', 100),
  line('ann', '2024-03-10', 60),
  line('bob', '2024-01-20', 40),
  line('cat', '2024-03-05', 80),
];
const rows = (asked: ReturnType<typeof ask>, ...columns: string[]) =>
  rowsIn(asked.table).map((row) => columns.map((column) => Number(row[column])));

test('every period that has begun has a row, with 0 where nobody bought', () => {
  const january = 2024 * 12;
  expect(rows(ask('cohort_value', lines), 'cohort', 'period', 'net', 'cumulative_net_per_customer')).toEqual([
    [january, 0, 1_400_000, 700_000],
    [january, 1, 0, 700_000],
    [january, 2, 600_000, 1_000_000],
    [january + 2, 0, 800_000, 800_000],
  ]);
});

test('a return before the first purchase counts in period 0; customers with returns only are stated apart', () => {
  const returned = [...lines, line('bob', '2023-12-30', -10), line('dan', '2024-02-01', -25)];
  const asked = ask('cohort_value', returned);
  expect(rows(asked, 'net')[0]).toEqual([1_300_000]);
  expect(rows(asked, 'outside')[0]).toEqual([-250_000]);
});

test('a window leaves cells outside empty, and sums that it cuts', () => {
  const window = [{ kind: 'window', from: day('2024-02-01'), until: null }] as const;
  expect(rows(ask('cohort_value', lines, window), 'period', 'net', 'cumulative_net_per_customer')).toEqual([
    [0, NaN, NaN],
    [1, 0, NaN],
    [2, 600_000, NaN],
    [0, 800_000, 800_000],
  ]);
});

test('payback: the first period in which profit per customer reaches what one cost', () => {
  const spent = withSpendAndSurveys(datasetOf(lines), [{ day: day('2024-01-01'), amount: 900_000 }], []);
  // 90 for two customers: 45 each. Profit per customer is 35, 35, then 50.
  const asked = ask('cohort_value', spent);
  expect(rows(asked, 'cac', 'payback')).toEqual([
    [450_000, 2],
    [450_000, 2],
    [450_000, 2],
    [NaN, NaN],
  ]);
  const some = [{ kind: 'customer', field: 'customer', values: ['ann'] }] as const;
  expect(rows(ask('cohort_value', spent, some), 'cac')[0]).toEqual([NaN]);
});
