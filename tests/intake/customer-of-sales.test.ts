import { expect, test } from 'vitest';
import { columnOf } from '../../src/domain/roles';
import { readFiles } from './ledger/read-files';

const read = async (header: string, rows: readonly string[]) => {
  const { mapping, questions } = await readFiles([{ name: 'sales.csv', text: [header, ...rows].join('\n') + '\n' }]);
  const customer = columnOf(mapping.transactions?.['customer'])?.column ?? null;
  return { customer, asks: questions.filter(({ code }) => code === 'customer_column') };
};

/** Orders of two rows each, by `people` in turn. */
const orders = (people: readonly string[], cells: (row: number) => string) =>
  Array.from({ length: 16 }, (_, row) => {
    const order = Math.floor(row / 2);
    return `${1001 + order},2024-01-${String(order + 10)},${people[order % people.length]},${cells(row)}`;
  });
const PEOPLE = ['Ann Lee', 'Bob Ray', 'Cleo Novak'];
const items = (row: number) => `${['Tea', 'Pot', 'Cup'][row % 3]},${row + 1}.50`;

test.each(['Name', 'Billing Name', 'Nom', 'Courriel'])(
  'takes %s for the customer where none is called so',
  async (header) => {
    const found = await read(`Order ID,Date,${header},Product,Amount`, orders(PEOPLE, items));
    expect(found).toEqual({ customer: header, asks: [] });
  },
);

test('takes a name that is one in each order for its customer, and asks whether it is the item’s', async () => {
  const { customer, asks } = await read(
    'Order ID,Date,Name,Amount',
    orders(PEOPLE, (row) => `${row + 1}.50`),
  );
  expect(customer).toBe('Name');
  expect(asks.map(({ readings }) => readings.map(({ answer }) => answer))).toEqual([['Name', 'none']]);
});

test('leaves the name of an item to the item, where its code stands beside it', async () => {
  const rows = orders(['Tea', 'Pot', 'Cup'], (row) => `${['T1', 'P1', 'C1'][Math.floor(row / 2) % 3]},${row + 1}.50`);
  expect(await read('Order ID,Date,Name,SKU,Amount', rows)).toEqual({ customer: null, asks: [] });
});

test('asks whether a name that is the same in all rows is a customer', async () => {
  const { customer, asks } = await read('Order ID,Date,Customer Name,Product,Amount', orders(['Ann Lee'], items));
  expect(customer).toBeNull();
  expect(asks.map(({ readings }) => readings.map(({ answer, totals }) => [answer, totals?.purchases]))).toEqual([
    [
      ['none', 0],
      ['Customer Name', 8],
    ],
  ]);
});

test('takes eight digits under a heading of orders for a number, though they could be a day', async () => {
  const rows = PEOPLE.map((name, at) => `${20_240_101 + at},2024-02-01,${name},${at + 1}.50`);
  const { mapping } = await readFiles([{ name: 'a.csv', text: ['Order ID,Date,Customer,Total', ...rows].join('\n') }]);
  expect(mapping.transactions?.['order']).toBe('Order ID');
});
