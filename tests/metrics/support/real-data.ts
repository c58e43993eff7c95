import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { dayFromCivil, type Day } from '../../../src/domain/calendar';
import { buildFacts } from '../../../src/facts/build';
import type { Facts } from '../../../src/facts/facts';
import { formatDay, formatUnit, type CalendarUnit } from '../../../src/domain/calendar';
import { datasetOf, type Line } from '../../support/histories';
import type { Asked } from './ask';

export type Row = Readonly<Record<string, string>>;

export function readRows(file: string, encoding: 'utf8' | 'latin1' = 'utf8'): Row[] {
  const text = readFileSync(file, encoding).replace(/^\uFEFF/, '');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

/** Facts of a real file, read by a plain parser: nothing of the intake takes part. */
export const factsOfFile = (file: string, line: (row: Row) => Line, encoding: 'utf8' | 'latin1' = 'utf8'): Facts =>
  buildFacts(datasetOf(readRows(file, encoding).map(line)));

const dayOf = (year: string, month: string, day: string): Day => dayFromCivil(Number(year), Number(month), Number(day));
const german = (text: string) => Number(text.replace(/\./g, '').replace(',', '.'));

/** How each real file is read; as the mapping.json of its reference. */
export const LINES = {
  cdnow_sample: (row: Row): Line => ({
    customer: row['masterid'],
    day: dayOf(row['date'].slice(0, 4), row['date'].slice(4, 6), row['date'].slice(6, 8)),
    amount: Number(row['sales']),
  }),
  rfm_orders: (row: Row): Line => ({
    customer: row['customer_id'],
    day: dayOf(...(row['order_date'].split('-') as [string, string, string])),
    amount: Number(row['revenue']),
  }),
  superstore_us_de: (row: Row): Line => ({
    customer: row['Customer ID'],
    day: dayOf(...(row['Order Date'].split('.').reverse() as [string, string, string])),
    order: row['Order ID'],
    product: row['Product ID'],
    category: row['Category'],
    amount: german(row['Sales']),
    profit: german(row['Profit']),
    attributes: { Segment: row['Segment'], 'Sub-Category': row['Sub-Category'] },
  }),
  superstore_us_csv: (row: Row): Line => ({
    customer: row['Customer ID'],
    day: dayOf(`20${row['Order Date'].slice(6, 8)}`, row['Order Date'].slice(3, 5), row['Order Date'].slice(0, 2)),
    order: row['Order ID'],
    product: row['Product ID'],
    category: row['Category'],
    amount: Number(row['Sales'].replace(',', '.')),
    profit: Number(row['Profit'].replace(',', '.')),
  }),
  online_retail_eu: (row: Row): Line => ({
    customer: row['CustomerID'] === '' ? null : row['CustomerID'],
    day: dayOf(...(row['InvoiceDate'].slice(0, 10).split('-') as [string, string, string])),
    order: row['InvoiceNo'],
    product: row['StockCode'],
    amount: Math.round(Number(row['Quantity']) * Number(row['UnitPrice']) * 1e4) / 1e4 || 0,
    kind: Number(row['Quantity']) < 0 ? 'return' : 'sale',
  }),
  groceries: (row: Row): Line => ({ order: row['transaction'], day: 0, category: row['item'], product: row['item'] }),
} as const;

/** Cells as the report would write them, for comparison with reference tables: text, numbers, '' for empty. */
export function writtenRows(asked: Asked): Record<string, string>[] {
  const { definition, table, options } = asked;
  const unit = options['unit'] === '30d' ? 'month' : ((options['unit'] as CalendarUnit | undefined) ?? 'month');
  const names = Object.keys(definition.table).filter(
    (name) => table[name] !== undefined && !definition.hidden?.includes(name),
  );
  const rows = table[names[0]].length;
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(names.map((name) => [name, cell(definition.table[name], table[name][row], unit)])),
  );
}
function cell(kind: string, value: number | string, unit: CalendarUnit): string {
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '';
  if (kind === 'money') return String(value / 10_000);
  if (kind === 'day') return formatDay(value);
  if (kind === 'unit') return formatUnit(unit, value);
  if (kind === 'month') return formatUnit('month', value);
  return kind === 'flag' ? (value ? 'true' : 'false') : String(value);
}

/** Every difference between a reference table and ours; numbers within `tolerance`, relatively. */
export function differencesFrom(expected: readonly Row[], actual: readonly Row[], tolerance = 1e-9): string[] {
  const lines: string[] = [];
  if (expected.length !== actual.length) lines.push(`${expected.length} rows expected, ${actual.length} found`);
  expected.slice(0, actual.length).forEach((row, at) => {
    for (const [name, want] of Object.entries(row)) {
      const have = actual[at][name];
      const [a, b] = [Number(want), Number(have)];
      const numbers = want !== '' && have !== '' && !Number.isNaN(a) && !Number.isNaN(b);
      // The reference cuts z to six decimals.
      const within = name.startsWith('ci_') ? Math.max(tolerance, 1e-7) : tolerance;
      const same = numbers
        ? Math.abs(a - b) <= within * Math.max(Math.abs(a), 1e-4)
        : want.toLowerCase() === have?.toLowerCase();
      if (!same) lines.push(`row ${at + 1}, ${name}: ${want} expected, ${have} found`);
    }
  });
  return lines;
}
