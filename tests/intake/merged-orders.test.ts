import { expect, test } from 'vitest';
import { readFiles } from './ledger/read-files';

const ORDERS = Array.from({ length: 8 }, (_, at) => `${1001 + at},2024-01-${at + 10},C${at % 3},Tea,${at + 1}0.00`);

test('an order’s total falls to the rows that are left when exact duplicates are merged', async () => {
  const text = ['Order ID,Date,Customer,Product,Order Total', ...ORDERS.flatMap((row) => [row, row])].join('\n');
  const { figures } = await readFiles([{ name: 'a.csv', text }], { transactions: { duplicates: 'merge' } });
  expect(figures.net).toBe(3_600_000);
});

test('an order that was called off on its first row is called off whole, though its rows stand twice and are merged', async () => {
  const blocks = ORDERS.flatMap((row, at) => {
    const [order, day, customer] = row.split(',');
    const block = [`${order},${day},${customer},${at === 0 ? 'cancelled' : 'paid'},Tea,10.00`, `${order},,,,Pot,5.00`];
    return at === 0 ? [...block, ...block] : block;
  });
  const text = ['Order ID,Date,Customer,Status,Product,Amount', ...blocks].join('\n');
  const { figures } = await readFiles([{ name: 'a.csv', text }], { transactions: { duplicates: 'merge' } });
  expect(figures).toMatchObject({ net: 1_050_000, purchases: 7 });
});
