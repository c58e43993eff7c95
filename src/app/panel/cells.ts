import type { SheetColumn } from '../export-xlsx';
import type { CsvCell } from '../../charts/export-csv';
import type { Formatter } from '../../domain/format';
import { formatDay, formatMonth, formatUnit, type CalendarUnit } from '../../domain/calendar';
import { formatMoneyPlain } from '../../domain/money';
import type { Table, TableColumn, TableSpec } from '../../metrics/metric';
import type { AnyList } from '../../metrics/view';

const CALENDAR_UNITS: readonly string[] = ['month', 'week', 'quarter', 'year'] satisfies CalendarUnit[];
/** Cohorts that are counted in 30-day periods are named by their month. */
const calendarUnit = (unit: unknown): CalendarUnit =>
  CALENDAR_UNITS.includes(String(unit)) ? (unit as CalendarUnit) : 'month';

/** A value in the format of the user's locale. */
export function cellForReader(type: TableColumn, value: number | string, format: Formatter, unit: unknown): string {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '';
  switch (type) {
    case 'share':
      return format.share(value);
    case 'money':
    case 'money_number':
      return format.money(value);
    case 'number':
      return Math.abs(value) > 0 && Math.abs(value) < 0.001
        ? value.toExponential(1)
        : format.number(value, Number.isInteger(value) ? 0 : 3);
    case 'day':
      return format.day(value);
    case 'month':
      return format.month(value);
    case 'week':
      return format.unit(value, 'week');
    case 'unit':
      return format.unit(value, calendarUnit(unit));
    case 'flag':
      return value === 1 ? 'yes' : 'no';
    default:
      return format.int(value);
  }
}

/** A value as the headless report writes it: fractions, currency units, ISO dates. */
export function cellForMachine(type: TableColumn, value: number | string, unit: unknown): CsvCell {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return null;
  switch (type) {
    case 'money':
      return formatMoneyPlain(value);
    case 'money_number':
      return value / 10_000;
    case 'day':
      return formatDay(value);
    case 'month':
      return formatMonth(value);
    case 'week':
      return formatUnit('week', value);
    case 'unit':
      return formatUnit(calendarUnit(unit), value);
    default:
      return value;
  }
}

export const isNumeric = (type: TableColumn): boolean =>
  type !== 'text' && type !== 'flag' && type !== 'day' && type !== 'week' && type !== 'month' && type !== 'unit';

export function machineRows(spec: TableSpec, table: Table, rows: number, unit: unknown): CsvCell[][] {
  const columns = Object.entries(spec);
  return Array.from({ length: rows }, (_, row) =>
    columns.map(([name, type]) => cellForMachine(type, table[name][row], unit)),
  );
}

/** The largest count in a table; below `FEW` a panel has no finding. */
export function largestCount(spec: TableSpec, table: Table): number {
  let most = 0;
  for (const [name, type] of Object.entries(spec)) {
    if (type !== 'count') continue;
    for (const value of table[name] as Float64Array) if (value > most) most = value;
  }
  return most;
}
/** Whether any count is above 0. */
export const countsAnyone = (spec: TableSpec, table: Table): boolean =>
  Object.entries(spec).some(
    ([name, type]) => type === 'count' && (table[name] as Float64Array).some((count) => count > 0),
  );
export const hasCounts = (spec: TableSpec): boolean => Object.values(spec).includes('count');

/** The list of a view as a table: its rows and columns, without columns of which every text is empty. */
export function listOfView({ label, columns, rows }: AnyList, spec: TableSpec, table: Table) {
  const chosen = rows(table);
  const taken = columns
    .map((name) => [name, pickRows(table[name], chosen)] as const)
    .filter(([, column]) => column instanceof Float64Array || column.some((text) => text !== ''));
  return {
    label,
    spec: Object.fromEntries(taken.map(([name]) => [name, spec[name]])),
    table: Object.fromEntries(taken),
  };
}
const pickRows = (column: Table[string], rows: readonly number[]) =>
  column instanceof Float64Array ? Float64Array.from(rows, (row) => column[row]) : rows.map((row) => column[row]);

/** The columns of a table for a workbook: calendar units as text, all others typed. */
export const sheetColumns = (spec: TableSpec, table: Table, unit: unknown): SheetColumn[] =>
  Object.entries(spec).map(([name, kind]) => {
    const values = table[name];
    const isUnit = kind === 'month' || kind === 'week' || kind === 'unit';
    return isUnit
      ? {
          name,
          kind: 'text',
          values: Array.from(values as ArrayLike<string | number>, (value) => cellForMachine(kind, value, unit)),
        }
      : { name, kind, values };
  });
