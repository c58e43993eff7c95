import { NO_DAY } from '../domain/calendar';
import type { DatabaseColumn, DatabaseTable, FilterField } from '../domain/database-table';
import type { Database } from './open';
import { optionsStatements } from './query-tables';
import { quoteName, withoutNul } from './quote';
import { readableViews } from './readable-views';
import { schemaStatements } from './schema';
import { scopeStatements } from './scope';

/** Parameters of one insert: SQLite takes 32,766, but more than a few hundred are no faster. */
const PARAMETERS = 400;

/** Options that the views of cohorts and stays read before a metric has written its own. */
const FIRST_OPTIONS = { unit: 'month', mode: 'on', source: 'contract', lapse_days: null, lapse_at: 'last_purchase' };

/** Creates the schema, fills it and sets an empty filter, in one transaction. */
export function fillDatabase(database: Database, tables: readonly DatabaseTable[]): void {
  database.run('BEGIN');
  for (const statement of schemaStatements(tables)) database.run(statement);
  for (const table of tables) fillTable(database, table);
  const everything = [
    ...scopeStatements([], []),
    ...optionsStatements(FIRST_OPTIONS),
    ...readableViews(filterFields(database)),
  ];
  for (const statement of everything) database.run(statement);
  database.run('COMMIT');
}

function fillTable(database: Database, { name, columns, rows }: DatabaseTable): void {
  if (rows === 0) return;
  const width = columns.length;
  const batch = Math.max(1, Math.floor(PARAMETERS / width));
  const values: (string | number | null)[] = [];
  const insert = (from: number, to: number) => {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const names = columns.map((column) => quoteName(column.name)).join(', ');
    return database.prepare(
      `INSERT INTO ${quoteName(name)} (${names}) VALUES ${Array<string>(to - from)
        .fill(row)
        .join(', ')}`,
    );
  };
  const whole = insert(0, Math.min(batch, rows));
  for (let from = 0; from < rows; from += batch) {
    const to = Math.min(rows, from + batch);
    values.length = (to - from) * width;
    columns.forEach((column, at) => copyCells(column, from, to, values, at, width));
    if (to - from === Math.min(batch, rows)) whole.run(values);
    else {
      const rest = insert(from, to);
      rest.run(values);
      rest.free();
    }
  }
  whole.free();
}

function copyCells(
  { values: source, type }: DatabaseColumn,
  from: number,
  to: number,
  cells: (string | number | null)[],
  at: number,
  width: number,
) {
  for (let row = from, cell = at; row < to; row++, cell += width) {
    const value = source[row];
    cells[cell] = type === 'TEXT' ? textCell(value as string | null) : integerCell(value as number);
  }
}

const textCell = (value: string | null) => (value === null ? null : withoutNul(value));
const integerCell = (value: number) => (value === NO_DAY || value !== value ? null : value);

/** The fields that a filter may name, read from the filled database. */
export function filterFields(database: Database): FilterField[] {
  const result = database.exec('SELECT kind, field, column_name, lookup, key_name FROM fields').at(0);
  return (result?.values ?? []).map(([kind, field, column, lookup, key]) =>
    kind === 'customer'
      ? { kind, field: field as string, column: column as string }
      : {
          kind: 'line',
          field: field as string,
          column: column as string,
          lookup: lookup as string,
          key: key as string,
        },
  );
}
