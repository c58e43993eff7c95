import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { bring, choose, csv, SALES_HEADER, sales } from './support/files';
import { go, openSample } from './support/site';

const first = { name: 'january.csv', content: csv(SALES_HEADER, sales(40)) };
const read = (page: Page) =>
  page.getByLabel('Balance of rows').locator('div').filter({ hasText: 'rows read' }).locator('dd');

test('a second file with the same header is added or replaces the first, as the user answers', async ({ page }) => {
  await openSample(page);
  await bring(page, first);
  const february = { name: 'february.csv', content: csv(SALES_HEADER, sales(70).slice(40)) };
  await choose(page, february);
  const question = page.getByRole('region', { name: 'Is february.csv more of january.csv' });
  await expect(question).toContainText('30 rows have come, 40 are here');
  await expect(read(page)).toHaveText('40');
  await question.getByRole('button', { name: 'Add to what is here' }).press('Enter');
  await expect(question).toBeHidden();
  await expect(read(page)).toHaveText('70');

  const again = { name: 'january.csv', content: csv(SALES_HEADER, sales(45)) };
  await choose(page, again);
  await page.getByRole('button', { name: /^Replace/ }).press('Enter');
  await expect(read(page)).toHaveText('45');
  await expect(page.getByRole('heading', { name: 'How we read january.csv' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How we read february.csv' })).toBeHidden();
});

test('a file with another header is added without a question', async ({ page }) => {
  await openSample(page);
  await bring(page, first);
  const customers = csv(
    ['Customer', 'Name', 'Region'],
    Array.from({ length: 30 }, (_, at) => [`C${at}`, `Name ${at}`, ['North', 'South'][at % 2]]),
  );
  await choose(page, { name: 'customers.csv', content: customers });
  await expect(read(page)).toHaveText('70');
});

test('the same file under another name is noticed, and left out or added', async ({ page }) => {
  await openSample(page);
  await bring(page, first);
  await choose(page, { ...first, name: 'copy of january.csv' });
  const said = page.getByRole('region', { name: 'copy of january.csv holds exactly the rows of january.csv.' });
  await said.getByRole('button', { name: 'Leave it out' }).click();
  await expect(said).toBeHidden();
  await expect(read(page)).toHaveText('40');

  await choose(page, { ...first, name: 'copy of january.csv' });
  await said.getByRole('button', { name: 'Add it all the same' }).click();
  await expect(read(page)).toHaveText('80');
  const balance = page.getByLabel('Balance of rows');
  await page.getByRole('radio', { name: 'Merge them: each row counts once' }).check();
  await expect(balance).toContainText(/merged\s*40/);
  await expect(balance).toContainText(/loaded\s*40/);
  await page.getByRole('radio', { name: 'Keep them: each counts' }).check();
  await expect(balance).toContainText(/loaded\s*80/);
});

test('lines in two currencies are counted by a rate, or those in one currency alone', async ({ page }) => {
  await openSample(page);
  const rows = sales(40).map((row, at) => [...row, at % 4 === 0 ? 'EUR' : 'USD']);
  await choose(page, { name: 'mixed.csv', content: csv([...SALES_HEADER, 'Currency'], rows) });
  const question = page.getByRole('region', { name: 'The lines are in 2 currencies' });
  await expect(question).toContainText('10 lines in others are in no figure');
  const balance = page.getByLabel('Balance of rows');
  await question.getByLabel('USD for one EUR').fill('zero');
  await expect(question.getByRole('button', { name: 'Count with these rates' })).toBeDisabled();
  await question.getByLabel('USD for one EUR').fill('1,09');
  await question.getByRole('button', { name: 'Count with these rates' }).click();
  await expect(balance).toContainText(/rejected\s*0/);
  await question.getByLabel('Count in').selectOption('EUR');
  await question.getByRole('button', { name: 'Use only EUR' }).click();
  await expect(balance).toContainText(/loaded\s*10/);
  await go(page, 'Life cycle');
  await expect(page.getByText('10 lines')).toBeVisible();
});

/** Sales with errors that only a person can correct. */
const troubled = () => {
  const rows = sales(240).map((row, at) => [...row, at % 60 === 7 ? 'Cancelled' : 'Shipped']);
  rows[3][0] = '';
  rows[11][4] = 'ask Bob';
  rows[12][4] = 'ask Bob';
  rows[20][1] = '1900-01-01';
  rows[30][4] = '9999999.00';
  rows[40][3] = 'TEST';
  rows[50][2] = rows[51][2];
  rows.push(rows[60]);
  return { name: 'troubled.csv', content: csv([...SALES_HEADER, 'Status'], rows) };
};

test('a reason opens its whole rows, and a changed mapping is counted without dropping the file again', async ({
  page,
}) => {
  await openSample(page);
  await bring(page, troubled());
  const rejected = page.getByRole('article').filter({ has: page.getByRole('heading', { name: 'Rejected: 2 rows' }) });
  await rejected.getByRole('button', { name: 'Show the rows with amount not a number' }).click();
  const table = rejected.getByRole('table', { name: 'troubled.csv' });
  await expect(table.getByRole('columnheader')).toHaveText(['Line', ...SALES_HEADER, 'Status']);
  await expect(table.getByRole('row').nth(1)).toContainText('ask Bob');
  await expect(table.getByRole('row').nth(1).getByRole('cell').first()).toHaveText('13');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download them with all their cells' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split(/\r?\n/)[0]).toMatch(/file,line,column,value,reason,Customer,Date,Order,Category,Amount,Status$/);
  expect(text).toContain('troubled.csv,13,amount,ask Bob,not a number,C');

  await page.getByLabel('Amount is read as').selectOption({ label: 'kept as it is' });
  await page.getByRole('button', { name: 'Count again with these changes' }).click();
  await expect(page.getByLabel('Balance of rows')).toContainText(/rejected\s*0/);
  await page.getByRole('button', { name: /^Show the \d+ other/ }).click();
  await page.getByLabel('Amount is read as').selectOption({ label: 'amount of the line' });
  await page.getByRole('button', { name: 'Count again with these changes' }).click();
  await expect(page.getByLabel('Balance of rows')).toContainText(/rejected, why\s*2/);
});

test('a finding about the data opens its rows', async ({ page }) => {
  await openSample(page);
  await bring(page, troubled());
  const panel = page.getByRole('article', { name: 'Worth knowing about these data' });
  await expect(panel.getByRole('listitem')).toHaveText([
    /^1 line of 239 \(0\.4%\) names no customer/,
    /^1 order number stands under several customers, on 2 lines/,
    /^1 line is beyond .*the largest \D*9,999,999/,
    /^1 line looks like a test: “TEST”/,
    /^4 lines of 239 \(1\.7%\) were cancelled or returned/,
    /^1 row of transactions .* is exactly like an earlier one/,
  ]);
  await panel.getByRole('button', { name: /^Show the rows: 1 line is beyond/ }).press('Enter');
  await expect(panel.getByRole('table')).toContainText('9999999.00');
  await expect(panel.getByRole('table').getByRole('row').nth(1).getByRole('cell').first()).toHaveText('32');
  // An impossible day is a notice: its row counts in totals, but in no figure by time.
  await expect(page.getByText(/“1900-01-01” in “Date” lies more than 20 years from all other days/)).toBeVisible();
});

test('there is no finding where the data are in order', async ({ page }) => {
  await openSample(page);
  await bring(page, { name: 'plain.csv', content: csv(SALES_HEADER, sales(400)) });
  await expect(page.getByText('Worth knowing about these data')).toBeHidden();
});
