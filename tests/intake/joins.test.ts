import { describe, expect, test } from 'vitest';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { namesKey } from '../../src/intake/shape/key-names';
import { planJoins, type NamedTable } from '../../src/intake/shape/suggest-joins';
import { tableFrom } from './validate-tables';

const named = (drawing: string, file: string): NamedTable => {
  const table = tableFrom(drawing, file);
  return { id: file, table, roles: understandTable(table).roles.map(({ role }) => role) };
};
const joinsOf = (...tables: readonly NamedTable[]) =>
  planJoins(tables).joins.map(({ table, shape }) => `${table}.${shape.column} = ${shape.with}.${shape.withColumn}`);

const ORDERS = named(
  `id | customer_id | order_date | status
   1  | 71          | 2024-01-05 | done
   2  | 72          | 2024-01-09 | done
   3  | 71          | 2024-02-11 | done`,
  'orders.csv',
);
const ITEMS = named(
  `id | order_id | product_id | quantity | unit_price
   1  | 1        | 1          | 2        | 3.50
   2  | 1        | 2          | 1        | 4.00
   3  | 2        | 1          | 1        | 3.50
   4  | 3        | 3          | 1        | 9.00`,
  'order_items.csv',
);
const PRODUCTS = named(
  `id | name | category_id
   1  | tea  | 1
   2  | jam  | 2
   3  | cup  | 3`,
  'products.csv',
);
const CATEGORIES = named('id | name\n 1 | Drinks\n 2 | Food\n 3 | Tools', 'categories.csv');
const PAYMENTS = named(
  `id | order_id | method | amount
   1  | 1        | card   | 6
   2  | 1        | coupon | 5
   3  | 2        | card   | 3.50
   4  | 3        | card   | 9`,
  'payments.csv',
);
const LOG = named(
  `id | order_id | event   | actor
   1  | 1        | created | ada
   2  | 1        | paid    | bob
   3  | 2        | created | ada
   4  | 3        | created | cid`,
  'audit_log.csv',
);

describe('headings', () => {
  test.each([
    ['order_id', 'orders.csv', 'id', true],
    ['OrderID', 'orders.csv', 'OrderID', true],
    ['category_id', 'categories.csv', 'id', true],
    ['order_id', 'olist_orders_dataset.csv', 'order_id', true],
    ['Region', 'managers.csv', 'Region', true],
    ['id', 'orders.csv', 'id', false],
    ['No.', 'orders.csv', 'No.', false],
    ['name', 'products.csv', 'name', false],
    ['order_id', 'users.csv', 'id', false],
    ['user_id', 'orders.csv', 'id', false],
  ])('%s in another table names %s by its %s: %s', (column, file, key, names) => {
    expect(namesKey(column, tableFrom(`${key} | x\n1 | y`, file), key)).toBe(names);
  });
});

test('two columns that number their own tables are no reason, a column that names the other table is', () => {
  expect(joinsOf(PAYMENTS, ORDERS)).toEqual(['payments.csv.order_id = orders.csv.id']);
});

test('every table of lines takes the same list of products', () => {
  const prices = named('product_id | unit_price\n P1 | 10\n P2 | 20\n P3 | 30', 'products.csv');
  const month = (file: string, first: number) =>
    named(
      `order_id | customer_id | order_date | product_id | quantity
       ${first} | A1 | 2024-0${first}-05 | P1 | 1
       ${first + 1} | A2 | 2024-0${first}-06 | P2 | 2
       ${first + 2} | A2 | 2024-0${first}-07 | P3 | 2`,
      file,
    );
  const expected = ['jan.csv.product_id = products.csv.product_id', 'may.csv.product_id = products.csv.product_id'];
  expect(joinsOf(month('jan.csv', 1), month('may.csv', 5), prices)).toEqual(expected);
  expect(joinsOf(prices, month('jan.csv', 1), month('may.csv', 5))).toEqual(expected);
});

describe('a database of orders', () => {
  const { joins, leftOut } = planJoins([CATEGORIES, LOG, PAYMENTS, ORDERS, PRODUCTS, ITEMS]);
  test('is joined over several hops, heads of orders first', () => {
    expect(joins.map(({ table, shape }) => [table, shape.column, shape.with])).toEqual([
      ['order_items.csv', 'order_id', 'orders.csv'],
      ['order_items.csv', 'product_id', 'products.csv'],
      ['order_items.csv', 'category_id', 'categories.csv'],
    ]);
  });
  test('counts the money of its lines once, and leaves payments and logs out', () => {
    expect(leftOut).toEqual([
      { table: 'payments.csv', countedIn: 'order_items.csv' },
      { table: 'audit_log.csv', countedIn: null },
    ]);
  });
  test('whatever the order of its tables', () => {
    const again = planJoins([ITEMS, PRODUCTS, ORDERS, PAYMENTS, LOG, CATEGORIES]);
    expect([again.joins.map(({ shape }) => shape), new Set(again.leftOut)]).toEqual([
      joins.map(({ shape }) => shape),
      new Set(leftOut),
    ]);
  });
});

test('payments beside orders that have their own money are counted nowhere', () => {
  const orders = named(
    `order_id | customer | date       | total
     A-1      | ada      | 2024-01-05 | 11
     A-2      | bob      | 2024-02-07 | 3
     A-3      | ada      | 2024-02-09 | 9`,
    'orders.csv',
  );
  const payments = named(
    `payment_id | order_id | paid_on    | amount
     P-1        | A-1      | 2024-01-06 | 11
     P-2        | A-2      | 2024-02-08 | 3
     P-3        | A-3      | 2024-02-09 | 4
     P-4        | A-3      | 2024-02-10 | 5`,
    'payments.csv',
  );
  expect(planJoins([payments, orders])).toMatchObject({
    joins: [],
    leftOut: [{ table: 'payments.csv', countedIn: 'orders.csv' }],
  });
});
