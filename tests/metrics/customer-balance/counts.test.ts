import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, NO_DAY, parseIsoDay } from '../../../src/domain/calendar';
import { balancePeriods } from '../../../src/metrics/customer-balance/balance-periods';
import { arbitraryFilter, arbitraryLines, type Line } from '../../support/histories';
import { ask, rowsIn } from '../support/ask';

const day = (text: string) => parseIsoDay(text)!;
const OPEN = { from: NO_DAY, until: 0x7fffffff };
const written = (from: string, until: string, window = OPEN) =>
  balancePeriods({ from: day(from), until: day(until) }, window).map((period) =>
    [period.beforeFrom, period.from, period.until].map(formatDay).join(' '),
  );

describe('the periods', () => {
  test('are the most months of 12, 6, 3 and 1 that fit twice, up to the last whole month', () => {
    expect(written('2022-01-09', '2024-01-28')).toEqual(['2022-01-01 2023-01-01 2023-12-31']);
    expect(written('2022-02-09', '2024-01-28').map((text) => text.slice(0, 21))).toEqual([
      '2023-01-01 2023-07-01', '2022-07-01 2023-01-01',
    ]); // prettier-ignore
    expect(written('2024-01-31', '2024-02-29')).toEqual(['2024-01-01 2024-02-01 2024-02-29']);
    expect(written('2024-01-01', '2024-02-26')).toEqual([]);
    expect(balancePeriods(null, OPEN)).toEqual([]);
  });
  test('take a month that lacks its last day or two as whole', () => {
    expect(written('2021-01-04', '2022-12-30')).toEqual(['2021-01-01 2022-01-01 2022-12-31']);
    expect(written('2021-01-04', '2022-12-28')).toEqual(written('2021-01-04', '2022-11-30'));
    const year = { from: day('2022-01-01'), until: day('2022-12-31') };
    expect(written('2021-01-04', '2022-12-30', year)).toEqual(['2021-01-01 2022-01-01 2022-12-31']);
  });
  test('are at most eight', () => {
    expect(written('2000-01-01', '2024-12-31')).toHaveLength(8);
  });
  test('follow a window of whole months by months, any other by days', () => {
    const window = (from: string, until: string) => ({ from: day(from), until: day(until) });
    expect(written('2023-12-10', '2024-06-30', window('2024-02-01', '2024-03-31'))).toEqual([
      '2023-12-01 2024-02-01 2024-03-31',
    ]);
    expect(written('2024-01-01', '2024-06-30', window('2024-02-01', '2024-02-29'))).toEqual([
      '2024-01-01 2024-02-01 2024-02-29',
    ]);
    expect(written('2024-01-01', '2024-06-30', window('2024-01-11', '2024-01-15'))).toEqual([
      '2024-01-06 2024-01-11 2024-01-15', '2024-01-01 2024-01-06 2024-01-10',
    ]); // prettier-ignore
    expect(written('2024-01-01', '2024-06-30', window('2024-01-03', '2024-06-01'))).toEqual([]);
    expect(written('2024-01-01', '2024-06-30', window('2025-01-01', '2025-02-01'))).toEqual([]);
  });
});

const bought = (customer: string, on: string, profit: number, category = 'tea'): Line => ({
  customer,
  day: day(on),
  order: `${customer} ${on}`,
  amount: 100,
  profit,
  category,
});
const cells = (lines: readonly Line[], filter: Parameters<typeof ask>[2] = []) =>
  rowsIn(ask('customer_balance', lines, filter).table)
    .filter((row) => row['period'] === 0)
    .map((row) => [row['group'], row['state'], row['customers']]);

const year = [
  bought('best', '2024-01-02', 90), bought('middle', '2024-01-03', 10), bought('loss', '2024-01-04', -5),
  bought('m2', '2024-01-05', 10), bought('m3', '2024-01-06', 10), bought('gone', '2023-11-01', 10), bought('away', '2023-11-02', 10),
  bought('best', '2024-02-02', 1, 'cups'), bought('middle', '2024-02-03', 1), bought('gone', '2024-02-29', 1), bought('new', '2024-02-04', 1),
]; // prettier-ignore
const february = { kind: 'window', from: day('2024-02-01'), until: day('2024-02-29') } as const;

test('everyone stands where the words say', () => {
  expect(cells(year, [february])).toEqual([
    ['best', 'grew', 1], ['middle', 'same', 1], ['middle', 'stopped', 2], ['loss', 'stopped', 1],
    ['away', 'away', 1], ['away', 'back', 1], ['new', 'new', 1],
  ]); // prettier-ignore
});

test('a category bought before the period, even before the last one, is nothing new', () => {
  const lines = [...year, bought('middle', '2023-11-05', 0, 'milk'), bought('middle', '2024-02-10', 0, 'milk')];
  expect(cells(lines, [february]).some(([group, state]) => group === 'middle' && state === 'grew')).toBe(false);
});

test('under a line filter a newcomer who bought none of these lines stands as away', () => {
  const filter = [february, { kind: 'line', field: 'category', values: ['cups'] } as const];
  const counted = cells(year, filter);
  expect(counted.reduce((sum, [, , customers]) => sum + Number(customers), 0)).toBe(8);
  expect(counted).toEqual([
    ['away', 'away', 7],
    ['away', 'back', 1],
  ]);
});

test('the balance adds up in every period, and one period opens with what the one before closed', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, (lines, filter) => {
      const { table, facts, scope } = ask('customer_balance', lines, filter);
      const rows = rowsIn(table);
      const sum = (period: number, keep: (group: string, state: string) => boolean, column = 'customers') =>
        rows
          .filter((row) => row['period'] === period && keep(String(row['group']), String(row['state'])))
          .reduce((total, row) => total + Number(row[column]), 0);
      const isBuyer = (group: string) => ['best', 'middle', 'loss'].includes(group);
      const periods = [...new Set(rows.map((row) => Number(row['period'])))];
      for (const period of periods) {
        const opening = sum(period, isBuyer);
        const buying = sum(period, (_, state) => ['same', 'grew', 'back', 'new'].includes(state));
        const change =
          sum(period, (_, state) => state === 'new' || state === 'back') -
          sum(period, (_, state) => state === 'stopped');
        expect(opening + change).toBe(buying);
        const until = Number(rows.find((row) => row['period'] === period)!['period_until']);
        const known = facts.customers.firstDay.filter(
          (first, c) => scope.customer[c] && first !== NO_DAY && first <= until,
        ).length;
        expect(sum(period, () => true)).toBe(known);
        if (periods.includes(period + 1))
          expect(sum(period + 1, (_, state) => ['same', 'grew', 'back', 'new'].includes(state))).toBe(opening);
      }
    }),
  );
});
