import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors';
import { checkStatement, MOST_ROWS, runStatement } from '../../src/database/console';
import { fillDatabase } from '../../src/database/fill';
import { openDatabase, type Database } from '../../src/database/open';
import { buildFacts } from '../../src/facts/build';
import { databaseTables } from '../../src/database/tables/tables';
import { datasetOf } from '../support/histories';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
  const facts = buildFacts(
    datasetOf([
      {
        customer: 'a',
        day: 20_000,
        order: '1',
        product: "it's <b>tea</b>",
        amount: 12.5,
        attributes: { 'Group ': 'x', Größe: 'L', Month: 'May' },
      },
      { customer: 'b', day: 20_001, order: '2', product: 'cups', amount: 3, attributes: { 'Group ': 'y' } },
      { customer: 'b', day: 20_002, order: '2', product: 'cups', amount: -3 },
      { customer: null, day: 20_002, order: '3', product: null, amount: 9_007_199_254 },
    ]),
  );
  fillDatabase(database, databaseTables(facts));
});

const errorOf = (task: () => unknown): AppError => {
  try {
    task();
  } catch (error) {
    if (error instanceof AppError) return error as AppError;
    throw error;
  }
  throw new Error('nothing was refused');
};
const refusal = (sql: string) => {
  const { code, details } = errorOf(() => runStatement(database, sql));
  return { code, ...(details as object) };
};

describe('refused', () => {
  test.each([
    'PRAGMA query_only = 0',
    "ATTACH 'other.db' AS other",
    'DETACH other',
    'VACUUM',
    "VACUUM INTO 'copy.db'",
    'INSERT INTO customers (customer_key) VALUES (9)',
    'REPLACE INTO customers (customer_key) VALUES (9)',
    'UPDATE customers SET name = NULL',
    'DELETE FROM customers',
    'DROP TABLE customers',
    'CREATE TABLE t (a)',
    'CREATE TEMP VIEW v AS SELECT 1',
    'ALTER TABLE customers ADD COLUMN x',
    'REINDEX',
    'ANALYZE',
    'BEGIN',
    'COMMIT',
    'SAVEPOINT s',
    '(SELECT 1)',
    'EXPLAIN',
    'EXPLAIN PRAGMA query_only = 0',
    'EXPLAIN QUERY PLAN DELETE FROM customers',
    'EXPLAIN VACUUM',
    '-- SELECT\nDELETE FROM customers',
    '/* SELECT */ DROP TABLE customers',
    "'SELECT'; DROP TABLE customers",
  ])('%s', (sql) => {
    expect(refusal(sql)).toMatchObject({ code: 'sql-refused', reason: 'not-reading' });
    expect(runStatement(database, 'SELECT COUNT(*) FROM customers').rows).toEqual([[2]]);
  });

  test.each(['', '   ', '-- only a comment', '/* never closed', ';', ';;'])('nothing to run: %j', (sql) => {
    expect(refusal(sql)).toEqual({ code: 'sql-refused', reason: 'empty' });
  });

  test.each([
    ['SELECT 1; SELECT 2', 1],
    ['SELECT 1;\n\n-- and\nDELETE FROM customers', 4],
    ["SELECT ';' /* ; */;\nPRAGMA query_only = 0;", 2],
  ])('a second statement: %j', (sql, line) => {
    expect(refusal(sql)).toEqual({ code: 'sql-refused', reason: 'second-statement', line });
  });

  test.each([
    'WITH x AS (SELECT 1) DELETE FROM customers',
    'WITH x AS (SELECT 1) INSERT INTO numbers SELECT * FROM x',
    'EXPLAIN WITH x AS (SELECT 1) UPDATE customers SET name = 1',
    'WITH x AS (SELECT 1) REPLACE INTO numbers SELECT * FROM x',
  ])('a reading word before a writing one: %s', (sql) => {
    expect(refusal(sql)).toMatchObject({ code: 'sql-refused', reason: 'writes' });
  });

  test('what the check would let through, the database itself refuses, and stays as it was', () => {
    database.run('PRAGMA query_only = 1');
    expect(() => database.run('DELETE FROM customers')).toThrow(/readonly/);
    database.run('PRAGMA query_only = 0');
  });
});

