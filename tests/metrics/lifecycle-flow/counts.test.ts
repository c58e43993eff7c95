import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DAY, parseIsoDay, unitOfDay, type CalendarUnit } from '../../../src/domain/calendar';
import { lapseDays } from '../../../src/facts/lapse';
import { arbitraryFilter, arbitraryLines, type Line } from '../../support/histories';
import { ask, factsOf, rowsIn } from '../support/ask';

const bought = (customer: string, ...days: number[]): Line[] =>
  days.map((day) => ({ customer, day, order: `${customer} ${day}`, amount: 10 }));
const day = (text: string) => parseIsoDay(text)!;

describe('the lapse', () => {
  test('is the 90 % quantile of all gaps, rounded up', () => {
    // Gaps 1, 2, ..., 11: position 9 exactly is 10. With a twelfth of 100: position 9.9 lies 0.9 of the way from 10 to 11.
    const gaps = (...sizes: number[]) =>
      bought('ann', ...sizes.reduce((days, size) => [...days, days.at(-1)! + size], [20_000]));
    expect(lapseDays(factsOf(gaps(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)))).toBe(10);
    expect(lapseDays(factsOf(gaps(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 100)))).toBe(11);
    expect(lapseDays(factsOf(gaps(7)))).toBe(7);
  });
  test('takes gaps of distinct purchase days, never across customers', () => {
    expect(lapseDays(factsOf([...bought('ann', 100, 100, 105), ...bought('bob', 400)]))).toBe(5);
  });
  test('is unknown where nobody bought on two days, and then nobody counts as lost', () => {
    const lines = [...bought('ann', day('2023-01-05')), ...bought('bob', day('2024-01-05'))];
    expect(lapseDays(factsOf(lines))).toBeNull();
    expect(rowsIn(ask('lifecycle_flow', lines).table).every((row) => Number.isNaN(row['lost']))).toBe(true);
  });
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
