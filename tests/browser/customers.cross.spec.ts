import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { watchSaved } from './saved';

const HOSTILE = '<img src=x onerror=document.title="run">';
const sales = [
  'Customer,Name,Date,Order,Product,Amount',
  `k1,${HOSTILE.replaceAll('"', '""').replace(/^|$/g, '"')},2024-01-05,a,Tea,10.00`,
  'k2,=HYPERLINK(1),2024-02-01,b,Cups,20.00',
  'k2,=HYPERLINK(1),2024-02-09,b,Cups,-5.00',
];

async function open(page: Page): Promise<void> {
  await page.goto('./#customers');
  await expect(page.getByRole('grid')).toContainText('£');
}
const firstIds = async (page: Page) => (await page.locator('tr[data-at] td:first-child').allInnerTexts()).slice(0, 3);

test('only the rows in view are in the document; keys move, open a story and return', async ({ page }) => {
  await open(page);
  const grid = page.getByRole('grid');
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
  expect(rows).toBeGreaterThan(1_000);
  await expect.poll(() => page.locator('tr[data-at]').count()).toBeLessThan(60);
  await grid.focus();
  await page.keyboard.press('End');
  await expect(page.locator('tr.active')).toHaveAttribute('aria-rowindex', String(rows + 1));
  await expect(page.locator('tr.active td').first()).not.toHaveText('');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const id = await page.locator('tr.active td').first().innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText(`Customer ${id}`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Orders', exact: true })).toContainText('sales.csv, line');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(page.locator('tr.active td').first()).toHaveText(id);
  await expect(grid).toBeFocused();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('headers sort, and the search narrows', async ({ page }) => {
  await open(page);
  const byNet = await firstIds(page);
  await page.getByRole('button', { name: 'Purchases' }).click();
  await expect(page.getByRole('columnheader', { name: 'Purchases' })).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => firstIds(page)).not.toEqual(byNet);
  const name = await page.locator('tr[data-at="0"] td').nth(1).innerText();
  await page.getByRole('searchbox').fill(name.toUpperCase());
  await expect(page.getByText(`found for “${name.toUpperCase()}”`)).toBeVisible();
  await expect(page.locator('tr[data-at="0"] td').nth(1)).toHaveText(name);
  await page.getByRole('searchbox').fill('no such person');
  await expect(page.getByText('Nobody here matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(page.getByRole('grid')).toContainText('£');
});

test('markup in a name is shown as text, and a formula is text in the file', async ({ page }) => {
  const saved = await watchSaved(page);
  await page.goto('./#data');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'sales.csv', mimeType: 'text/csv', buffer: Buffer.from(sales.join('\n')) });
  await expect(page.getByText('all in')).toBeVisible();
  await page.getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByRole('grid')).toContainText(HOSTILE);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect(await saved()).toContain("k2,'=HYPERLINK(1)");
  await page.locator('tr', { hasText: HOSTILE }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(HOSTILE);
  await expect(page).toHaveTitle(/Customers/);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.locator('tr', { hasText: 'k2' }).click();
  await expect(page.getByRole('region', { name: 'Orders', exact: true })).toContainText('returned');
});

test('a mark opens as many customers as it counts', async ({ page }) => {
  await page.goto('./#retention');
  const chart = page.locator('svg[role="application"]').first();
  await chart.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const label = await page.getByRole('heading', { level: 1, name: /\d+ customers? / }).innerText();
  const count = /^[\d,]+/.exec(label)![0];
  await expect(page.getByRole('status').getByText(new RegExp(`^${count} customers?$`))).toBeVisible();
  await page.getByRole('button', { name: 'All customers in view' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Customers');
  // A view becomes a step in the history only after a moment without changes.
  await page.waitForTimeout(800);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(label);
});
