import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../src/domain/shape';
import { shapeTable, understandShaped } from '../../src/intake/shape/shape-table';
import { suggestJoins, type NamedTable } from '../../src/intake/shape/suggest-joins';
import { suggestLong } from '../../src/intake/shape/suggest-long';
import { monthInHeader } from '../../src/intake/values/month-in-header';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { cellAt, type RawTable } from '../../src/intake/read/raw-table';
import { tableFrom, tableOf } from './validate-tables';

const rowsOf = (table: RawTable) =>
  Array.from({ length: table.rows }, (_, row) => table.header.map((_, column) => cellAt(table, row, column)));
const named = (id: string, table: RawTable): NamedTable => ({
  id,
  table,
  roles: understandTable(table).roles.map(({ role }) => role),
});

const LINES = tableFrom(
  `order_id | product | quantity | price
   A-1      | tea     | 2        | 3.50
   A-1      | jam     | 1        | 4.00
   A-2      | tea     | 1        | 3.50
   A-3      | GTXPro  | 1        | 9.00`,
  'lines.csv',
);
const HEADS = tableFrom(
  `order_id | customer | date       | total
   A-1      | ada      | 2024-01-05 | 11.00
   A-2      | bob      | 2024-02-07 | 3.50
   A-3      | ada      | 2024-03-07 | 9.00`,
  'orders.csv',
);
const PRODUCTS = tableFrom(
  `product | series
   tea     | drinks
   jam     | food
   GTX Pro | tools`,
  'products.csv',
);

test('two lists of sales are not joined by a day or a customer that stands once in one of them', () => {
  const ours = tableFrom(
    `customer | date       | order | amount
     ada      | 2024-01-05 | A-1   | 11
     ada      | 2024-02-07 | A-2   | 3
     bob      | 2024-02-07 | A-3   | 9`,
    'ours.csv',
  );
  const theirs = tableFrom(
    `client | date       | order | amount
     ada    | 2024-01-05 | B-1   | 7
     bob    | 2024-02-07 | B-2   | 5`,
    'theirs.csv',
  );
  expect(suggestJoins([named('ours', ours), named('theirs', theirs)])).toEqual([]);
});

describe('lines and the heads of their orders', () => {
  const [join, ...more] = suggestJoins([named('lines', LINES), named('orders', HEADS)]);
  test('belong together, and are needed, since the lines name no customer', () => {
    expect(more).toEqual([]);
    expect(join).toMatchObject({
      table: 'lines',
      needed: true,
      shape: { kind: 'join', with: 'orders', column: 'order_id', withColumn: 'order_id' },
      brings: ['customer', 'date', 'total'],
      rowsFound: 4,
      keysNamed: 3,
      keys: 3,
    });
  });
  test('joined, every line has its order’s customer and day, and its own money', () => {
    const { table, joined } = shapeTable(LINES, [join.shape], () => HEADS);
    expect(rowsOf(table).map((row) => row.slice(4))).toEqual([
      ['ada', '2024-01-05', '11.00'],
      ['ada', '2024-01-05', '11.00'],
      ['bob', '2024-02-07', '3.50'],
      ['ada', '2024-03-07', '9.00'],
    ]);
    expect(joined[0].balance).toMatchObject({ role: 'joined', rows_read: 3, rows_loaded: 3, rows_rejected: 0 });
    const [{ role, mapping }] = understandShaped(LINES, table, [join.shape]).roles;
    expect([role, mapping]).toEqual([
      'transactions',
      {
        customer: 'customer',
        date: 'date',
        order: 'order_id',
        product: 'product',
        quantity: 'quantity',
        unit_price: 'price',
      },
    ]);
  });
});

test('a spelling that differs only in spaces is offered, and read as the key once it is taken', () => {
  const whole = shapeTable(
    LINES,
    [{ kind: 'join', with: 'orders', column: 'order_id', withColumn: 'order_id', same: {} }],
    () => HEADS,
  ).table;
  const join = suggestJoins([named('lines', whole), named('products', PRODUCTS)]).find(
    ({ shape }) => shape.with === 'products',
  )!;
  expect(join).toMatchObject({ needed: false, spellings: [{ from: 'GTXPro', to: 'GTX Pro', rows: 1 }] });
  const category = (same: Record<string, string>) => {
    const { table } = shapeTable(whole, [{ ...join.shape, same }], () => PRODUCTS);
    return rowsOf(table).map((row) => [row[1], row.at(-1)]);
  };
  expect(category({}).at(-1)).toEqual(['GTXPro', '']);
  expect(category({ GTXPro: 'GTX Pro' }).at(-1)).toEqual(['GTX Pro', 'tools']);
});

