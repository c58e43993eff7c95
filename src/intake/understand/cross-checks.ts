import type { TextColumn } from '../../domain/columns';
import { doubleAt, readNumbers } from '../values/read-columns';
import type { DecimalMark } from '../values/number';

/** Of the rows that could be checked, how many agree. */
export interface Check {
  readonly agree: number;
  readonly of: number;
}
export const NO_CHECK: Check = { agree: 0, of: 0 };
/** The share of rows that must agree before a relation between columns counts as held: rounding and a few mended rows are allowed. */
export const HELD = 0.98;
const FEWEST = 3;
export const isHeld = ({ agree, of }: Check, share = HELD): boolean => of >= FEWEST && agree >= share * of;

/** One number for each sampled row; NaN where the cell is blank or no number. */
export function numbersAt(column: TextColumn, decimal: DecimalMark, rows: Int32Array): Float64Array {
  const readings = readNumbers(column, decimal);
  const { codes } = column;
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]];
    values[i] = code < 0 ? NaN : doubleAt(readings, code);
  }
  return values;
}

/** Half a cent, and the rounding of factors with many digits. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 0.0051 + 1e-6 * Math.abs(b);

/** Whether `values[i]` is what `expected` makes of the other columns. Rows without one of them are passed over. */
export function checkRows(values: Float64Array, expected: (row: number) => number): Check {
  let agree = 0;
  let of = 0;
  for (let i = 0; i < values.length; i++) {
    const wanted = expected(i);
    if (Number.isNaN(values[i]) || Number.isNaN(wanted)) continue;
    of++;
    if (near(values[i], wanted)) agree++;
  }
  return { agree, of };
}

/** How a column stands in the rows of orders that have several. */
export interface OrderPattern {
  /** Orders of two rows or more, in one piece. */
  readonly orders: number;
  /** Of them: the same value on every row. */
  readonly alike: number;
  /** Of them: a value on the first row, none on the others. */
  readonly firstOnly: number;
  /** Different values among the orders. */
  readonly distinct: number;
}

/** @param order the code of each row's order; rows without one are passed over */
export function orderPattern(order: Int32Array, code: Int32Array, rows: Int32Array): OrderPattern {
  const pieces = piecesOf(order, rows);
  let alike = 0;
  let firstOnly = 0;
  const seen = new Set<number>();
  for (const piece of pieces) {
    const filled = piece.filter((row) => code[row] >= 0);
    const first = code[piece[0]];
    if (first >= 0) seen.add(first);
    if (filled.length === piece.length && piece.every((row) => code[row] === first)) alike++;
    if (isFirstOnly(piece, filled, code)) firstOnly++;
  }
  return { orders: pieces.length, alike, firstOnly, distinct: seen.size };
}

/** On the first row alone; of an order that is written twice, on the first of each time. */
function isFirstOnly(piece: readonly number[], filled: readonly number[], code: Int32Array): boolean {
  if (filled.length === 0) return false;
  const length = piece.length / filled.length;
  return length > 1 && filled.every((row, at) => row === piece[at * length] && code[row] === code[piece[0]]);
}

/** The rows of each order that has several: in one piece, or wherever they stand where hardly any order is in one. */
function piecesOf(order: Int32Array, rows: Int32Array): readonly (readonly number[])[] {
  const runs: number[][] = [];
  const all = new Map<number, number[]>();
  let last = -1;
  for (const row of rows) {
    const id = order[row];
    const run = runs.at(-1);
    if (run && id >= 0 && id === last && row === run[run.length - 1] + 1) run.push(row);
    else runs.push([row]);
    last = id;
    if (id < 0) continue;
    const own = all.get(id);
    if (own) own.push(row);
    else all.set(id, [row]);
  }
  const pieces = runs.filter((run) => run.length > 1);
  const scattered = [...all.values()].filter((own) => own.length > 1);
  return pieces.length * SCATTERED < scattered.length ? scattered : pieces;
}
/** Shuffled rows leave few orders in one piece. */
const SCATTERED = 2;

/** Sums of values by order, in the order of the sample; NaN counts as nothing. */
export function sumsByOrder(order: Int32Array, rows: Int32Array, values: Float64Array): Map<number, number> {
  const sums = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const id = order[rows[i]];
    if (id < 0 || Number.isNaN(values[i])) continue;
    sums.set(id, (sums.get(id) ?? 0) + values[i]);
  }
  return sums;
}

/** The first value of each order. */
export function firstByOrder(order: Int32Array, rows: Int32Array, values: Float64Array): Map<number, number> {
  const first = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const id = order[rows[i]];
    if (id >= 0 && !first.has(id) && !Number.isNaN(values[i])) first.set(id, values[i]);
  }
  return first;
}

/** Orders whose one value equals the sum of their lines. */
export function checkOrders(values: ReadonlyMap<number, number>, sums: ReadonlyMap<number, number>): Check {
  let agree = 0;
  let of = 0;
  for (const [id, value] of values) {
    const sum = sums.get(id);
    if (sum === undefined) continue;
    of++;
    if (near(value, sum)) agree++;
  }
  return { agree, of };
}

/** Whether no value stands in two rows that differ in another cell: rows that are written twice leave a key a key. */
export function isKeyButForCopies(columns: readonly TextColumn[], key: number): boolean {
  const { codes, values } = columns[key];
  const first = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row];
    if (code < 0) continue;
    if (first[code] < 0) first[code] = row;
    else if (!columns.every((column) => column.codes[row] === column.codes[first[code]])) return false;
  }
  return true;
}
