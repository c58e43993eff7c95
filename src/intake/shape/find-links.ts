import type { JoinShape, Spelling } from '../../domain/shape';
import type { RawTable } from '../read/raw-table';
import { countsOf } from '../values/read-columns';
import { normaliseWord } from '../words/words';
import { areCounted, isKey, measuresOf, usedValues } from './key-columns';
import { namesKey } from './key-names';

/** A table as it is known among the others. */
export interface NamedTable {
  readonly id: string;
  readonly table: RawTable;
  /** The roles it was taken for. */
  readonly roles: readonly string[];
}

/** A column of one table names rows of another by its key. */
export interface Link {
  readonly from: NamedTable;
  readonly to: NamedTable;
  readonly shape: JoinShape;
  /** Rows whose key is found, odd spellings not counted. */
  readonly rowsFound: number;
  /** Keys of the other table that some row names, and how many it has. */
  readonly keysNamed: number;
  readonly keys: number;
  readonly spellings: readonly Spelling[];
  /** Of the rows that name anything, those whose key is found, odd spellings counted. */
  readonly share: number;
  /** Whether the headings say so, and not the values alone. */
  readonly isNamed: boolean;
  /** Whether the column is unique in its own table too. */
  readonly isOneToOne: boolean;
}

/** Below, nothing is joined; columns of different names belong together only if nearly all values do (METRICS.md rule 17). */
export const LEAST_SHARE = 0.1;
const UNNAMED_SHARE = 0.95;
const UNNAMED_KEYS = 5;
/** A list that marks some orders (those that came back) is named by few rows, but nearly all of it is named. */
const NAMED_KEYS = 0.8;

/** The best link from one table to another, null where none of its columns names the other's rows. */
export function linkBetween(from: NamedTable, to: NamedTable): Link | null {
  const isPart = to.table.header.every((header) => from.table.header.includes(header));
  const own = measuresOf(from.table, to.roles.includes('transactions'));
  const theirs = measuresOf(to.table, to.roles.includes('transactions'));
  let best: Link | null = null;
  for (const [key, keyName] of to.table.header.entries()) {
    if (theirs.has(keyName)) continue;
    for (const [column, name] of from.table.header.entries()) {
      // Two exports of one kind share all their columns.
      if (own.has(name) || (isPart && name === keyName)) continue;
      const isNamed = namesKey(name, to.table, keyName);
      if (!isNamed && !couldBeUnnamed(from.table, column, to.table, key)) continue;
      if (!isKey(to.table, key)) break;
      const link = linkOf(from, column, to, key, isNamed);
      if (link && (!best || isBetter(link, best))) best = link;
    }
  }
  return best;
}

const isBetter = (link: Link, best: Link): boolean =>
  link.rowsFound !== best.rowsFound ? link.rowsFound > best.rowsFound : link.keysNamed > best.keysNamed;

const PROBES = 12;

/** Whether a few of the values are there, and enough keys to tell, which are more than a count of rows. */
function couldBeUnnamed(from: RawTable, column: number, to: RawTable, key: number): boolean {
  const keys = to.columns[key].values;
  if (keys.length < UNNAMED_KEYS) return false;
  const values = from.columns[column].values;
  const known = usedValues(to.columns[key]);
  const step = Math.max(1, Math.floor(values.length / PROBES));
  const probed = values.filter((_, at) => at % step === 0);
  if (probed.filter((value) => known.has(value)).length < 0.8 * probed.length) return false;
  return known.size >= UNNAMED_KEYS && !areCounted(known);
}

function linkOf(from: NamedTable, own: number, to: NamedTable, key: number, isNamed: boolean): Link | null {
  const column = from.table.columns[own];
  const [used, keys] = [usedValues(column), usedValues(to.table.columns[key])];
  if (used.size < 2 && from.table.rows > 1) return null;
  const counts = countsOf(column);
  const spellings = spellingsIn(column.values, counts, keys);
  const respelled = spellings.reduce((sum, { rows }) => sum + rows, 0);
  const named = new Set(spellings.map(({ to: meant }) => meant));
  let [rowsFound, filled] = [0, 0];
  column.values.forEach((value, code) => {
    if (value === '') return;
    filled += counts[code];
    if (counts[code] === 0 || !keys.has(value)) return;
    named.add(value);
    rowsFound += counts[code];
  });
  const share = (rowsFound + respelled) / Math.max(1, filled);
  if (isNamed ? share < LEAST_SHARE && named.size < NAMED_KEYS * keys.size : share < UNNAMED_SHARE) return null;
  if (named.size === 0) return null;
  return {
    from,
    to,
    shape: {
      kind: 'join',
      with: to.id,
      column: from.table.header[own],
      withColumn: to.table.header[key],
      same: {},
    },
    rowsFound,
    keysNamed: named.size,
    keys: keys.size,
    spellings,
    share,
    isNamed,
    isOneToOne: isKey(from.table, own),
  };
}

/** Values that are no key, but differ from exactly one only in case, spaces and marks. */
function spellingsIn(values: readonly string[], counts: ArrayLike<number>, keys: ReadonlySet<string>): Spelling[] {
  const strange = values.flatMap((value, code) => (counts[code] > 0 && value !== '' && !keys.has(value) ? [code] : []));
  if (strange.length === 0) return [];
  const byLetters = new Map<string, string | null>();
  for (const key of keys) {
    const letters = normaliseWord(key);
    byLetters.set(letters, byLetters.has(letters) ? null : key);
  }
  return strange.flatMap((code) => {
    const to = byLetters.get(normaliseWord(values[code]));
    return to ? [{ from: values[code], to, rows: counts[code] }] : [];
  });
}
