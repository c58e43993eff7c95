import type { TextColumn } from '../../domain/columns';
import { columnOf, FIELDS, type FieldType, type RoleMapping } from '../../domain/roles';
import { mappingAs } from '../understand/guess-mapping';
import type { RawTable } from '../read/raw-table';
import { countsOf } from '../values/read-columns';
import { namesNothing } from './key-names';

/** What is known of a table's columns as keys. It hangs on the table, so that it is found once. */
const mappings = new WeakMap<RawTable, RoleMapping>();
const keys = new WeakMap<RawTable, Map<number, boolean>>();
const usedSets = new WeakMap<TextColumn, ReadonlySet<string>>();

const MEASURES: readonly FieldType[] = ['day', 'number', 'money', 'share', 'flag'];

/** The fields of a transaction that a table could fill by itself. A mere count of its rows is no customer. */
export function fieldsOf(table: RawTable): RoleMapping {
  let mapping = mappings.get(table);
  if (!mapping) {
    const { customer, ...rest } = mappingAs(table, 'transactions');
    const column = columnOf(customer)?.column;
    const isOwnNumber = column !== undefined && namesNothing(column) && isKey(table, table.header.indexOf(column));
    mappings.set(table, (mapping = customer === undefined || isOwnNumber ? rest : { customer, ...rest }));
  }
  return mapping;
}

/** Columns that say when, how much or how many name nothing; nor does a customer where the other table holds sales of its own. */
export function measuresOf(table: RawTable, isBesideSales: boolean): ReadonlySet<string> {
  const types: Readonly<Record<string, FieldType>> = FIELDS.transactions;
  const isMeasure = (field: string) =>
    MEASURES.includes(types[field]) || field === 'currency' || (field === 'customer' && isBesideSales);
  return new Set(
    Object.entries(fieldsOf(table)).flatMap(([field, column]) =>
      isMeasure(field) ? (columnOf(column)?.column ?? []) : [],
    ),
  );
}

/** The values that some row has. */
export function usedValues(column: TextColumn): ReadonlySet<string> {
  let used = usedSets.get(column);
  if (!used) {
    const counts = countsOf(column);
    usedSets.set(column, (used = new Set(column.values.filter((value, code) => counts[code] > 0 && value !== ''))));
  }
  return used;
}

/** Filled, and no value stands in two rows that differ. */
export function isKey(table: RawTable, column: number): boolean {
  let known = keys.get(table);
  if (!known) keys.set(table, (known = new Map<number, boolean>()));
  let is = known.get(column);
  if (is === undefined) known.set(column, (is = findKey(table, column)));
  return is;
}

function findKey(table: RawTable, key: number): boolean {
  const { codes, values } = table.columns[key];
  const first = new Int32Array(values.length).fill(-1);
  let filled = 0;
  for (let row = 0; row < table.rows; row++) {
    const code = codes[row];
    if (code < 0) continue;
    filled++;
    if (first[code] < 0) first[code] = row;
    else if (!table.columns.every((column) => column.codes[row] === column.codes[first[code]])) return false;
  }
  return filled >= 2 && filled >= table.rows * 0.95;
}

/** Numbers that stand close together, as any table's own count of its rows does. */
export function areCounted(values: ReadonlySet<string>): boolean {
  let [least, most, numbers] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (!/^[\d.,-]+$/.test(value)) continue;
    numbers++;
    least = Math.min(least, Number(value) || 0);
    most = Math.max(most, Number(value) || 0);
  }
  return numbers === values.size && (most < 1_000 || most - least <= 10 * values.size);
}
