import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastDayOfMonth, monthOfDay, NO_DAY, parseIsoDay } from '../../../src/domain/calendar';
import { arbitraryFilter, arbitraryLines, datasetOf } from '../../support/histories';
import { withContracts, type Contract } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

test('counted customer by customer, the end of every month comes to the same', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, fc.constantFrom(365, 1, 30, 90), (lines, filter, days) => {
      const { table, facts, scope } = ask('buying_and_away', lines, filter, { lapse_days: days });
      const { customers, orders, observed } = facts;
      for (const row of rowsIn(table)) {
        const now = Number(row['month']);
        const end = Math.min(lastDayOfMonth(now), observed!.until);
        const counts = { buying: 0, away: 0, new: 0 };
        for (let c = 0; c < customers.count; c++) {
          const own: number[] = [];
          for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++)
            if (scope.purchaseAnyDay[order] && orders.day[order] <= end) own.push(orders.day[order]);
          if (own.length === 0) continue;
          if (Math.max(...own) + days > end) counts.buying++;
          else counts.away++;
          const first = customers.firstDay[c];
          if (first !== NO_DAY && monthOfDay(first) === now && own.includes(first)) counts.new++;
        }
        expect(row).toMatchObject(counts);
      }
    }),
  );
});

test('under contract a customer is with us to the day it ends, whatever was bought', () => {
  const day = (text: string) => parseIsoDay(text)!;
  const contract = (customer: string, start: string, ended: string | null): Contract => ({
    customer,
    start: day(start),
    endOfTerm: null,
    endedOn: ended === null ? null : day(ended),
    strategy: '',
  });
  const lines = [{ customer: 'dan', day: day('2024-01-20'), amount: 1 }];
  const data = withContracts(datasetOf(lines), [
    ...Array.from({ length: 9 }, (_, at) => contract(`c${at}`, '2024-01-10', null)),
    contract('ann', '2024-01-10', '2024-02-29'),
    contract('bob', '2024-01-10', '2024-02-10'),
    contract('bob', '2024-02-11', '2024-03-15'),
    contract('cat', '2024-01-10', '2024-01-20'),
    contract('cat', '2024-03-01', null),
  ]);
  const { table } = ask('buying_and_away', data, [], { lapse_days: 30 });
  // Dan has no contract: with us for 30 days from the purchase.
  expect(rowsIn(table).map(({ buying, away, new: won }) => [buying, away, won])).toEqual([
    [12, 1, 13],
    [10, 3, 0],
    [10, 3, 0],
  ]);
  expect(table['source'][0]).toBe('contract');
});

test('the window does not cut the strip on which it is chosen', () => {
  const day = (text: string) => parseIsoDay(text)!;
  const lines = [
    { customer: 'ann', day: day('2024-01-05'), amount: 1 },
    { customer: 'bob', day: day('2024-06-05'), amount: 1 },
  ];
  const window = { kind: 'window', from: day('2024-03-01'), until: day('2024-03-31') } as const;
  expect(ask('buying_and_away', lines, [window]).table).toEqual(ask('buying_and_away', lines).table);
});
