import { literal, quoteName } from './quote';

/** Writes the one-row table `options` anew. Everything in this file is plain SQL for SQLite and DuckDB alike. */
export function optionsStatements(options: Readonly<Record<string, string | number | null>>): string[] {
  const columns = Object.entries(options).map(([name, value]) => `${typed(value)} AS ${quoteName(name)}`);
  return [
    'DROP TABLE IF EXISTS options',
    `CREATE TABLE options AS SELECT ${columns.length === 0 ? '1 AS no_options' : columns.join(', ')}`,
  ];
}

/** An option without a value is NULL, cast to a number because DuckDB needs a type. */
const typed = (value: string | number | null) => (value === null ? 'CAST(NULL AS INTEGER)' : literal(value));

/** Rows of one INSERT. */
const BATCH = 500;

/**
 * Writes the tables that a query reads beside its options (`Computation.tables`), anew before each run; NaN is NULL.
 */
export function queryTableStatements(
  tables: Readonly<Record<string, Readonly<Record<string, ArrayLike<number>>>>>,
): string[] {
  return Object.entries(tables).flatMap(([name, columns]) => {
    const names = Object.keys(columns);
    const rows = names.length === 0 ? 0 : columns[names[0]].length;
    const statements = [
      `DROP TABLE IF EXISTS ${quoteName(name)}`,
      `CREATE TABLE ${quoteName(name)} (${names.map((column) => `${quoteName(column)} BIGINT`).join(', ')})`,
    ];
    for (let from = 0; from < rows; from += BATCH) {
      const tuples = Array.from(
        { length: Math.min(BATCH, rows - from) },
        (_, at) => `(${names.map((column) => cell(columns[column][from + at])).join(', ')})`,
      );
      statements.push(`INSERT INTO ${quoteName(name)} VALUES ${tuples.join(', ')}`);
    }
    return statements;
  });
}

const cell = (value: number) => literal(Number.isNaN(value) ? null : value);
