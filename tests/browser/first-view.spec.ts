import { expect, test, type Page } from '@playwright/test';
import { csv, drop, sales, SALES_HEADER } from './support/files';
import { showColumns } from './support/receipt';
import { chart, finding, go, listed, panel, tableOf, watch } from './support/site';

/** Delays the sample's sales, so that the engine cannot count yet; the returned function releases them. */
async function heldBack(page: Page): Promise<() => void> {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/sample-data/shop/sales.csv', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
const balanceOf = (page: Page) => panel(page, /^The customer balance/);
const words = (page: Page) => page.getByRole('main').innerText();

test('the first page is complete before the files are loaded, and stays the same afterwards', async ({ page }) => {
  const complaints = watch(page);
  const release = await heldBack(page);
  await page.goto('./');
  await expect(chart(balanceOf(page))).toBeVisible();
  const panels = page.getByRole('article');
  const count = await panels.count();
  expect(count).toBeGreaterThan(6);
  for (let at = 0; at < count; at++) await expect(panels.nth(at).locator('figure svg').first()).toBeVisible();
  await expect(panel(page, 'With us and gone, month by month')).toContainText('Counted otherwise: ');
  await expect(page.getByRole('region', { name: /^Next: speak to/ }).getByRole('row')).toHaveCount(8);
  const before = await words(page);
  const table = await tableOf(balanceOf(page));
  expect(await page.getByText('counting').count()).toBe(0);

  await page.reload();
  release();
  await go(page, 'Data');
  await expect(page.getByText('6 tables brought, all in.')).toBeVisible();
  await go(page, 'Life cycle');
  await expect(chart(balanceOf(page))).toBeVisible();
  await expect.poll(() => words(page)).toBe(before);
  expect(await tableOf(balanceOf(page))).toEqual(table);
  expect(complaints).toEqual([]);
});

test('a query before the files are loaded waits for them and is answered', async ({ page }) => {
  const release = await heldBack(page);
  await page.goto('./');
  await expect(chart(balanceOf(page))).toBeVisible();
  await go(page, 'Customers');
  await go(page, 'SQL');
  await page.getByRole('textbox', { name: 'SQL statement' }).fill('SELECT COUNT(*) AS lines FROM lines');
  await page.keyboard.press('Control+Enter');
  await go(page, 'Retention');
  const stays = panel(page, 'Still a customer');
  await expect(stays).toBeVisible();
  await expect(finding(stays)).toHaveCount(0);
  release();
  await expect(finding(stays)).toContainText('Half of the customers are gone after');
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveTitle('Customers · Perennial');
  expect(await listed(page)).toBeGreaterThan(3_000);
  await go(page, 'SQL');
  await expect(page.getByRole('cell', { name: '20722' })).toBeVisible();
  await expect(page.locator('summary', { hasText: /^transactions$/ })).toBeVisible();
});

test('own files that are dropped in the meantime take the place of the sample', async ({ page }) => {
  await heldBack(page);
  await page.goto('./');
  await expect(chart(balanceOf(page))).toBeVisible();
  await drop(page, { name: 'own.csv', content: csv(SALES_HEADER, sales(400)) });
  await expect(finding(balanceOf(page))).toContainText('n = 100');
  await expect(page.getByText('This is Fennel & Finch')).toHaveCount(0);
  await go(page, 'Data');
  await showColumns(page);
  await expect(page.getByRole('heading', { level: 2, name: 'How we read own.csv' })).toBeVisible();
});

test('a file that cannot be read leaves no figures of a sample that has not been loaded', async ({ page }) => {
  await heldBack(page);
  await page.goto('./');
  await expect(chart(balanceOf(page))).toBeVisible();
  await drop(page, { name: 'broken.xlsx', content: 'PK\u0003\u0004 no workbook' });
  await expect(page.getByRole('alert')).toContainText('broken.xlsx');
  await expect(balanceOf(page)).toHaveCount(0);
});

test('without the sample’s files there is a sentence, and no prepared figure stays', async ({ page }) => {
  await page.route('**/sample-data/shop/sales.csv', (route) => route.abort());
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('sample');
  await expect(balanceOf(page)).toHaveCount(0);
});
