import type { RecordTable, TextColumn } from '../../domain/columns';
import { countsOf } from '../values/read-columns';
import type { CustomerColumn } from './customer-columns';

/** A column of the list of customers that names each of them as surely as the key does. */
interface OtherName {
  readonly header: string;
  /** The key of the customer that a value names; null where it names several. */
  readonly keyOf: ReadonlyMap<string, string | null>;
  readonly spell: (value: string) => string;
  readonly isEmail: boolean;
}

export interface JoinedByOther {
  readonly file: number;
  readonly header: string;
  readonly isEmail: boolean;
  /** Customers of the file that were found by it, and how many it names. */
  readonly count: number;
  readonly of: number;
}

/** A file whose rows the key of the list reaches at least so often is joined by the key. */
const MET_BY_KEY = 0.1;
/** Anything but an address joins only where nearly all rows find their customer (METRICS.md rule 17). */
const LEAST_FOUND = 0.9;
const LEAST_NAMES = 3;

const addressOf = (value: string): string => (/^[^\s@]+@[^\s@]+$/.test(value.trim()) ? value.trim().toLowerCase() : '');

/**
 * Which keys of files name a customer by another column of the list than its key: by e-mail, wherever an address is that of one
 * customer; by a name or a number of their own, where the file's keys are not those of the list and nine in ten rows are found.
 * @returns for each file, the customer's key by what the file has, and what is to be said
 */
export function joinsByOtherColumn(
  customers: RecordTable,
  columns: readonly CustomerColumn[],
): { readonly renames: ReadonlyMap<number, ReadonlyMap<string, string>>; readonly joined: readonly JoinedByOther[] } {
  const renames = new Map<number, ReadonlyMap<string, string>>();
  const joined: JoinedByOther[] = [];
  const key = customers.text['customer'];
  if (!key) return { renames, joined };
  const counts = countsOf(key);
  const keys = new Set(key.values.filter((_, code) => counts[code] > 0));
  const strange = columns.filter(
    ({ role, column }) => role !== 'customers' && column.values.some((value) => !keys.has(value)),
  );
  if (strange.length === 0) return { renames, joined };
  const names = otherNames(customers, key);
  for (const one of strange)
    for (const [file, rows] of rowsByFile(one)) {
      const found = bestName(rows, keys, names);
      if (!found) continue;
      renames.set(file, new Map([...(renames.get(file) ?? []), ...found.to]));
      joined.push({
        file,
        header: found.name.header,
        isEmail: found.name.isEmail,
        count: found.to.size,
        of: rows.size,
      });
    }
  return { renames, joined };
}

function bestName(
  rows: ReadonlyMap<string, number>,
  keys: ReadonlySet<string>,
  names: readonly OtherName[],
): { readonly name: OtherName; readonly to: ReadonlyMap<string, string> } | null {
  const total = sum(rows.values());
  const met = sum([...rows].map(([value, count]) => (keys.has(value) ? count : 0)));
  for (const name of names) {
    const to = new Map<string, string>();
    let found = 0;
    for (const [value, count] of rows) {
      const target = keys.has(value) ? null : name.keyOf.get(name.spell(value));
      if (!target) continue;
      to.set(value, target);
      found += count;
    }
    const isEnough = met < MET_BY_KEY * total && found >= LEAST_FOUND * total && to.size >= LEAST_NAMES;
    if (to.size > 0 && (name.isEmail || isEnough)) return { name, to };
  }
  return null;
}

function otherNames(customers: RecordTable, key: TextColumn): OtherName[] {
  const { email, phone, name } = customers.text;
  const plain = (value: string) => value;
  return [
    ...(email && email !== key ? [nameOf('e-mail', email, customers, addressOf, true)] : []),
    ...[
      ...(name ? [{ name: 'name', column: name }] : []),
      ...(phone ? [{ name: 'phone', column: phone }] : []),
      ...customers.attributes,
    ]
      .filter(({ column }) => column !== key && isKeyLike(column, customers.rows))
      .map((one) => nameOf(one.name, one.column, customers, plain, false)),
  ];
}

/** Filled in nearly every row, never the same twice, and no mere count of rows. */
function isKeyLike(column: TextColumn, rows: number): boolean {
  const counts = countsOf(column);
  const used = counts.reduce((all, count) => all + (count > 0 ? 1 : 0), 0);
  const filled = counts.reduce((all, count) => all + count, 0);
  return used === filled && filled >= LEAST_FOUND * rows && !areRowNumbers(column.values);
}

/** 1, 2, 3, ...: any other table counts its rows like that too. */
export function areRowNumbers(values: readonly string[]): boolean {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (!/^\d{1,9}$/.test(value)) return false;
    least = Math.min(least, Number(value));
    most = Math.max(most, Number(value));
  }
  return least <= 1 && most <= 2 * values.length;
}

/** Two files that list the same customer under keys of their own are brought together later: the first file's key stands. */
function nameOf(
  header: string,
  column: TextColumn,
  customers: RecordTable,
  spell: (value: string) => string,
  isEmail: boolean,
): OtherName {
  const key = customers.text['customer'];
  const spelled = column.values.map(spell);
  const keyOf = new Map<string, string | null>();
  const namedIn = new Map<string, number>();
  for (let row = 0; row < customers.rows; row++) {
    if (column.codes[row] < 0 || key.codes[row] < 0) continue;
    const [value, own] = [spelled[column.codes[row]], key.values[key.codes[row]]];
    if (value === '' || value === own) continue;
    const before = keyOf.get(value);
    if (before === undefined) {
      keyOf.set(value, own);
      namedIn.set(value, customers.file[row]);
    } else if (before !== own && namedIn.get(value) === customers.file[row]) keyOf.set(value, null);
  }
  return { header, keyOf, spell, isEmail };
}

/** Rows of each key in each file. Rows of a file stand together. */
function rowsByFile({ column, file }: CustomerColumn): Map<number, Map<string, number>> {
  const byFile = new Map<number, Map<string, number>>();
  const counts = new Int32Array(column.values.length);
  let from = 0;
  for (let row = 0; row <= file.length; row++) {
    if (row < file.length && file[row] === file[from]) {
      if (column.codes[row] >= 0) counts[column.codes[row]]++;
      continue;
    }
    const rows = byFile.get(file[from]) ?? new Map<string, number>();
    counts.forEach(
      (count, code) => count && rows.set(column.values[code], count + (rows.get(column.values[code]) ?? 0)),
    );
    byFile.set(file[from], rows);
    counts.fill(0);
    from = row;
    if (row < file.length && column.codes[row] >= 0) counts[column.codes[row]]++;
  }
  return byFile;
}

const sum = (counts: Iterable<number>): number => {
  let all = 0;
  for (const count of counts) all += count;
  return all;
};
