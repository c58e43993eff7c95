import { formatDay, formatMonth, formatUnit, type CalendarUnit } from '../domain/calendar';
import { cohortCalendar, type CohortUnit } from '../domain/cohort-periods';
import { formatMoneyPlain } from '../domain/money';
import { rowsOf, type AnyOptions, type Table, type TableColumn, type TableSpec } from '../metrics/metric';

/** RFC 4180: quotes where a cell holds a comma, a quote or a line break. */
export const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvOf = (header: readonly string[], rows: Iterable<readonly string[]>): string => {
  const lines = [header.map(csvCell).join(',')];
  for (const row of rows) lines.push(row.map(csvCell).join(','));
  return lines.join('\n') + '\n';
};

/** How METRICS section 3 writes a value of each kind; '' where it is undefined. */
export function plainCell(kind: TableColumn, value: number | string, unit: CalendarUnit): string {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '';
  switch (kind) {
    case 'money':
      return formatMoneyPlain(value);
    case 'money_number':
      return String(value / 10_000);
    case 'day':
      return formatDay(value);
    case 'month':
      return formatMonth(value);
    case 'week':
      return formatUnit('week', value);
    case 'unit':
      return formatUnit(unit, value);
    case 'flag':
      return value ? 'true' : 'false';
    default:
      return Object.is(value, -0) ? '0' : String(value);
  }
}

/** Rows that are joined into one piece of text. */
const CHUNK_ROWS = 5_000;

/** A metric's table as CSV, piece by piece: UTF-8, comma, header, `\n`. A large one is longer than a string can be. */
export function* tableCsv(
  spec: TableSpec,
  hidden: readonly string[],
  table: Table,
  options: AnyOptions,
): Generator<string> {
  const names = Object.keys(spec).filter((name) => !hidden.includes(name) && table[name] !== undefined);
  const unit = cohortCalendar((options['unit'] as CohortUnit | undefined) ?? 'month');
  const rows = rowsOf(table);
  yield csvOf(names, []);
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    let piece = '';
    for (let row = from; row < Math.min(rows, from + CHUNK_ROWS); row++)
      piece += names.map((name) => csvCell(plainCell(spec[name], table[name][row], unit))).join(',') + '\n';
    yield piece;
  }
}
