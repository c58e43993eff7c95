import { NO_DAY } from '../domain/calendar';
import { RETURN, SALE, VOID, type TextColumn, type TransactionColumns } from '../domain/columns';
import type { LineFacts } from './facts';

/**
 * The lines in the order of the facts. A column is brought into that order when somebody first asks for it: the first chart
 * needs hardly any, and of some files most are never asked for.
 * @param rows the row of each line
 */
export function lineFacts(columns: TransactionColumns, rows: Int32Array): LineFacts {
  let day: Int32Array | null = null;
  let amount: Float64Array | null = null;
  let net: Float64Array | null = null;
  let profit: Float64Array | null = null;
  let quantity: Float64Array | null = null;
  let kind: Uint8Array | null = null;
  let file: Int32Array | null = null;
  let sourceLine: Int32Array | null = null;
  const withoutVoid = (values: Float64Array, kinds: Uint8Array) =>
    columns.kind.includes(VOID) ? values.map((value, line) => (kinds[line] === VOID ? 0 : value)) : values;
  return {
    count: rows.length,
    get day() {
      return (day ??= columns.day ? permuteInts(columns.day, rows) : new Int32Array(rows.length).fill(NO_DAY));
    },
    get amount() {
      return (amount ??= permuteFloats(columns.amount, rows));
    },
    get net() {
      return (net ??= withoutVoid(this.amount, this.kind));
    },
    get profit() {
      return columns.profit && (profit ??= withoutVoid(permuteFloats(columns.profit, rows), this.kind));
    },
    get quantity() {
      return columns.quantity && (quantity ??= permuteFloats(columns.quantity, rows));
    },
    get kind() {
      return (kind ??= hasOnlySales(columns)
        ? new Uint8Array(rows.length).fill(SALE)
        : permuteBytes(columns.kind, rows));
    },
    category: permuteText(columns.category, rows),
    product: permuteText(columns.product, rows),
    channel: permuteText(columns.channel, rows),
    department: permuteText(columns.department, rows),
    attributes: columns.attributes.map(({ name, column }) => ({ name, column: permuteText(column, rows)! })),
    get file() {
      return (file ??= permuteInts(columns.file, rows));
    },
    get sourceLine() {
      return (sourceLine ??= permuteInts(columns.line, rows));
    },
  };
}

export const hasOnlySales = ({ kind }: TransactionColumns): boolean => !kind.includes(RETURN) && !kind.includes(VOID);

function permuteText(column: TextColumn | null, rows: Int32Array): TextColumn | null {
  if (!column) return null;
  let codes: Int32Array | null = null;
  return {
    get codes() {
      return (codes ??= permuteInts(column.codes, rows));
    },
    values: column.values,
  };
}

function permuteInts(values: Int32Array, rows: Int32Array): Int32Array {
  const permuted = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) permuted[i] = values[rows[i]];
  return permuted;
}

function permuteFloats(values: Float64Array, rows: Int32Array): Float64Array {
  const permuted = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) permuted[i] = values[rows[i]];
  return permuted;
}

function permuteBytes(values: Uint8Array, rows: Int32Array): Uint8Array {
  const permuted = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) permuted[i] = values[rows[i]];
  return permuted;
}

/** What each customer's lines leave over the whole file. Sums of integers: the order of the lines is no matter. */
export function sumByCustomer(
  { kind }: TransactionColumns,
  values: Float64Array,
  customerOf: Int32Array,
  customers: number,
): Float64Array {
  const sums = new Float64Array(customers);
  for (let row = 0; row < values.length; row++) {
    if (customerOf[row] >= 0 && kind[row] !== VOID) sums[customerOf[row]] += values[row];
  }
  return sums;
}
