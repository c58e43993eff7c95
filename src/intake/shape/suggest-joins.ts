import type { JoinSuggestion, Spelling } from '../../domain/shape';
import { columnOf, FIELDS, type FieldType } from '../../domain/roles';
import { mappingAs } from '../guess-mapping';
import { headerScore } from '../header-score';
import type { RawTable } from '../raw-table';
import { countsOf } from '../read-columns';
import { normaliseWord } from '../words';
import { broughtHeaders } from './join-tables';

/** A table as it is known among the others. */
export interface NamedTable {
  readonly id: string;
  readonly table: RawTable;
  /** The roles it was taken for. */
  readonly roles: readonly string[];
}

/** Keys that overlap less than this share, from either side, are keys of different things. */
const LEAST_OVERLAP = 0.8;
/** Columns of different names belong together only if nearly all values do, and there are enough to tell. */
const UNNAMED_OVERLAP = 0.95;
const UNNAMED_KEYS = 5;
const MEASURES: readonly FieldType[] = ['day', 'number', 'money', 'share', 'flag'];
/** Lines are not joined to a table of lines: a key may repeat only in rows that are equal. */
const KEY_FIELDS = ['order', 'product'] as const;

/**
 * Pairs of tables in which one names the rows of the other: order lines and the heads of their orders, sales and a list of
 * products or of returned orders. A list of customers is no such table: its role joins it.
 */
export function suggestJoins(tables: readonly NamedTable[]): JoinSuggestion[] {
  return tables.flatMap((other) => {
    if (other.roles.some((role) => role !== 'transactions' && role !== 'interactions')) return [];
    const found = tables
      .filter(({ id, roles }) => id !== other.id && roles.includes('transactions'))
      .flatMap((lines) => bestJoin(lines, other) ?? []);
    return found.length === 0 ? [] : [found.reduce((best, one) => (one.rowsFound > best.rowsFound ? one : best))];
  });
}

function bestJoin(lines: NamedTable, other: NamedTable): JoinSuggestion | null {
  let best: JoinSuggestion | null = null;
  const measures = [measuresOf(lines.table, other), measuresOf(other.table, other)];
  for (const [key, column] of other.table.columns.entries()) {
    if (measures[1].has(other.table.header[key]) || !isKey(other.table, key)) continue;
    const keys = new Set(used(column));
    for (const [own, header] of lines.table.header.entries()) {
      if (measures[0].has(header)) continue;
      const found = overlap(lines, own, other, key, keys);
      if (found && (!best || found.rowsFound > best.rowsFound)) best = found;
    }
  }
  return best;
}

function overlap(
  lines: NamedTable,
  own: number,
  other: NamedTable,
  key: number,
  keys: ReadonlySet<string>,
): JoinSuggestion | null {
  const [name, keyName] = [lines.table.header[own], other.table.header[key]];
  const alike = areAlike(name, keyName);
  if (!alike && (keys.size < UNNAMED_KEYS || isNumbers(keys))) return null;
  const column = lines.table.columns[own];
  const counts = countsOf(column);
  const spellings = spellingsIn(column.values, counts, keys);
  const respelled = new Set(spellings.map(({ from }) => from));
  const [distinct, hit, named] = [used(column).length, new Set<string>(), new Set(spellings.map(({ to }) => to))];
  let rowsFound = 0;
  column.values.forEach((value, code) => {
    if (counts[code] === 0 || !keys.has(value)) return;
    hit.add(value);
    named.add(value);
    rowsFound += counts[code];
  });
  const share = Math.max((hit.size + respelled.size) / Math.max(1, distinct), named.size / keys.size);
  if (distinct < 2 || share < (alike ? LEAST_OVERLAP : UNNAMED_OVERLAP)) return null;
  // Two lists of the same orders, row for row, are two exports of one thing.
  if (isKey(lines.table, own) && other.roles.includes('transactions')) return null;
  const shape = { kind: 'join', with: other.id, column: name, withColumn: keyName, same: {} } as const;
  // Two exports of one kind share all their columns.
  if (other.table.header.every((header) => lines.table.header.includes(header))) return null;
  const brings = broughtHeaders(lines.table, other.table, shape);
  const [rows, keysNamed] = [lines.table.rows, named.size];
  const needed = lacksWhatComes(lines.table, other);
  return {
    table: lines.id,
    shape,
    needed,
    brings,
    rowsFound,
    rows,
    keysNamed,
    keys: keys.size,
    spellings,
  };
}

/** Whether the lines have no customer or no day, and the other table has; or both would be counted as sales. */
function lacksWhatComes(lines: RawTable, other: NamedTable): boolean {
  if (other.roles.includes('transactions')) return true;
  const [own, theirs] = [mappingAs(lines, 'transactions'), mappingAs(other.table, 'transactions')];
  return (['customer', 'date'] as const).some((field) => !own[field] && theirs[field] !== undefined);
}

/** Columns that say when, how much or how many name nothing; nor does a customer where the other table holds sales of its own. */
function measuresOf(table: RawTable, other: NamedTable): ReadonlySet<string> {
  const mapping = mappingAs(table, 'transactions');
  const types: Readonly<Record<string, FieldType>> = FIELDS.transactions;
  const isMeasure = (field: string) =>
    MEASURES.includes(types[field]) ||
    field === 'currency' ||
    (field === 'customer' && other.roles.includes('transactions'));
  return new Set(
    Object.entries(mapping).flatMap(([field, column]) => (isMeasure(field) ? (columnOf(column)?.column ?? []) : [])),
  );
}

const areAlike = (name: string, keyName: string): boolean =>
  normaliseWord(name) === normaliseWord(keyName) ||
  KEY_FIELDS.some(
    (field) => headerScore(name, 'transactions', field) >= 0.7 && headerScore(keyName, 'transactions', field) >= 0.7,
  );

const isNumbers = (keys: ReadonlySet<string>): boolean => [...keys].every((key) => /^[\d.,-]+$/.test(key));

const used = ({ codes, values }: RawTable['columns'][number]): string[] => {
  const counts = countsOf({ codes, values });
  return values.filter((value, code) => counts[code] > 0 && value !== '');
};

/** No value stands in two rows that differ. */
function isKey(table: RawTable, key: number): boolean {
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

/** Values that are no key, but differ from exactly one only in case, spaces and marks. */
function spellingsIn(values: readonly string[], counts: ArrayLike<number>, keys: ReadonlySet<string>): Spelling[] {
  const byLetters = new Map<string, string | null>();
  for (const key of keys) {
    const letters = normaliseWord(key);
    byLetters.set(letters, byLetters.has(letters) ? null : key);
  }
  return values.flatMap((from, code) => {
    if (counts[code] === 0 || from === '' || keys.has(from)) return [];
    const to = byLetters.get(normaliseWord(from));
    return to ? [{ from, to, rows: counts[code] }] : [];
  });
}