describe('answered', () => {
  test.each([
    'SELECT 1',
    'select 1;',
    '  -- why\n  SELECT 1 ;  -- done',
    '/* a */ WITH x AS (SELECT 1 AS a) SELECT a FROM x',
    'VALUES (1)',
    "SELECT 1 WHERE ';' <> 'DELETE'",
    'SELECT 1 FROM (SELECT 1) AS "delete"',
    "SELECT length(replace('a', 'a', 'b'))",
  ])('%s', (sql) => {
    expect(runStatement(database, sql)).toMatchObject({ rows: [[1]], cut: false });
  });

  test('a plan', () => {
    expect(runStatement(database, 'EXPLAIN QUERY PLAN SELECT * FROM lines').rows.length).toBeGreaterThan(0);
  });

  test('at most so many rows, and says that it cut', () => {
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
    const answer = runStatement(database, endless);
    expect(answer.rows.length).toBe(MOST_ROWS);
    expect(answer.cut).toBe(true);
    expect(runStatement(database, `${endless} LIMIT ${MOST_ROWS}`).cut).toBe(false);
  });

  test('a text of megabytes is cut, and many of them are not all kept', () => {
    const wide = runStatement(database, "SELECT printf('%.*c', 5000000, 'x')").rows[0][0] as string;
    expect(wide.length).toBeLessThan(60_000);
    expect(
      runStatement(
        database,
        'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT randomblob(60000) FROM n',
      ).cut,
    ).toBe(true);
  });

  test('numbers, text, nothing, blobs, and integers beyond 2^53 to the last digit', () => {
    expect(
      runStatement(database, "SELECT 1.5, 'é', NULL, x'00ff', 9007199254740993, -9223372036854775807 - 1, 1e999").rows,
    ).toEqual([[1.5, 'é', null, "x'00ff'", '9007199254740993', '-9223372036854775808', Infinity]]);
  });

  test('money beyond 2^31 stays an integer', () => {
    expect(runStatement(database, 'SELECT MAX(amount), typeof(MAX(amount)) FROM lines').rows).toEqual([
      [90_071_992_540_000, 'integer'],
    ]);
  });

  test('no rows still have columns', () => {
    expect(runStatement(database, 'SELECT customer_id FROM customers WHERE 0')).toEqual({
      columns: ['customer_id'],
      rows: [],
      cut: false,
    });
  });

  test('readable transactions', () => {
    const { columns, rows } = runStatement(database, 'SELECT * FROM transactions');
    expect(rows[0]).toEqual([
      'a',
      null,
      '1',
      '2024-10-04',
      '2024-10',
      "it's <b>tea</b>",
      null,
      null,
      null,
      'x',
      'L',
      'May',
      'sale',
      null,
      12.5,
      12.5,
      null,
      1,
    ]);
    expect(columns.slice(9, 12)).toEqual(['attribute_group', 'grosse', 'attribute_month']);
    expect(rows.map((row) => row[0])).toEqual(['a', 'b', 'b', null]);
    expect(runStatement(database, 'SELECT COUNT(*) FROM scoped_transactions').rows).toEqual([[4]]);
  });
});

describe('failed', () => {
  test.each([
    ['SELECT *\nFORM customers', 2],
    ["SELECT 'FORM',\n  name FROM customers\nWHERE FORM FORM FORM", 3],
    ['SELECT\n  nme\nFROM customers', 2],
    ['SELECT c.nme\nFROM customers AS c', 1],
    ['SELECT 1\nFROM custmers', 2],
    ['SELECT 1,\n\nfoo(2)', 3],
    ['SELECT (1\n', 1],
  ])('%j', (sql, line) => {
    const { code, details } = errorOf(() => runStatement(database, sql));
    expect(code).toBe('sql-failed');
    expect(details).toMatchObject({ line });
  });

  test('and the next statement is answered', () => {
    expect(runStatement(database, 'SELECT 1').rows).toEqual([[1]]);
    expect(() => checkStatement('SELECT 1')).not.toThrow();
  });
});
