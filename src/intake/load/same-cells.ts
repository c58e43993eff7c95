import type { TextColumn } from '../../domain/columns';
import type { RawTable } from '../read/raw-table';

/** Whether two tables have the same header and the same cells in the same order, whatever their files are called or how they are written. */
export const sameCells = (one: RawTable, other: RawTable): boolean =>
  one.rows === other.rows &&
  one.header.length === other.header.length &&
  one.header.every((name, at) => name === other.header[at]) &&
  one.columns.every((column, at) => sameTexts(column, other.columns[at], one.rows));

/** Each pair of codes is compared as text once: dictionaries may be in different orders. */
function sameTexts(one: TextColumn, other: TextColumn, rows: number): boolean {
  const partner = new Int32Array(one.values.length).fill(-1);
  for (let row = 0; row < rows; row++) {
    const [a, b] = [one.codes[row], other.codes[row]];
    if (a < 0 || b < 0) {
      if (a !== b) return false;
    } else if (partner[a] !== b) {
      if (one.values[a] !== other.values[b]) return false;
      partner[a] = b;
    }
  }
  return true;
}
