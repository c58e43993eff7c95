import type { RecordTable, Rejection, TransactionColumns } from '../../domain/columns';
import { takeText } from './take-rows';
import type { ValidatedPart } from './validate';

/** Why a row is in no column of its own: it is counted among `rows_merged`. */
export const MERGED = 'exact duplicate';

/**
 * A validated file without the rows that are marked 1. They move from `rows_loaded` to `rows_merged`, so its balance holds as before,
 * and values that were left empty in them are told no longer.
 */
export function mergeMarked(part: ValidatedPart, marks: Uint8Array): ValidatedPart {
  const kept = rowsWithout(marks);
  const own = rowsOfFile(part, marks);
  const merged = own.reduce((sum, mark) => sum + mark, 0);
  if (merged === 0) return part;
  const { balance } = part;
  const fingerprints = new Uint32Array(kept.length * 2);
  kept.forEach((row, i) => fingerprints.set(part.fingerprints.subarray(2 * row, 2 * row + 2), 2 * i));
  const shared = {
    balance: {
      ...balance,
      rows_loaded: balance.rows_loaded - merged,
      rows_merged: balance.rows_merged + merged,
      reasons: { ...balance.reasons, [MERGED]: (balance.reasons[MERGED] ?? 0) + merged },
    },
    fingerprints,
  };
  if (part.role === 'transactions') {
    const leftEmpty = stillThere(part.leftEmpty, part.columns.line, marks);
    const addedLines = kept.length - (own.length - merged);
    return {
      ...part,
      ...shared,
      leftEmpty,
      ...(part.addedLines ? { addedLines } : {}),
      columns: keepLines(part.columns, kept),
    };
  }
  const leftEmpty = stillThere(part.leftEmpty, part.records.line, marks);
  return { ...part, ...shared, leftEmpty, records: keepRecords(part.records, kept) };
}

/** The marks of a file's own rows: lines that were added to some of them stand at the end. */
export const rowsOfFile = (part: ValidatedPart, marks: Uint8Array): Uint8Array =>
  marks.subarray(0, marks.length - (part.role === 'transactions' ? (part.addedLines ?? 0) : 0));

function rowsWithout(marks: Uint8Array): Int32Array {
  const kept = new Int32Array(marks.length);
  let at = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row] === 0) kept[at++] = row;
  return kept.slice(0, at);
}

function stillThere(list: readonly Rejection[], line: Int32Array, marks: Uint8Array): readonly Rejection[] {
  if (list.length === 0) return list;
  const gone = new Set<number>();
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) gone.add(line[row]);
  return list.filter((one) => !gone.has(one.line));
}

const ints = (values: Int32Array, kept: Int32Array) => Int32Array.from(kept, (row) => values[row]);
const doubles = (values: Float64Array, kept: Int32Array) => Float64Array.from(kept, (row) => values[row]);

function keepLines(columns: TransactionColumns, kept: Int32Array): TransactionColumns {
  const text = (field: 'customer' | 'order' | 'product' | 'category' | 'channel' | 'department' | 'currency') => {
    const column = columns[field];
    return column && takeText(column, kept);
  };
  return {
    rows: kept.length,
    file: ints(columns.file, kept),
    line: ints(columns.line, kept),
    customer: text('customer'),
    order: text('order'),
    eachRow: columns.eachRow,
    day: columns.day && ints(columns.day, kept),
    second: columns.second && ints(columns.second, kept),
    product: text('product'),
    category: text('category'),
    channel: text('channel'),
    department: text('department'),
    currency: text('currency'),
    quantity: columns.quantity && doubles(columns.quantity, kept),
    amount: doubles(columns.amount, kept),
    hasAmount: columns.hasAmount,
    profit: columns.profit && doubles(columns.profit, kept),
    kind: Uint8Array.from(kept, (row) => columns.kind[row]),
    attributes: columns.attributes.map(({ name, column }) => ({ name, column: takeText(column, kept) })),
  };
}

function keepRecords(records: RecordTable, kept: Int32Array): RecordTable {
  const each = <C>(columns: Readonly<Record<string, C>>, take: (column: C) => C) =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, take(column)]));
  return {
    ...records,
    rows: kept.length,
    file: ints(records.file, kept),
    line: ints(records.line, kept),
    text: each(records.text, (column) => takeText(column, kept)),
    day: each(records.day, (column) => ints(column, kept)),
    number: each(records.number, (column) => doubles(column, kept)),
    attributes: records.attributes.map(({ name, column }) => ({ name, column: takeText(column, kept) })),
  };
}
