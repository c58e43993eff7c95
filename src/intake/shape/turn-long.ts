import { formatDay, lastDayOfMonth } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import type { LongShape } from '../../domain/shape';
import type { RawTable } from '../read/raw-table';
import { monthInHeader } from '../values/month-in-header';

/** What stands in a cell of a wide table where nothing was bought. */
export const isNothing = (value: string): boolean =>
  value === '' || /^[-–—]$/.test(value) || /^[+-]?0+([.,]0+)?$/.test(value);

/**
 * A row for each filled cell of the columns named, with the other columns repeated. Cells that are blank or 0 make no row: in
 * a wide table they stand for nothing bought. Rows keep the line of the row that they came from.
 */
export function turnLong(table: RawTable, shape: LongShape): RawTable {
  const wide = wideColumns(table, shape);
  const kept = table.header.flatMap((name, c) => (wide.some(({ index }) => index === c) ? [] : [{ name, index: c }]));
  const total = countLong(table, wide);
  const row = new Int32Array(total);
  const name = new Int32Array(total);
  const value = new Int32Array(total);
  const offsets = wide.reduce<number[]>((sums, { column }) => [...sums, sums.at(-1)! + column.values.length], [0]);
  let at = 0;
  for (let r = 0; r < table.rows; r++)
    for (const [w, { column, filled }] of wide.entries()) {
      const code = column.codes[r];
      if (code < 0 || !filled[code]) continue;
      row[at] = r;
      name[at] = w;
      value[at++] = offsets[w] + code;
    }
  const long: TextColumn[] = [
    { codes: name, values: wide.map(({ written }) => written) },
    { codes: value, values: wide.flatMap(({ column }) => column.values) },
  ];
  return {
    ...table,
    header: [
      ...kept.map(({ name: own }) => own),
      ...freeHeaders(
        shape,
        kept.map(({ name: own }) => own),
      ),
    ],
    rows: total,
    line: row.map((r) => table.line[r]),
    columns: [
      ...kept.map(({ index }) => {
        const { codes, values } = table.columns[index];
        return { codes: row.map((r) => codes[r]), values };
      }),
      ...long,
    ],
  };
}

/** Rows that would come of it. */
export const longRows = (table: RawTable, shape: LongShape): number => countLong(table, wideColumns(table, shape));

interface Wide {
  readonly index: number;
  readonly column: TextColumn;
  /** What the header says; of a month its last day, when its sum was known, so that the last month is a whole one. */
  readonly written: string;
  readonly filled: Uint8Array;
}

const wideColumns = (table: RawTable, { columns }: LongShape): Wide[] =>
  columns.flatMap((header) => {
    const index = table.header.indexOf(header);
    if (index < 0) return [];
    const column = table.columns[index];
    const filled = Uint8Array.from(column.values, (value) => (isNothing(value) ? 0 : 1));
    return [{ index, column, written: lastDayOf(monthInHeader(header)) ?? header, filled }];
  });

function lastDayOf(month: string | null): string | null {
  if (month === null) return null;
  const [year, number] = month.split('-').map(Number);
  return formatDay(lastDayOfMonth(year * 12 + number - 1));
}

const countLong = (table: RawTable, wide: readonly Wide[]): number =>
  wide.reduce((sum, { column: { codes }, filled }) => {
    let count = 0;
    for (let row = 0; row < table.rows; row++) if (codes[row] >= 0 && filled[codes[row]]) count++;
    return sum + count;
  }, 0);

/** The names asked for, made different from the columns that stay. */
function freeHeaders({ nameHeader, valueHeader }: LongShape, taken: readonly string[]): string[] {
  const free = (name: string) => (taken.includes(name) ? `${name} (of the column)` : name);
  return [free(nameHeader), free(valueHeader)];
}
