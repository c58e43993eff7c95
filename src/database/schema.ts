import type { DatabaseTable } from '../domain/database-table';
import { quoteName } from './quote';
import schemaText from './schema.sql?raw';

const statements = schemaText
  .replace(/--.*$/gm, '')
  .split(';')
  .map((statement) => statement.trim())
  .filter((statement) => statement !== '');

/** Tables of schema.sql with their columns. */
const declared = new Map(
  statements.flatMap((statement) => {
    const match = /^CREATE TABLE (\w+) \(([\s\S]*)\)$/.exec(statement);
    return match ? [[match[1], match[2].split(',').map((column) => column.trim().split(/\s/)[0])] as const] : [];
  }),
);

/**
 * The whole schema for these tables: what schema.sql declares, its tables widened by the columns that only these files
 * have, and a table with the values of every such column of lines. Runs unchanged on SQLite and DuckDB.
 */
export function schemaStatements(tables: readonly DatabaseTable[]): string[] {
  const isTable = (statement: string) => statement.startsWith('CREATE TABLE');
  return [
    ...statements.filter(isTable),
    ...tables.flatMap((table) => {
      const columns = declared.get(table.name);
      if (!columns) return [createTable(table)];
      return table.columns
        .filter(({ name }) => !columns.includes(name))
        .map(({ name, type }) => `ALTER TABLE ${quoteName(table.name)} ADD COLUMN ${quoteName(name)} ${type}`);
    }),
    ...statements.filter((statement) => !isTable(statement)),
  ];
}

/** A table of values: its first column is the key. */
const createTable = ({ name, columns }: DatabaseTable) =>
  `CREATE TABLE ${quoteName(name)} (${columns
    .map((column, at) => `${quoteName(column.name)} ${column.type}${at === 0 ? ' PRIMARY KEY' : ''}`)
    .join(', ')})`;
