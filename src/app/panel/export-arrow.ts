import { formatDay, formatMonth, formatUnit, type CalendarUnit } from '../../domain/calendar';
import { MONEY_SCALE } from '../../domain/money';
import type { Table, TableColumn, TableSpec } from '../../metrics/metric';

type Cell = string | number | boolean | null;

/** A value as other tools take it: money in currency units, days and calendar units as text, empty as null. */
function cellOf(kind: TableColumn, value: number | string, unit: CalendarUnit): Cell {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return null;
  if (kind === 'money' || kind === 'money_number') return value / MONEY_SCALE;
  if (kind === 'day') return formatDay(value);
  if (kind === 'month') return formatMonth(value);
  if (kind === 'week') return formatUnit('week', value);
  if (kind === 'unit') return formatUnit(unit, value);
  return kind === 'flag' ? value === 1 : value;
}

/** A table as an Arrow file, for notebooks and databases. The library is fetched only when somebody asks. */
export async function arrowBlob(spec: TableSpec, table: Table, unit: CalendarUnit): Promise<Blob> {
  const { tableToIPC, tableFromJSON } = await import('apache-arrow');
  const names = Object.keys(spec).filter((name) => table[name] !== undefined);
  const rows = Array.from({ length: table[names[0]].length }, (_, row) =>
    Object.fromEntries(names.map((name) => [name, cellOf(spec[name], table[name][row], unit)])),
  );
  const bytes = tableToIPC(tableFromJSON(rows), 'file');
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/vnd.apache.arrow.file' });
}
