import { expect, test } from '@playwright/test';
import { encode, writeZip } from '../intake/reading-files';
import { bring, choose, csv, sales, SALES_HEADER, type Brought } from './support/files';
import { chart, finding, go, openSample, panel, parseCsv, readTable, saved, watch } from './support/site';

type Made = Exclude<Brought, string>;
const bomb = writeZip([
  { name: 'xl/workbook.xml' },
  { name: 'xl/worksheets/sheet1.xml', content: 'x', claims: 2 ** 31 },
]);
const binary = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 251);
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...encode('and more,of it\n')]);

const REFUSED: readonly (readonly [file: Made, what: string])[] = [
  [{ name: 'photo.csv', content: png }, 'photo.csv is not a table: it looks like a PNG picture.'],
  [{ name: 'report.pdf', content: '%PDF-1.7\n1 0 obj\n' }, 'report.pdf is not a table: it looks like a PDF document.'],
  [{ name: 'blob.csv', content: binary }, 'blob.csv is not a table: it looks like binary data.'],
  [{ name: 'empty.csv', content: '' }, 'empty.csv is empty.'],
  [{ name: 'header.csv', content: 'Customer,Date,Amount\n' }, 'header.csv has a header but no rows.'],
  [{ name: 'bomb.xlsx', content: bomb }, 'bomb.xlsx would unpack to 2147 MB, more than can be held.'],
  [{ name: 'cut.xlsx', content: bomb.slice(0, -8) }, 'cut.xlsx cannot be unpacked.'],
  [
    { name: 'web.csv', content: '<!DOCTYPE html>\n<html><p>Not found</p></html>' },
    'web.csv is not a table: it looks like a web page (HTML).',
  ],
];

test('a file that is not a table is refused with one sentence, and the files before it stay', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  for (const [file, what] of REFUSED)
    await test.step(file.name, async () => {
      await choose(page, file);
      await expect(page.getByRole('alert')).toContainText(what);
      await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await expect(page.getByText('6 tables brought, all in.')).toBeVisible();
    });
  await go(page, 'Life cycle');
  const balance = panel(page, /^The customer balance/);
  await expect(chart(balance)).toBeVisible();
  await expect(finding(balance)).toContainText('n = 2,563');
  expect(complaints).toEqual([]);
});

test('a rejected row is shown with line, value and reason, counted in the balance, and saved as a file', async ({
  page,
}) => {
  const rows = sales(200);
  rows[99][1] = 'soon';
  rows[149][4] = 'ten pounds';
  await openSample(page);
  await bring(page, { name: 'till.csv', content: csv(SALES_HEADER, rows) });
  await expect(page.getByLabel('Balance of rows').getByRole('definition')).toHaveText(['200', '198', '2', '0', '0']);
  const rejected = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Rejected: 2 rows' }) });
  await rejected.getByRole('button', { name: 'List them one by one' }).click();
  const listed = await readTable(rejected.getByRole('table'));
  expect(listed.map((row) => [row['Line'], row['Column'].toLowerCase(), row['Value']])).toEqual([
    ['101', 'date', 'soon'],
    ['151', 'amount', 'ten pounds'],
  ]);
  for (const { Reason } of listed) expect(Reason).not.toBe('');
  const file = await saved(page, () => page.getByRole('button', { name: 'Download rejected rows (2)' }).click());
  expect(file.name).toBe('rejected-rows.csv');
  const [header, ...lines] = parseCsv(file.text);
  expect(header).toEqual(['file', 'line', 'column', 'value', 'reason']);
  expect(lines).toEqual(listed.map((row) => ['till.csv', row['Line'], row['Column'], row['Value'], row['Reason']]));
});
