import { kindOf } from '../cell-kind';
import type { TextColumnBuilder } from '../delimited/dictionary';
import { readNumber, toDouble, type DecimalMark } from '../../values/number';

/** Fewer rows than this may add up by chance. */
const LEAST_ROWS = 3;

/**
 * Whether a row is a total that no word names: it holds numbers only, is blank where the other rows have a key, a name or a
 * date, and a number of it is the sum of its column.
 * @param rows of the table, the row in question among them
 * @param usual the columns that are filled in nearly all rows
 */
export function isSumRow(
  columns: readonly TextColumnBuilder[],
  rows: number,
  row: number,
  usual: readonly boolean[],
): boolean {
  if (rows <= LEAST_ROWS) return false;
  const kinds = columns.map((column) => kindOf(column.at(row)));
  const says = (kind: string, column: number) => kind !== 'empty' && kind !== 'number' && !isUnit(columns[column], row);
  if (kinds.some(says)) return false;
  const numbers = kinds.flatMap((kind, column) => (kind === 'number' ? [column] : []));
  const blank = usual.filter((filled, column) => filled && kinds[column] === 'empty').length;
  if (numbers.length === 0 || blank === 0 || blank * 2 < usual.filter(Boolean).length) return false;
  return numbers.some((column) => isSumOf(columns[column], rows, row));
}

/** Rows in which a unit or a currency must be the same. */
const UNIT_ROWS = 50;

/** What stands in every row alike, such as the currency, names no row. */
function isUnit(column: TextColumnBuilder, row: number): boolean {
  const code = column.codeAt(row);
  for (let at = 0; at < Math.min(row, UNIT_ROWS); at++) if (column.codeAt(at) !== code) return false;
  return column.codeAt(row - 1) === code;
}

/** Whether the number in a row is the sum of all others of its column, under either decimal mark. */
export function isSumOf(column: TextColumnBuilder, rows: number, row: number): boolean {
  const counts = new Map<number, number>();
  let filled = 0;
  for (let at = 0; at < rows; at++) {
    const code = column.codeAt(at);
    if (code < 0 || at === row) continue;
    filled++;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (filled < LEAST_ROWS - 1) return false;
  const isSumUnder = (mark: DecimalMark): boolean => {
    const said = readNumber(column.at(row), mark);
    if (said === null || said.coefficient === 0n) return false;
    let sum = 0;
    for (const [code, count] of counts) {
      const value = readNumber(column.textOf(code), mark);
      if (value === null) return false;
      sum += toDouble(value) * count;
    }
    // Half of the last place that the total shows.
    const tolerance = Math.max(0.5 * 10 ** -said.scale, Math.abs(sum) * 1e-9);
    return Math.abs(sum - toDouble(said)) <= tolerance * 1.000001;
  };
  return isSumUnder('.') || isSumUnder(',');
}
