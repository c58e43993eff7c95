import type { Day } from '../../domain/calendar';
import type { Rejection } from '../../domain/columns';
import type { RowTable } from '../../domain/quality';
import { columnOf, type RoleMapping } from '../../domain/roles';
import type { RawTable } from '../read/raw-table';
import { cellsOf } from './inspect';

export interface Origin {
  /** Null where it is not held: the file of an opened workspace, or one that was joined to another. */
  readonly table: RawTable | null;
  readonly mapping: RoleMapping;
  /** The day on which the file was saved; null where that is not known. */
  readonly savedOn: Day | null;
}

/** What was loaded from, one for each entry of `Dataset.files`. */
export interface Source extends Origin {
  readonly rejections: readonly Rejection[];
  readonly leftEmpty: readonly Rejection[];
}
/** A line of a file, by the file's index in `Dataset.files`. */
export interface Place {
  readonly file: number;
  readonly line: number;
  /** The header of the cell that is spoken of. */
  readonly column?: string | undefined;
}

/** So many rows are shown whole. */
export const SHOWN_ROWS = 20;

/** Rows as they stand in their files, in the order of the places. Lines that no source holds any longer are left out. */
export function wholeRows(sources: readonly Source[], places: readonly Place[]): RowTable[] {
  const tables = new Map<RawTable, RowTable['rows'][number][]>();
  for (const { file, line, column } of places) {
    const table = sources[file]?.table;
    const row = table ? rowOf(table, line) : -1;
    if (!table || row < 0) continue;
    const rows = tables.get(table) ?? [];
    rows.push({ line, cells: cellsOf(table, row), at: column === undefined ? -1 : table.header.indexOf(column) });
    tables.set(table, rows);
  }
  return [...tables].map(([{ file, header }, rows]) => ({ file, header, rows }));
}

/** The first rows that were rejected, or had a value left empty, in one column for one reason. */
export function rowsByReason(
  sources: readonly Source[],
  list: 'rejections' | 'leftEmpty',
  { column, reason }: Pick<Rejection, 'column' | 'reason'>,
): RowTable[] {
  const places: Place[] = [];
  for (const [file, source] of sources.entries()) {
    for (const one of source[list]) {
      if (places.length === SHOWN_ROWS) return wholeRows(sources, places);
      if (one.column === column && one.reason === reason)
        places.push({ file, line: one.line, column: columnOf(source.mapping[column])?.column });
    }
  }
  return wholeRows(sources, places);
}

const REASON_COLUMNS = ['file', 'line', 'column', 'value', 'reason'] as const;

/**
 * All rejected rows with their own cells behind the reason. The cells of files with different columns stand under all their headers;
 * a file's column that is called like one of the reason's bears `(2)`.
 */
export function rejectedWithCells(sources: readonly Source[]): { header: string[]; rows: string[][] } {
  const bad = sources.filter(({ rejections }) => rejections.length > 0);
  const headers = [...new Set(bad.flatMap(({ table }) => table?.header ?? []))];
  const rows = bad.flatMap(({ table, rejections }) => {
    const place = headers.map((name) => table?.header.indexOf(name) ?? -1);
    return rejections.map(({ file, line, column, value, reason }) => {
      const row = table ? rowOf(table, line) : -1;
      const cells = table && row >= 0 ? cellsOf(table, row) : [];
      return [file, String(line), column, value, reason, ...place.map((at) => cells[at] ?? '')];
    });
  });
  const taken = new Set<string>(REASON_COLUMNS);
  return { header: [...REASON_COLUMNS, ...headers.map((name) => (taken.has(name) ? `${name} (2)` : name))], rows };
}

/** Lines ascend. -1 where the table has no record on that line. */
function rowOf({ line: lines, rows }: RawTable, line: number): number {
  let [low, high] = [0, rows - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (lines[middle] === line) return middle;
    if (lines[middle] < line) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
