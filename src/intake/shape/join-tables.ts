import type { FileBalance, Rejection, TextColumn } from '../../domain/columns';
import { tableId } from '../../domain/import';
import type { Notice } from '../../domain/notices';
import type { JoinShape } from '../../domain/shape';
import { cellAt, type RawTable } from '../read/raw-table';
import { balanceOf, type JoinedAccount } from '../read/balance';

export interface Joined {
  readonly table: RawTable;
  /** What became of the other table's rows. */
  readonly balance: FileBalance;
  readonly rejections: readonly Rejection[];
  /** The other table's id. */
  readonly source: string;
}

/**
 * One account of a table that stands beside several: a row is lost only where no table names it.
 * @param accounts of the same table
 */
export function mergeAccounts(accounts: readonly JoinedAccount[]): JoinedAccount {
  const [first, ...rest] = accounts;
  const isLost = (line: number) => rest.every(({ rejections }) => rejections.some((one) => one.line === line));
  const lost = rest.length === 0 ? first.rejections : first.rejections.filter(({ line }) => isLost(line));
  const found = first.rejections.length - lost.length;
  if (found === 0) return first;
  const { balance } = first;
  const reasons: Record<string, number> = { ...balance.reasons };
  for (const { reason } of first.rejections) reasons[reason]--;
  for (const { reason } of lost) reasons[reason]++;
  return {
    ...first,
    rejections: lost,
    balance: {
      ...balance,
      rows_loaded: balance.rows_loaded + found,
      rows_rejected: balance.rows_rejected - found,
      reasons: Object.fromEntries(Object.entries(reasons).filter(([, rows]) => rows > 0)),
    },
  };
}

/**
 * Puts the columns of `other` beside each row of `table` that names its key. No row of `table` is lost or doubled: where no
 * key is found its new cells are blank, and of several rows with one key the first counts.
 */
export function joinTables(table: RawTable, other: RawTable, shape: JoinShape): Joined {
  const own = table.header.indexOf(shape.column);
  const key = other.header.indexOf(shape.withColumn);
  const column = respelled(table.columns[own], shape.same);
  const keyed = rowsByKey(other, key);
  const rowOfCode = Int32Array.from(column.values, (value) => keyed.rowOf.get(value) ?? -1);
  const brought = other.header.flatMap((name, c) => (c === key ? [] : [{ name, column: other.columns[c] }]));
  const named = new Uint8Array(other.rows);
  let found = 0;
  for (const code of column.codes)
    if (code >= 0 && rowOfCode[code] >= 0) {
      named[rowOfCode[code]] = 1;
      found++;
    }
  return {
    table: {
      ...table,
      ...(found < table.rows && !isListOfMarks(brought)
        ? { notices: [...(table.notices ?? []), inPart(table, other, shape, found)] }
        : {}),
      header: [...table.header, ...broughtHeaders(table, other, shape)],
      columns: [
        ...table.columns.map((one, c) => (c === own ? column : one)),
        ...brought.map(({ column: { codes, values } }) => ({
          codes: column.codes.map((code) => (code < 0 || rowOfCode[code] < 0 ? -1 : codes[rowOfCode[code]])),
          values,
        })),
      ],
    },
    source: tableId(other),
    ...accountOf(other, table, key, keyed, named),
  };
}

/** A list of returned orders says nothing of the others: where its columns hold one word each, blank is an answer. */
const isListOfMarks = (brought: readonly { readonly column: TextColumn }[]): boolean =>
  brought.every(({ column }) => column.values.filter((value) => value !== '').length <= 1);

const inPart = (table: RawTable, other: RawTable, { column }: JoinShape, found: number): Notice => ({
  code: 'joined_in_part',
  file: tableId(table),
  count: table.rows - found,
  of: table.rows,
  column,
  values: [other.sheet ?? other.file],
});

/** Headers that a table gains, as they are called beside its own. */
export function broughtHeaders(table: RawTable, other: RawTable, { withColumn }: JoinShape): string[] {
  const taken = new Set(table.header);
  return other.header
    .filter((name) => name !== withColumn)
    .map((name) => {
      let free = name;
      for (let n = 1; taken.has(free); n++) free = `${name} (${other.sheet ?? other.file}${n > 1 ? ` ${n}` : ''})`;
      taken.add(free);
      return free;
    });
}

function respelled(column: TextColumn, same: Readonly<Record<string, string>>): TextColumn {
  if (Object.keys(same).length === 0) return column;
  const codeOf = new Map<string, number>();
  const values: string[] = [];
  const newCode = column.values.map((value) => {
    const text = Object.hasOwn(same, value) ? same[value] : value;
    const known = codeOf.get(text);
    if (known !== undefined) return known;
    codeOf.set(text, values.length);
    return values.push(text) - 1;
  });
  return { codes: column.codes.map((code) => (code < 0 ? -1 : newCode[code])), values };
}

interface Keyed {
  readonly rowOf: ReadonlyMap<string, number>;
  /** Of each row: 0 is the first of its key, 1 equals it in every cell, 2 differs from it, 3 has no key. */
  readonly standing: Uint8Array;
}

function rowsByKey(table: RawTable, key: number): Keyed {
  const rowOf = new Map<string, number>();
  const standing = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) {
    const value = cellAt(table, row, key);
    const first = rowOf.get(value);
    if (value === '') standing[row] = 3;
    else if (first === undefined) rowOf.set(value, row);
    else standing[row] = table.columns.every(({ codes }) => codes[row] === codes[first]) ? 1 : 2;
  }
  return { rowOf, standing };
}

function accountOf(other: RawTable, table: RawTable, key: number, { standing }: Keyed, named: Uint8Array) {
  const rejections: Rejection[] = [];
  let merged = 0;
  for (let row = 0; row < other.rows; row++) {
    if (standing[row] === 1) merged++;
    const reason =
      standing[row] === 3
        ? 'blank key'
        : standing[row] === 2
          ? 'a second row for the same key'
          : standing[row] === 0 && !named[row]
            ? `no row of ${table.sheet ?? table.file} names it`
            : null;
    if (reason === null) continue;
    const value = cellAt(other, row, key);
    rejections.push({ file: other.file, line: other.line[row], column: other.header[key], value, reason });
  }
  const balance = balanceOf(other, 'joined', rejections);
  return { rejections, balance: { ...balance, rows_loaded: balance.rows_loaded - merged, rows_merged: merged } };
}
