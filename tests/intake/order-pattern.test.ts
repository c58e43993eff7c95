import { expect, test } from 'vitest';
import { orderPattern } from '../../src/intake/understand/cross-checks';

const ROWS = Int32Array.of(0, 1, 2, 3, 4, 5);
const ORDERS = Int32Array.of(0, 0, 1, 1, 2, 2);

test('tells orders with a value on their first row alone, and counts none where an order has no value at all', () => {
  const column = Int32Array.of(0, -1, -1, -1, 1, -1);
  expect(orderPattern(ORDERS, column, ROWS)).toMatchObject({ orders: 3, alike: 0, firstOnly: 2, distinct: 2 });
});

test('tells orders with the same value on every row', () => {
  const column = Int32Array.of(0, 0, 1, 1, 1, 0);
  expect(orderPattern(ORDERS, column, ROWS)).toMatchObject({ orders: 3, alike: 2, firstOnly: 0 });
});
