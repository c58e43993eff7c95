import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthOfDay, NO_DAY, parseIsoDay } from '../../../src/domain/calendar';
import { arbitraryFilter, arbitraryLines } from '../../support/histories';
import { ask, rowsIn } from '../support/ask';

test('counted customer by customer, every month comes to the same', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, fc.constantFrom(12, 1, 5, 30), (lines, filter, span) => {
      const { table, facts, scope } = ask('buying_and_away', lines, filter, { months: span });
      const months = facts.orders.month;
      for (const row of rowsIn(table)) {
        const now = Number(row['month']);
        const counts = { buying: 0, away: 0, new: 0 };
        for (let c = 0; c < facts.customers.count; c++) {
          const own = Array.from({ length: facts.customers.orderStart[c + 1] - facts.customers.orderStart[c] }, (_, at) => facts.customers.orderStart[c] + at)
            .filter((order) => scope.purchaseAnyDay[order]).map((order) => months[order]).filter((month) => month <= now); // prettier-ignore
          if (own.length === 0) continue;
          if (Math.max(...own) > now - span) counts.buying++;
          else counts.away++;
          const first = facts.customers.firstDay[c];
          if (first !== NO_DAY && monthOfDay(first) === now && own.includes(now)) counts.new++;
        }
        expect(row).toMatchObject(counts);
      }
    }),
  );
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