test('rows that cannot be joined are told: no key, a second row of a key, named by nobody; equal ones are merged', () => {
  const heads = tableFrom(
    `order_id | customer
     A-1      | ada
     A-1      | ada
     A-2      | bob
     A-2      | cyd
              | dan
     A-9      | eve`,
    'orders.csv',
  );
  const shape: Shape = { kind: 'join', with: 'orders', column: 'order_id', withColumn: 'order_id', same: {} };
  const [{ balance, rejections }] = shapeTable(LINES, [shape], () => heads).joined;
  expect(balance).toMatchObject({ rows_read: 6, rows_loaded: 2, rows_merged: 1, rows_rejected: 3 });
  expect(rejections.map(({ line, reason }) => [line, reason])).toEqual([
    [5, 'a second row for the same key'],
    [6, 'blank key'],
    [7, 'no row of lines.csv names it'],
  ]);
});

test.each([
  ['two months of one export', LINES, { ...LINES, file: 'later.csv' }],
  ['row numbers under different names', LINES, tableFrom('no | what\n1 | x\n2 | y\n3 | z\n4 | v\n5 | w')],
  ['a key that stands in rows that differ', LINES, tableFrom('order_id | note\nA-1 | x\nA-1 | y\nA-2 | z')],
])('%s are left apart', (_, lines, other) => {
  expect(suggestJoins([named('lines', lines), named('other', other)])).toEqual([]);
});

test('no line is lost or doubled by a join, whatever the keys', () => {
  const key = fc.constantFrom('', 'a', 'b', 'c', 'd');
  fc.assert(
    fc.property(fc.array(key), fc.array(fc.tuple(key, fc.constantFrom('x', 'y'))), (lines, others) => {
      const left = tableOf(
        ['k', 'n'],
        lines.map((k, i) => [k, String(i)]),
      );
      const right = tableOf(['k', 'v'], others, 'right.csv');
      const { table, joined } = shapeTable(
        left,
        [{ kind: 'join', with: 'right', column: 'k', withColumn: 'k', same: {} }],
        () => right,
      );
      expect(rowsOf(table)).toEqual(
        lines.map((k, i) => [k, String(i), (k && others.find(([other]) => other === k)?.[1]) || '']),
      );
      const { rows_read, rows_loaded, rows_merged, rows_rejected } = joined[0].balance;
      expect(rows_loaded + rows_merged + rows_rejected).toBe(rows_read);
    }),
  );
});

describe('a column for each month', () => {
  const WIDE = tableFrom(
    `customer | segment | Jan 2024 | Feb 2024 | März 24
     ada      | gold    | 10.00    |          | 5
     bob      | silver  | 0        | 7.50     | -`,
    'wide.csv',
  );
  test('becomes a row for each month in which something was bought, dated on its last day', () => {
    const [{ shape, needed, rowsAfter }] = suggestLong([named('wide', WIDE)]);
    expect([needed, rowsAfter]).toEqual([true, 3]);
    const { table } = shapeTable(WIDE, [shape], () => undefined);
    expect(table.header).toEqual(['customer', 'segment', 'date', 'amount']);
    expect(rowsOf(table)).toEqual([
      ['ada', 'gold', '2024-01-31', '10.00'],
      ['ada', 'gold', '2024-03-31', '5'],
      ['bob', 'silver', '2024-02-29', '7.50'],
    ]);
    expect([...table.line]).toEqual([2, 2, 3]);
    expect(understandShaped(WIDE, table, [shape]).roles[0]).toMatchObject({
      role: 'transactions',
      mapping: { customer: 'customer', date: 'date', amount: 'amount' },
    });
  });
  test('two of them, or columns of words, are left as they are', () => {
    expect(suggestLong([named('two', tableFrom('customer | 2024-01 | 2024-02\na | 1 | 2'))])).toEqual([]);
    const words = tableFrom('customer | 2024-01 | 2024-02 | 2024-03\na | x | y | z\nb | u | v | w');
    expect(suggestLong([named('words', words)])).toEqual([]);
  });
  test.each([
    ['2024-01', '2024-01'],
    ['01/2024', '2024-01'],
    ['202412', '2024-12'],
    ['2024-03-31', '2024-03'],
    ['Dez. 23', '2023-12'],
    ['décembre 2023', '2023-12'],
    ["Sep '24", '2024-09'],
    ['2024 May', '2024-05'],
    ['13/2024', null],
    ['marble 24', null],
    ['2024', null],
    ['Q1 2024', null],
  ])('the header %s is the month %s', (header, month) => {
    expect(monthInHeader(header)).toBe(month);
  });
});
