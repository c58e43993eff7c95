import { expect, test, type Page } from '@playwright/test';
import { bring, csv, sales, SALES_HEADER } from './support/files';
import { finding, go, listed, panel, tableOf, watch } from './support/site';

const small = (name: string, lines = 300) => ({ name, content: csv(SALES_HEADER, sales(lines)) });
const kept = (page: Page) => page.getByText(/^Kept in this browser, [\d.,]+ [kM]?B/);
const balanceOf = (page: Page) => page.getByLabel('Balance of rows').getByRole('definition');

/** A fresh browser with a file of the user's own, kept. */
async function bringKept(page: Page, name = 'till.csv', lines = 300): Promise<void> {
  await page.goto('./#data');
  await expect(page.getByText('5 tables brought, all in.')).toBeVisible();
  await bring(page, small(name, lines));
  await expect(kept(page)).toBeVisible();
}

test('a reload opens the workspace again, with its page, its filter and the same figures', async ({ page }) => {
  const complaints = watch(page);
  await bringKept(page);
  await go(page, 'Growth');
  const fifths = await tableOf(panel(page, 'How much the best customers bring'));
  await go(page, 'Customers');
  const all = await listed(page);
  await page.getByRole('button', { name: /^What they bought/ }).click();
  await page.getByRole('dialog').getByLabel('Tea').check();
  await page.keyboard.press('Escape');
  await expect.poll(() => listed(page)).toBeLessThanOrEqual(all);
  const some = await listed(page);
  await page.waitForTimeout(1_500);
  await page.reload();
  await expect(page).toHaveTitle('Customers · Perennial');
  await expect(page.getByText('a sample company')).toHaveCount(0);
  expect(await listed(page)).toBe(some);
  await expect(page.getByRole('button', { name: /^What they bought/ })).toContainText('Tea');
  await go(page, 'Growth');
  await expect(finding(panel(page, 'How much the best customers bring'))).toBeVisible();
  await go(page, 'Data');
  await expect(balanceOf(page)).toHaveText(['300', '300', '0', '0', '0']);
  await expect(kept(page)).toBeVisible();
  expect(fifths.length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});
