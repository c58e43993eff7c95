import { openAsBlob, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { readTables } from '../../src/intake/read/read-file';
import type { RawTable } from '../../src/intake/read/raw-table';
import { oracle, sharedData } from '../support/shared-data';
import { rowsOf } from './reading-files';

const readShared = async (file: string): Promise<RawTable[]> =>
  readTables({ name: path.basename(file), blob: await openAsBlob(sharedData(file)) });

oracle.each([
  ['cdnow_sample/cdnowElog.csv', 6919, 5, 'utf-8', ','],
  ['cdnow_sample/CDNOW_sample.txt', 6919, 5, 'utf-8', ' '],
  ['online_retail_eu/online_retail_non_uk.csv', 46431, 8, 'utf-8', ','],
  ['superstore_us/Sample - Superstore.csv', 10194, 21, 'utf-8', ','],
  ['superstore_us/derived/orders_de_semicolon_cp1252.csv', 9994, 21, 'windows-1252', ';'],
  ['groceries/groceries_baskets.csv', 9835, 32, 'utf-8', ','],
  ['groceries/groceries_long.csv', 43367, 4, 'utf-8', ','],
  ['telco_churn/Telco-Customer-Churn.csv', 7043, 21, 'utf-8', ','],
  ['xeducation_leads/Lead Scoring.csv', 9240, 37, 'utf-8', ','],
])('%s has %i rows of %i cells', async (file, rows, columns, encoding, delimiter) => {
  const [table] = await readShared(file);
  expect([table.rows, table.columns.length, table.dialect.encoding, table.dialect.delimiter]).toEqual([
    rows,
    columns,
    encoding,
    delimiter,
  ]);
  expect(table.setAside).toEqual([]);
});

oracle('a workbook, and the same orders as cp1252 text, say the same', async () => {
  const tables = await readShared('superstore_us/derived/Sample - Superstore (LibreOffice).xlsx');
  expect(tables.map(({ sheet, rows }) => [sheet, rows])).toEqual([
    ['Orders', 9994],
    ['Returns', 296],
    ['People', 4],
  ]);
  const [text] = await readShared('superstore_us/derived/orders_de_semicolon_cp1252.csv');
  expect(text.header).toEqual(tables[0].header);
  for (const name of ['Order ID', 'Customer Name', 'Product Name', 'Postal Code', 'Quantity']) {
    const column = text.header.indexOf(name);
    const values = (table: RawTable): string[] => rowsOf(table).map((cells) => cells[column]);
    expect(values(text)).toEqual(values(tables[0]));
  }
});

oracle(
  'the old workbook holds the cells of the one that was made of it, and the totals that pandas finds',
  async () => {
    const old = await readShared('superstore_us/Sample - Superstore.xls');
    const made = await readShared('superstore_us/derived/Sample - Superstore (LibreOffice).xlsx');
    expect(old.map(({ sheet, header }) => [sheet, header])).toEqual(made.map(({ sheet, header }) => [sheet, header]));
    // Both hold doubles a hair beside what was typed, and not the same ones: what counts is 1/10,000.
    const rounded = (table: RawTable): string[][] =>
      rowsOf(table).map((cells) =>
        cells.map((cell) => (/^-?\d+\.\d{5,}$/.test(cell) ? String(Math.round(Number(cell) * 1e4) / 1e4) : cell)),
      );
    for (const [at, table] of old.entries()) expect(rounded(table)).toEqual(rounded(made[at]));
    const totals = JSON.parse(
      readFileSync(sharedData('superstore_us/oracle/xls2011_2014/pandas_results.json'), 'utf8'),
    ) as Record<string, number | string>;
    const [orders] = old;
    const column = (name: string): string[] => rowsOf(orders).map((cells) => cells[orders.header.indexOf(name)]);
    const sum = (name: string): number =>
      column(name).reduce((total, text) => total + Math.round(Number(text) * 1e4), 0) / 1e4;
    const days = column('Order Date').sort();
    expect({
      rows: orders.rows,
      customers: new Set(column('Customer ID')).size,
      orders: new Set(column('Order ID')).size,
      sales: sum('Sales'),
      profit: sum('Profit'),
      quantity: sum('Quantity'),
      first_order: days[0],
      last_order: days.at(-1),
    }).toMatchObject({
      rows: totals['rows'],
      customers: totals['customers'],
      orders: totals['orders'],
      sales: totals['sales'],
      profit: totals['profit'],
      quantity: totals['quantity'],
      first_order: totals['first_order'],
      last_order: totals['last_order'],
    });
  },
);

type Cell = string | number | boolean | null | { t: 'datetime'; v: string } | { t: 'duration_s'; v: number };
interface Workbook {
  sheets: Record<string, { rows: Cell[][] }>;
}
const cells = JSON.parse(readFileSync(sharedData('xlsx_shared/oracle/openpyxl_cells.json'), 'utf8')) as Record<
  string,
  Workbook
>;

/** A length of time (255:10:10) is read as the moment so long after 1900 began; hucre does not tell the two apart. */
const isDuration = (cell: Cell): boolean => cell !== null && typeof cell === 'object' && cell.t === 'duration_s';

const asText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'object')
    return String(cell.v)
      .replace('T', ' ')
      .replace(/ 00:00:00$/, '');
  return String(cell).trim();
};

oracle.each(Object.keys(cells))('%s holds the cells that openpyxl finds', async (file) => {
  const tables = await readShared(`xlsx_shared/${file}`).catch((error: unknown) => {
    expect(error).toMatchObject({ code: expect.stringMatching(/^file-(empty|header-only)$/) as string });
    return [];
  });
  for (const table of tables) {
    const expected = cells[file].sheets[table.sheet ?? ''].rows;
    rowsOf(table).forEach((row, at) => {
      const cell = (column: number): Cell => expected[table.line[at] - 1][column] ?? null;
      const wanted = row.map((text, column) => (isDuration(cell(column)) ? text : asText(cell(column))));
      expect(row, `${table.sheet} row ${table.line[at]}`).toEqual(wanted);
    });
  }
});
