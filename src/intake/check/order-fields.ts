import type { TextColumn } from '../../domain/columns';
import type { RawTable } from '../read/raw-table';
import { blanksOf, countsOf } from '../values/read-columns';
import type { MappedField, MappedFields } from './validate-fields';
import { groupOrders, type OrderGroups } from './order-groups';

/** What holds for a whole order, so that exports write it on the order's first row only. */
const ORDER_FIELDS = [
  'customer',
  'date',
  'currency',
  'channel',
  'department',
  'status',
  'document_type',
  'cancelled',
] as const;
/** What makes a row a line of something sold. */
const LINE_FIELDS = ['product', 'quantity', 'unit_price', 'amount'] as const;
/** This part of the orders with several rows must follow the pattern. */
const MOST = 0.9;
/** So many cells, over all columns and orders, must say that the table writes what is of an order on its first row. */
const ENOUGH = 6;

/**
 * The fields with what stands on an order's first row only written on all of its rows: customer, date, currency, channel,
 * department and statuses. Columns that follow no such pattern stay as they are, the very same objects, and so does a table that
 * shows no such habit: a blank cell is then what it seems to be.
 * @param merged 1 for rows that will be merged with an equal one: they say nothing of a habit, and are filled like the others
 */
export function fillOrderFields(table: RawTable, fields: MappedFields, merged: Uint8Array | null = null): MappedFields {
  const order = fields.get('order')?.column;
  if (!order) return fields;
  let groups: OrderGroups | null = null;
  let hasHeads: boolean | null = null;
  const filled = new Map(fields);
  for (const name of ORDER_FIELDS) {
    const field = fields.get(name);
    if (!field || field.column === order || !hasBlanks(field.column)) continue;
    groups ??= groupOrders(table.rows, order, null);
    if (!isOfOrder(patternOf(field.column, groups, merged))) continue;
    hasHeads ??= writesHeadRows(table, groups, order, merged);
    if (hasHeads) filled.set(name, { ...field, column: fillColumn(field.column, groups, merged) });
  }
  return filled;
}

/** Orders of several rows: how many, how many have a value on the first row alone, and how many have blanks elsewhere. */
interface FirstRowPattern {
  readonly orders: number;
  readonly first: number;
  readonly other: number;
}

const isOfOrder = ({ first, other }: FirstRowPattern) => first > 0 && first >= MOST * (first + other);

/** Whether columns of the table stand on first rows throughout: then it writes what is of the order so. */
function writesHeadRows(table: RawTable, groups: OrderGroups, order: TextColumn, merged: Uint8Array | null): boolean {
  let cells = 0;
  for (const column of table.columns) {
    if (column === order || !hasBlanks(column)) continue;
    const { first, orders } = patternOf(column, groups, merged);
    if (first >= MOST * orders) cells += first;
    if (cells >= ENOUGH) return true;
  }
  return false;
}

function hasBlanks(column: TextColumn): boolean {
  const blank = blanksOf(column);
  const filled = countsOf(column).reduce((sum, count, code) => (blank[code] ? sum : sum + count), 0);
  return filled < column.codes.length;
}

function patternOf(
  column: TextColumn,
  { count, start, rows }: OrderGroups,
  merged: Uint8Array | null,
): FirstRowPattern {
  const blank = blanksOf(column);
  const { codes } = column;
  const isFilled = (row: number) => codes[row] >= 0 && !blank[codes[row]];
  let [orders, first, other] = [0, 0, 0];
  for (let order = 0; order < count; order++) {
    const from = start[order];
    let [filled, size] = [0, 0];
    for (let at = from; at < start[order + 1]; at++) {
      if (merged?.[rows[at]] === 1) continue;
      size++;
      if (isFilled(rows[at])) filled++;
    }
    if (size < 2) continue;
    orders++;
    if (filled === 1 && isFilled(rows[from])) first++;
    else if (filled > 0 && filled < size) other++;
  }
  return { orders, first, other };
}

/** The value of the first row on all rows of orders that have no other. */
function fillColumn(column: TextColumn, { count, start, rows }: OrderGroups, merged: Uint8Array | null): TextColumn {
  const blank = blanksOf(column);
  const codes = column.codes.slice();
  const isFilled = (row: number) => column.codes[row] >= 0 && !blank[column.codes[row]];
  for (let order = 0; order < count; order++) {
    const first = rows[start[order]];
    if (!isFilled(first)) continue;
    let isAlone = true;
    for (let at = start[order] + 1; at < start[order + 1]; at++)
      if (isFilled(rows[at]) && merged?.[rows[at]] !== 1) isAlone = false;
    if (!isAlone) continue;
    for (let at = start[order] + 1; at < start[order + 1]; at++) codes[rows[at]] = column.codes[first];
  }
  return { codes, values: column.values };
}

/**
 * Rows that hold nothing of a line, not even a product (the shipping of an order, its head), beside rows of their order that do.
 * @returns 1 for each such row; null where there are none
 */
export function rowsWithoutLine(table: RawTable, fields: MappedFields): Uint8Array | null {
  const order = fields.get('order')?.column;
  const own = LINE_FIELDS.flatMap((name) => fields.get(name) ?? []);
  const hasMoney = fields.has('unit_price') || fields.has('amount');
  if (!order || !hasMoney || !fields.has('product') || own.some(({ column }) => !hasBlanks(column))) return null;
  const empty = emptyRows(table.rows, own);
  if (!empty.includes(1)) return null;
  const { count, start, rows } = groupOrders(table.rows, order, null);
  let found = false;
  for (let group = 0; group < count; group++) {
    const ofOrder = rows.subarray(start[group], start[group + 1]);
    if (ofOrder.every((row) => empty[row] === 1)) for (const row of ofOrder) empty[row] = 0;
    else found ||= ofOrder.some((row) => empty[row] === 1);
  }
  return found ? empty : null;
}

function emptyRows(rows: number, fields: readonly MappedField[]): Uint8Array {
  const empty = new Uint8Array(rows).fill(1);
  for (const { column } of fields) {
    const blank = blanksOf(column);
    for (let row = 0; row < rows; row++) if (column.codes[row] >= 0 && !blank[column.codes[row]]) empty[row] = 0;
  }
  return empty;
}
