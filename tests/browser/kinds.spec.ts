import { utils, write } from '@e965/xlsx';
import { expect, test } from '@playwright/test';
import initSqlJs from 'sql.js';
import { packGzip } from '../intake/made-files';
import { encode } from '../intake/reading-files';
import { bring, csv, sales, SALES_HEADER } from './support/files';
import { openSample, watch } from './support/site';

const rows = sales(200);

async function sqlite(): Promise<Uint8Array> {
  const database = new (await initSqlJs()).Database();
  database.run(`CREATE TABLE sales (${SALES_HEADER.map((name) => `"${name}" TEXT`).join(', ')})`);
  for (const row of rows) database.run(`INSERT INTO sales VALUES (${SALES_HEADER.map(() => '?').join(', ')})`, row);
  return database.export();
}
const xls = (): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([[...SALES_HEADER], ...rows]), 'Sales');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
};
const json = (): Uint8Array =>
  encode(JSON.stringify(rows.map((row) => Object.fromEntries(SALES_HEADER.map((name, at) => [name, row[at]])))));

/** All readers, SQLite included, are fetched from the page's own host under its policy. */
for (const [name, made] of [
  ['till.xls', xls],
  ['till.db', sqlite],
  ['till.json', json],
  ['till.csv.gz', () => packGzip(encode(csv(SALES_HEADER, rows)))],
] as const)
  test(`reads sales from ${name}`, async ({ page }) => {
    const complaints = watch(page);
    await openSample(page);
    await bring(page, { name, content: await made() });
    const balance = page.getByLabel('Balance of rows').getByRole('definition');
    await expect(balance).toHaveText(['200', '200', '0', '0', '0']);
    expect(complaints).toEqual([]);
  });
