import { expect, test } from 'vitest';
import { assembleDataset } from '../../src/intake/load/assemble';
import { validateTransactions } from '../../src/intake/check/validate';
import { tableOf } from './validate-tables';

test('items that differ only in capital letters or spaces are told, and stay apart', () => {
  const items = ['Milk', 'milk', 'Bread', 'Oat  milk', 'Oat milk', 'Milk'];
  const table = tableOf(
    ['order', 'product'],
    items.map((item, at) => [String(at), item]),
  );
  const dataset = assembleDataset([validateTransactions(table, { order: 'order', product: 'product' }, 0)]);
  expect(dataset.notices).toEqual([
    {
      code: 'spellings_differ',
      file: 'lines.csv',
      count: 4,
      column: 'product',
      values: ['Milk', 'milk', 'Oat  milk', 'Oat milk'],
    },
  ]);
  expect(dataset.transactions?.product?.values).toHaveLength(5);
});
