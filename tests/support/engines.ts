import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { NO_DAY } from '../../src/domain/calendar';
import type { DatabaseColumn, DatabaseTable, FilterField } from '../../src/domain/database-table';
import type { Filter } from '../../src/domain/filter';
import { databaseTables } from '../../src/database/tables/tables';
import type { Facts } from '../../src/facts/facts';
import { fillDatabase, filterFields } from '../../src/database/fill';
import { optionsStatements, queryTableStatements } from '../../src/database/query-tables';
import { openDatabase, type Database } from '../../src/database/open';
import { literal, quoteName } from '../../src/database/quote';
import { schemaStatements } from '../../src/database/schema';
import { scopeStatements } from '../../src/database/scope';
import type { AnyOptions, QueryTables } from '../../src/metrics/metric';

/** Rows of numbers; NULL is NaN, as in base columns. */
export interface Answer {
  readonly columns: string[];
  readonly rows: number[][];
}
export interface SqlEngine {
  /** Writes the filter, the options and the metric's own tables as a page would, then runs one query. */
  run(sql: string, filter?: Filter, options?: AnyOptions, tables?: QueryTables): Promise<Answer>;
}

const DEFAULT_OPTIONS = { unit: 'month', mode: 'on' };
let sqlite: Database | null = null;

/** The facts in sql.js. Only the newest engine of each kind answers: all share one database, made anew. */
export async function sqlJsEngine(facts: Facts): Promise<SqlEngine> {
  sqlite?.close();
  const database = (sqlite = await openDatabase());
  fillDatabase(database, databaseTables(facts));
  const fields = filterFields(database);
  const write = onlyChanges((statements) => database.run(statements));
  return {
    async run(sql, filter = [], options = DEFAULT_OPTIONS, inputs = {}) {
      await write(scopeStatements(filter, fields), optionsStatements(options), queryTableStatements(inputs));
      const statement = database.prepare(sql);
      const rows: number[][] = [];
      while (statement.step()) rows.push(statement.get().map(toNumber));
      const columns = statement.getColumnNames();
      statement.free();
      return { columns, rows };
    },
  };
}

let duck: DuckDBConnection | null = null;

/** The same facts in DuckDB. */
export async function duckEngine(facts: Facts): Promise<SqlEngine> {
  duck ??= await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  const connection = duck;
  const tables = databaseTables(facts);
  await connection.run('DROP SCHEMA IF EXISTS facts CASCADE; CREATE SCHEMA facts; USE facts');
  await connection.run(schemaStatements(tables).join(';\n'));
  await connection.run('BEGIN');
  for (const table of tables) await insertRows(connection, table);
  await connection.run('COMMIT');
  const fields = fieldsIn(tables);
  const write = onlyChanges((statements) => connection.run(statements));
  return {
    async run(sql, filter = [], options = DEFAULT_OPTIONS, inputs = {}) {
      await write(scopeStatements(filter, fields), optionsStatements(options), queryTableStatements(inputs));
      const result = await connection.runAndReadAll(sql);
      return { columns: result.columnNames(), rows: result.getRows().map((row) => row.map(toNumber)) };
    },
  };
}

/** Runs each list of statements unless the one in its place was the same the last time. */
function onlyChanges(run: (statements: string) => unknown) {
  const written: string[] = [];
  return async (...lists: string[][]) => {
    for (const [at, statements] of lists.entries()) {
      const text = statements.join(';\n');
      if (text === '' || written[at] === text) continue;
      written[at] = '';
      await run(text);
      written[at] = text;
    }
  };
}

function toNumber(value: unknown): number {
  if (value === null) return NaN;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  throw new TypeError(`${typeof value} in an answer that should be integers`);
}

function fieldsIn(tables: readonly DatabaseTable[]): FilterField[] {
  const table = tables.find(({ name }) => name === 'fields')!;
  const cell = (column: number, row: number) => table.columns[column].values[row] as string;
  return Array.from({ length: table.rows }, (_, row) =>
    cell(0, row) === 'customer'
      ? { kind: 'customer', field: cell(1, row), column: cell(2, row) }
      : { kind: 'line', field: cell(1, row), column: cell(2, row), lookup: cell(3, row), key: cell(4, row) },
  );
}

const BATCH = 1000;

/** As text, which for some hundred rows is quicker than DuckDB's appender. */
async function insertRows(connection: DuckDBConnection, { name, columns, rows }: DatabaseTable): Promise<void> {
  const names = columns.map((column) => quoteName(column.name)).join(', ');
  for (let from = 0; from < rows; from += BATCH) {
    const batch = Array.from(
      { length: Math.min(BATCH, rows - from) },
      (_, at) => `(${columns.map((column) => cell(column, from + at)).join()})`,
    );
    await connection.run(`INSERT INTO ${quoteName(name)} (${names}) VALUES ${batch.join()}`);
  }
}

function cell({ values }: DatabaseColumn, row: number): string {
  const value = values[row];
  return literal(value === NO_DAY || value !== value ? null : value);
}
