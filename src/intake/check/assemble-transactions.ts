import { NO_DAY } from '../../domain/calendar';
import { VOID, type TextColumn, type TransactionColumns } from '../../domain/columns';
import { concatAttributes, concatNumbers, concatText, type Stretch } from './concat-columns';

export interface TransactionFile {
  readonly columns: TransactionColumns;
  /** The file's index in the dataset. */
  readonly index: number;
  readonly name: string;
}

/** Fields of text that files may have or lack. */
const TEXTS = ['customer', 'product', 'category', 'channel', 'department', 'currency'] as const;

export function assembleTransactions(files: readonly TransactionFile[]): TransactionColumns {
  const stretch = <C>(pick: (file: TransactionFile) => C | null): Stretch<C>[] =>
    files.map((file) => ({ rows: file.columns.rows, column: pick(file) }));
  const ints = (pick: (file: TransactionFile) => Int32Array | null, empty: number) =>
    concatNumbers(stretch(pick), (n) => new Int32Array(n), empty);
  const doubles = (pick: (file: TransactionFile) => Float64Array | null) =>
    concatNumbers(stretch(pick), (n) => new Float64Array(n), NaN);
  const text = (pick: (file: TransactionFile) => TextColumn | null) =>
    files.some((file) => pick(file) !== null) ? concatText(stretch(pick)) : null;
  const texts = Object.fromEntries(TEXTS.map((field) => [field, text(({ columns }) => columns[field])])) as Record<
    (typeof TEXTS)[number],
    TextColumn | null
  >;
  const eachRow = files.every(({ columns }) => columns.eachRow);
  const anyProfit = files.some(({ columns }) => columns.profit !== null);
  return {
    rows: files.reduce((sum, { columns }) => sum + columns.rows, 0),
    file: ints(({ columns, index }) => new Int32Array(columns.rows).fill(index), -1)!,
    line: ints(({ columns }) => columns.line, 0)!,
    ...texts,
    order: eachRow ? null : text(orderOf),
    eachRow,
    day: ints(({ columns }) => columns.day, NO_DAY),
    second: ints(({ columns }) => columns.second, -1),
    quantity: doubles(({ columns }) => columns.quantity),
    amount: doubles(({ columns }) => columns.amount)!,
    hasAmount: files.some(({ columns }) => columns.hasAmount),
    profit: anyProfit ? doubles(({ columns }) => columns.profit ?? wholeAmount(columns)) : null,
    kind: concatNumbers(
      stretch(({ columns }) => columns.kind),
      (n) => new Uint8Array(n),
      0,
    )!,
    attributes: concatAttributes(files.map(({ columns }) => columns)),
  };
}

/** A line without a cost has its whole amount as profit; a void line has none. */
const wholeAmount = (columns: TransactionColumns): Float64Array =>
  columns.amount.map((amount, i) => (columns.kind[i] === VOID ? 0 : amount));

/** Beside files with order ids, a file whose every row is an order gets ids of its own. */
function orderOf({ columns, name }: TransactionFile): TextColumn | null {
  if (!columns.eachRow) return columns.order;
  return {
    codes: Int32Array.from({ length: columns.rows }, (_, i) => i),
    values: Array.from(columns.line, (line) => `${name}:${line}`),
  };
}
