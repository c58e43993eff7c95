import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_DAY, parseIsoDay, unitOfDay, type CalendarUnit } from '../../../src/domain/calendar';
import { arbitraryFilter, arbitraryLines, type Line } from '../../support/histories';
import { ask, rowsIn } from '../support/ask';

const bought = (customer: string, ...days: number[]): Line[] =>
  days.map((day) => ({ customer, day, order: `${customer} ${day}`, amount: 10 }));
const day = (text: string) => parseIsoDay(text)!;

test('without enough customers who came back, a year without a purchase means gone', () => {
  const lines = [...bought('ann', day('2023-01-05')), ...bought('bob', day('2024-01-31'))];
  const lost = rowsIn(ask('lifecycle_flow', lines).table).filter((row) => row['lost'] === 1);
  expect(lost.map((row) => row['month'])).toEqual([unitOfDay('month', day('2024-01-05'))]);
});

test('a customer who lapses twice in a unit is lost once in it', () => {
  const lines = [...bought('ann', day('2024-01-01'), day('2024-01-12')), ...bought('bob', day('2024-02-20'))];
  expect([...ask('lifecycle_flow', lines, [], { lapse_days: 5 }).table['lost']]).toEqual([1, 0]);
});

test('a lapse day after the end of observation has not come yet; on its last day it has', () => {
  const lines = [...bought('ann', day('2024-01-01')), ...bought('bob', day('2024-01-31'))];
  expect([...ask('lifecycle_flow', lines, [], { lapse_days: 30 }).table['lost']]).toEqual([1]);
  expect([...ask('lifecycle_flow', lines, [], { lapse_days: 31 }).table['lost']]).toEqual([0]);
});

test('a window keeps whole units and lets the month before it decide who returns', () => {
  const lines = [
    ...bought('ann', day('2024-01-05'), day('2024-02-05'), day('2024-03-05')),
    ...bought('bob', day('2024-03-31')),
  ];
  const window = { kind: 'window', from: day('2024-01-20'), until: day('2024-03-20') } as const;
  const rows = rowsIn(ask('lifecycle_flow', lines, [window]).table);
  expect(rows.map((row) => [row['month'], row['new'], row['returning']])).toEqual([
    [unitOfDay('month', day('2024-02-01')), 0, 1],
  ]);
});

test('the flows balance: who came is who was active, and who was active before is returning or dormant', () => {
  fc.assert(
    fc.property(
      arbitraryLines,
      arbitraryFilter,
      fc.constantFrom<CalendarUnit>('month', 'quarter', 'year'),
      (lines, filter, unit) => {
        const { table, facts, scope } = ask('lifecycle_flow', lines, filter, { unit });
        const active = (index: number) => {
          const customers = new Set<number>();
          for (let order = 0; order < facts.orders.known; order++) {
            const on = facts.orders.day[order];
            if (scope.purchaseAnyDay[order] && on !== NO_DAY && unitOfDay(unit, on) === index)
              customers.add(facts.orders.customer[order]);
          }
          return customers.size;
        };
        for (const row of rowsIn(table)) {
          const index = Number(row['month']);
          expect(Number(row['new']) + Number(row['returning']) + Number(row['resurrecting'])).toBe(active(index));
          expect(Number(row['returning']) + Number(row['dormant'])).toBe(active(index - 1));
        }
      },
    ),
  );
});
