import { expect, test } from 'vitest';
import type { CallControl, DatabaseApi, Handlers } from '../../src/bridge/protocol';
import { databaseHandlers } from '../../src/engine/database-handlers';
import { buildFacts } from '../../src/facts/build';
import { databaseTables } from '../../src/database/tables/tables';
import { datasetOf, type Line } from '../support/histories';

const control: CallControl = { signal: new AbortController().signal, progress: () => undefined };
const ask = (database: Handlers<DatabaseApi>, sql: string, rest: Partial<Parameters<typeof database.query>[0]> = {}) =>
  Promise.resolve().then(() => database.query({ sql, filter: [], metric: null, ...rest }, control));

async function filled(lines: Line[]): Promise<Handlers<DatabaseApi>> {
  const database = databaseHandlers();
  await database.fill({ tables: databaseTables(buildFacts(datasetOf(lines))) }, control);
  return database;
}
const lines: Line[] = [
  { customer: 'a', day: 1, category: 'tea', amount: 1, attributes: { 'Type of shop': "Bob's\0", category: 'old', 'select': '1', '1st': 'x', '顧客': '一', ' ': 'y' } },
  { customer: 'b', day: 2, category: 'cups', amount: 2, attributes: { 'Type of shop': 'net', 'TYPE-OF-SHOP': 'other' } },
]; // prettier-ignore

test('asked too early, it says so', async () => {
  await expect(ask(databaseHandlers(), 'SELECT 1')).rejects.toMatchObject({ code: 'nothing-loaded' });
});

test('headers become names that need no quotes, each its own', async () => {
  const { rows } = await ask(await filled(lines), 'SELECT field, column_name, lookup FROM fields');
  expect(rows).toEqual([
    ['Type of shop', 'type_of_shop', null],
    ['category', 'category', null],
    ['select', 'attribute_select', null],
    ['1st', 'attribute_1st', null],
    ['顧客', '顧客', null],
    [' ', 'attribute', null],
    ['TYPE-OF-SHOP', 'type_of_shop_2', null],
    ['category', 'category', 'categories'],
    ['Type of shop', 'type_of_shop', 'type_of_shop_values'],
    ['category', 'attribute_category', 'attribute_category_values'],
    ['select', 'attribute_select', 'attribute_select_values'],
    ['1st', 'attribute_1st', 'attribute_1st_values'],
    ['顧客', '顧客', '顧客_values'],
    [' ', 'attribute', 'attribute_values'],
    ['TYPE-OF-SHOP', 'type_of_shop_2', 'type_of_shop_2_values'],
  ]);
});

test('the scope follows the filter, whatever the values hold, and stays for the next statement', async () => {
  const database = await filled(lines);
  const count = 'SELECT COUNT(*) FROM scoped_customers';
  const shop = (value: string) => ({
    filter: [{ kind: 'customer', field: 'type of SHOP', values: [value] }] as const,
  });
  expect((await ask(database, count, shop("Bob's\0"))).rows).toEqual([[1]]);
  expect((await ask(database, count, shop("x'); DELETE FROM customers; --"))).rows).toEqual([[0]]);
  expect((await ask(database, count, shop('net'))).rows).toEqual([[1]]);
  expect((await ask(database, count)).rows).toEqual([[2]]);
  await expect(
    ask(database, count, { filter: [{ kind: 'line', field: 'colour', values: ['x'] }] }),
  ).rejects.toMatchObject({
    code: 'unknown-filter-field',
    details: { field: 'colour' },
  });
  expect((await ask(database, count)).rows).toEqual([[2]]);
});

test("a metric's options and tables are there when its query runs", async () => {
  const database = await filled(lines);
  const metric = {
    options: { unit: 'week', "it's": null, n: 3 },
    tables: { steps: { step: [1, 2], at: [5, NaN] }, none: { x: [] } },
  };
  expect((await ask(database, 'SELECT * FROM options CROSS JOIN steps LEFT JOIN none ON 1', { metric })).rows).toEqual([
    ['week', null, 3, 1, 5, null],
    ['week', null, 3, 2, null, null],
  ]);
  expect((await ask(database, 'SELECT COUNT(*) FROM scoped_cohort_members')).rows).toEqual([[2]]);
});

test('filled again, it holds the newer data only', async () => {
  const database = await filled(lines);
  await database.fill({ tables: databaseTables(buildFacts(datasetOf([lines[1]]))) }, control);
  expect((await ask(database, 'SELECT customer_id FROM customers')).rows).toEqual([['b']]);
});

test('the schema lists what can be read, the readable tables first', async () => {
  const schema = await (await filled(lines)).schema(null, control);
  expect(
    schema
      .slice(0, 2)
      .map(({ table }) => table)
      .sort(),
  ).toEqual(['scoped_transactions', 'transactions']);
  expect(schema.find(({ table }) => table === 'customers')?.columns).toContain('attribute_select');
});
