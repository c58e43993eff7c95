import { NO_DAY } from '../../domain/calendar';
import type { Attribute, RecordTable, TextColumn } from '../../domain/columns';
import type { UnifyChoices } from '../../domain/unification';

/**
 * The rows of the customers files in the order in which their values count: of several values for one customer the first
 * stands, and what it leaves blank the next fills. Rows that count alike stand in the order in which they were brought.
 * @param names of the files, by the index that rows carry
 */
export function inOrderOfPreference(
  table: RecordTable,
  { preference, preferred }: UnifyChoices,
  names: readonly string[],
): RecordTable {
  if (preference === 'source' && preferred === null) return table;
  const worth = worthOf(table, preference === 'source' ? preferred : null, preference === 'newest', names);
  const order = Int32Array.from({ length: table.rows }, (_, row) => row).sort((a, b) => worth[b] - worth[a] || a - b);
  return permuted(table, order);
}

function worthOf(table: RecordTable, preferred: string | null, byDay: boolean, names: readonly string[]): Float64Array {
  const acquired = table.day['acquired_on'];
  return Float64Array.from({ length: table.rows }, (_, row) => {
    if (preferred !== null) return names[table.file[row]] === preferred ? 1 : 0;
    return byDay ? (acquired ? acquired[row] : NO_DAY) : filledCells(table, row);
  });
}

function filledCells(table: RecordTable, row: number): number {
  let filled = 0;
  for (const column of Object.values(table.text)) if (column.codes[row] >= 0) filled++;
  for (const days of Object.values(table.day)) if (days[row] !== NO_DAY) filled++;
  for (const numbers of Object.values(table.number)) if (!Number.isNaN(numbers[row])) filled++;
  for (const { column } of table.attributes) if (column.codes[row] >= 0) filled++;
  return filled;
}

function permuted(table: RecordTable, order: Int32Array): RecordTable {
  const text = ({ codes, values }: TextColumn): TextColumn => ({ codes: order.map((row) => codes[row]), values });
  const each = <C, D>(columns: Readonly<Record<string, C>>, to: (column: C) => D): Record<string, D> =>
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, to(column)]));
  return {
    ...table,
    file: order.map((row) => table.file[row]),
    line: order.map((row) => table.line[row]),
    text: each(table.text, text),
    day: each(table.day, (days) => order.map((row) => days[row])),
    number: each(table.number, (numbers) => Float64Array.from(order, (row) => numbers[row])),
    attributes: table.attributes.map(({ name, column }): Attribute => ({ name, column: text(column) })),
  };
}
