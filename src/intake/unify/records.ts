import type { RecordTable, TextColumn } from '../../domain/columns';
import { compareUtf8, keyComparator } from '../../domain/keys';

/**
 * The customers as their files have them. A record is a key of a source: rows of one file with the same key are one record.
 * Records stand in the order of sources and keys, which no order of rows changes.
 */
export interface SourceRecords {
  readonly count: number;
  /** Names of the sources, by UTF-8 bytes. */
  readonly sources: readonly string[];
  /** By source: when it was brought, 0 first. */
  readonly brought: Int32Array;
  /** By record: its source and its key there. */
  readonly source: Int32Array;
  readonly keys: readonly string[];
  /** By row of the customers table; -1 for a row that names nobody. */
  readonly recordOf: Int32Array;
}

/** What names the customer of a row, as in facts/customers.ts, but chosen file by file. */
const NAMING = ['customer', 'email', 'phone', 'name'] as const;

/**
 * @param table rows of all customers files
 * @param names of the files, by the index that rows carry
 */
export function sourceRecords(table: RecordTable, names: readonly string[]): SourceRecords {
  const files = [...new Set(table.file)];
  const sources = [...new Set(files.map((file) => names[file]))];
  const sorted = [...sources].sort(compareUtf8);
  const sourceOf = new Map(files.map((file) => [file, sorted.indexOf(names[file])]));
  const keyColumns = namingColumns(table, sourceOf, sorted.length);
  const bySource = sorted.map(() => new Map<string, number>());
  const rows = new Int32Array(table.rows).fill(-1);
  for (let row = 0; row < table.rows; row++) {
    const source = sourceOf.get(table.file[row])!;
    const column = keyColumns[source];
    const key = column && column.codes[row] >= 0 ? column.values[column.codes[row]] : null;
    if (key !== null && !bySource[source].has(key)) bySource[source].set(key, -1);
  }
  const keys: string[] = [];
  const source: number[] = [];
  bySource.forEach((known, at) => {
    const own = [...known.keys()];
    for (const key of own.sort(keyComparator(own))) {
      known.set(key, keys.push(key) - 1);
      source.push(at);
    }
  });
  for (let row = 0; row < table.rows; row++) {
    const at = sourceOf.get(table.file[row])!;
    const column = keyColumns[at];
    if (column && column.codes[row] >= 0) rows[row] = bySource[at].get(column.values[column.codes[row]])!;
  }
  return {
    count: keys.length,
    sources: sorted,
    brought: Int32Array.from(sorted, (name) => sources.indexOf(name)),
    source: Int32Array.from(source),
    keys,
    recordOf: rows,
  };
}

/** For each source the first naming field in which it has a value. */
function namingColumns(
  table: RecordTable,
  sourceOf: ReadonlyMap<number, number>,
  count: number,
): readonly (TextColumn | null)[] {
  const chosen = new Array<TextColumn | null>(count).fill(null);
  for (const field of NAMING) {
    const column = table.text[field];
    if (!column) continue;
    const has = new Uint8Array(count);
    for (let row = 0; row < table.rows; row++) if (column.codes[row] >= 0) has[sourceOf.get(table.file[row])!] = 1;
    has.forEach((there, source) => there && !chosen[source] && (chosen[source] = column));
  }
  return chosen;
}
