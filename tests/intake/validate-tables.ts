import type { TextColumn } from '../../src/domain/columns';
import type { RawTable } from '../../src/intake/read/raw-table';

export function columnOf(cells: readonly string[]): TextColumn {
  const values: string[] = [];
  const codes = Int32Array.from(cells, (cell) => {
    if (cell === '') return -1;
    const known = values.indexOf(cell);
    return known >= 0 ? known : values.push(cell) - 1;
  });
  return { codes, values };
}

/** A table drawn as text: header and rows on lines, cells between bars. Line 1 is the header's. */
export function tableFrom(drawing: string, file = 'lines.csv'): RawTable {
  const [header = [], ...rows] = drawing
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return tableOf(header, rows, file);
}

export function tableOf(header: readonly string[], rows: readonly (readonly string[])[], file = 'lines.csv'): RawTable {
  return {
    file,
    sheet: null,
    header,
    headerLine: 1,
    rows: rows.length,
    line: Int32Array.from(rows, (_, i) => i + 2),
    columns: header.map((_, c) => columnOf(rows.map((row) => row[c] ?? ''))),
    setAside: [],
    notes: [],
    dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', format: 'csv' },
  };
}

/** The texts of a column, row by row; null where empty. */
export const textsOf = (column: TextColumn | null | undefined): (string | null)[] =>
  column ? Array.from(column.codes, (code) => (code < 0 ? null : column.values[code])) : [];
