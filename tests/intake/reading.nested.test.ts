import { expect, test } from 'vitest';
import { readOne, rowsOf } from './reading-files';

const ORDERS = [
  {
    id: 1,
    customer: { id: 7 },
    line_items: [
      { sku: 'A', quantity: 2, price: '10.00' },
      { sku: 'B', quantity: 1, price: '5.00' },
    ],
    tax_lines: [{ title: 'VAT', price: '1.00', quantity: 1 }],
  },
  { id: 2, customer: { id: 8 }, line_items: [], tax_lines: [] },
];
const WIDE = ['id', 'customer.id', 'tax_lines', 'line_items.sku', 'line_items.quantity', 'line_items.price'];

test.each([
  ['a list', JSON.stringify(ORDERS)],
  ['an answer of a service', JSON.stringify({ page: 1, data: { orders: ORDERS } })],
  ['a record a line', ORDERS.map((order) => JSON.stringify(order)).join('\n')],
])('orders with their lines, as %s: a row for each line, and one for an order without', async (_, content) => {
  const table = await readOne(content);
  expect(table.header).toEqual(WIDE);
  expect(rowsOf(table).map(([id, customer, , ...item]) => [id, customer, ...item])).toEqual([
    ['1', '7', 'A', '2', '10.00'],
    ['1', '7', 'B', '1', '5.00'],
    ['2', '8', '', '', ''],
  ]);
  expect([...table.line]).toEqual([1, 1, 2]);
  expect(table.notices).toEqual([{ code: 'nested_items', file: 'orders.csv', count: 3, of: 2, column: 'line_items' }]);
});

test('one order keeps its own fields beside its lines', async () => {
  const table = await readOne(JSON.stringify({ ...ORDERS[0], created_at: '2024-01-05' }));
  expect([table.rows, table.header.includes('created_at')]).toEqual([2, true]);
});

test('customers with their orders with their lines: a row for each line', async () => {
  const orders = [
    {
      id: 10,
      date: '2024-01-01',
      lines: [
        { sku: 'A', qty: 1 },
        { sku: 'B', qty: 1 },
      ],
    },
  ];
  const table = await readOne(JSON.stringify([{ id: 1, name: 'Ann', orders }]));
  expect(table.header).toEqual(['id', 'name', 'orders.id', 'orders.date', 'orders.lines.sku', 'orders.lines.qty']);
  expect(table.rows).toBe(2);
});

test('addresses and tags of customers make no rows', async () => {
  const people = [
    {
      id: 1,
      addresses: [
        { id: 1, city: 'Ulm' },
        { id: 2, city: 'Bonn' },
      ],
      tags: ['a', 'b'],
    },
    { id: 2, addresses: [], tags: [] },
  ];
  expect((await readOne(JSON.stringify(people))).rows).toBe(2);
});
