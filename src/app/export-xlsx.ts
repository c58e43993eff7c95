import type { CellValue, WriteSheet } from 'hucre';
import type { TableColumn } from '../metrics/metric';
import { MONEY_SCALE } from '../domain/money';

/** A column of a sheet: its header, what it holds, and its values. Money in 1/10,000, days since 1970; null and NaN are empty. */
export interface SheetColumn {
  readonly name: string;
  readonly kind: TableColumn;
  readonly values: readonly (string | number | null)[] | Float64Array;
}
export interface SheetContent {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}

/** Rows that a sheet can hold, its header not counted; further rows go into another sheet. */
const MOST_ROWS = 1_048_575;
/** Characters that a cell can hold. */
const LONGEST_TEXT = 32_767;
/** Serial number of 1970-01-01 in the calendar of 1900. */
const EPOCH = 25_569;
const [NARROWEST, WIDEST] = [8, 48];

/**
 * A workbook of typed cells: numbers, money, shares and days can be summed and sorted, texts stay texts whatever they begin with,
 * so that no cell is a formula. The library is fetched on the first export.
 * @param about lines of a last sheet: what the list is, and from which data
 */
export async function xlsxBlob(
  content: SheetContent,
  currency: string | null,
  about: readonly string[] = [],
  mostRows = MOST_ROWS,
): Promise<Blob> {
  const { writeXlsx } = await import('hucre/xlsx');
  const rows = content.columns[0]?.values.length ?? 0;
  const parts = Math.max(1, Math.ceil(rows / mostRows));
  const name = sheetName(content.name);
  const sheets = Array.from({ length: parts }, (_, part) =>
    sheetOf(
      part === 0 ? name : `${name.slice(0, 27)} ${part + 1}`,
      content.columns,
      [part * mostRows, Math.min(rows, (part + 1) * mostRows)],
      currency,
    ),
  );
  const lines = about.filter(Boolean);
  const note: WriteSheet[] =
    lines.length > 0
      ? [
          {
            name: name === 'About' ? 'About this' : 'About',
            columns: [{ width: 100 }],
            rows: lines.map((line) => [text(line)]),
          },
        ]
      : [];
  const bytes = await writeXlsx({ sheets: [...sheets, ...note] });
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

function sheetOf(
  name: string,
  columns: readonly SheetColumn[],
  [from, until]: readonly [number, number],
  currency: string | null,
): WriteSheet {
  const rows: CellValue[][] = [columns.map((column) => text(column.name))];
  for (let row = from; row < until; row++) rows.push(columns.map(({ kind, values }) => cellOf(kind, values[row])));
  return {
    name,
    columns: columns.map((column, at) => {
      const numFmt = formatOf(column.kind, currency);
      return { width: widthOf(rows, at), ...(numFmt ? { numFmt } : {}) };
    }),
    rows,
    cells: new Map(columns.map((_, at) => [`0,${at}`, { style: { font: { bold: true }, numFmt: '@' } }])),
    freezePane: { rows: 1 },
  };
}

function cellOf(kind: TableColumn, value: string | number | null): CellValue {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return null;
  if (typeof value === 'string') return value === '' ? null : text(value);
  switch (kind) {
    case 'money':
    case 'money_number':
      return value / MONEY_SCALE;
    case 'day':
      return value + EPOCH;
    case 'flag':
      return value === 1;
    default:
      return value;
  }
}

/** The text without control characters, which a workbook cannot hold, cut to the length of a cell. */
const text = (words: string): string =>
  words
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => (/[\t\n\r\u007f-\u009f]/.test(one) ? one : ''))
    .slice(0, LONGEST_TEXT);

function formatOf(kind: TableColumn, currency: string | null): string | null {
  switch (kind) {
    case 'money':
    case 'money_number':
      return currency && /^[A-Z]{3}$/.test(currency) ? `#,##0.00 [$${currency}]` : '#,##0.00';
    case 'share':
      return '0.0%';
    case 'day':
      return 'yyyy-mm-dd';
    case 'count':
    case 'int':
      return '#,##0';
    case 'number':
      return '0.00';
    default:
      return null;
  }
}

/** As wide as the first rows need. */
function widthOf(rows: readonly CellValue[][], column: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, String(row[column] ?? '').length), 0);
  return Math.max(NARROWEST, Math.min(WIDEST, longest + 2));
}

/** A valid name of a sheet: at most 31 characters, none of those that address cells, no apostrophe at an end. */
const sheetName = (name: string): string =>
  text(name)
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '') || 'Table';
