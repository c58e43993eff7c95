import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { arbitraryFilter, arbitraryLines, type Line } from '../../support/histories';
import { ask, rowsIn } from '../support/ask';

const PARTS = ['contribution_customers', 'contribution_orders', 'contribution_items', 'contribution_price'] as const;
const on = (customer: string, day: string, amount: number): Line => ({ customer, day: parseIsoDay(day)!, amount });

test('the parts add up to the change, and the factors multiply to net sales', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, (lines, filter) => {
      const rows = rowsIn(ask('kpi_tree', lines, filter).table).map((row) => row as Record<string, number>);
      for (const [i, row] of rows.entries()) {
        if (row['customers'] > 0 && row['items_per_order'] > 0)
          expect(
            row['customers'] * row['orders_per_customer'] * row['items_per_order'] * row['price_per_item'],
          ).toBeCloseTo(row['net'], 4);
        if (Number.isNaN(row['contribution_price'])) continue;
        const sum = PARTS.reduce((total, part) => total + row[part], 0);
        expect(sum).toBeCloseTo(row['net'] - rows[i - 1]['net'], 4);
      }
    }),
  );
});

test('a month without sales has a row, and no parts on either side of it', () => {
  const rows = rowsIn(ask('kpi_tree', [on('ann', '2024-01-05', 10), on('ann', '2024-03-05', 10)]).table);
  expect(rows.map(({ net, customers }) => [net, customers])).toEqual([
    [100_000, 1],
    [0, 0],
    [100_000, 1],
  ]);
  expect(rows.every((row) => PARTS.every((part) => Number.isNaN(row[part])))).toBe(true);
});

test('equal months have parts of 0, not empty ones', () => {
  const rows = rowsIn(ask('kpi_tree', [on('ann', '2024-01-05', 10), on('bob', '2024-02-05', 10)]).table);
  expect(PARTS.map((part) => rows[1][part])).toEqual([0, 0, 0, 0]);
});
