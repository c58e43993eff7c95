import { expect, test, type Page } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { readXlsx } from 'hucre/xlsx';
import { readFile } from 'node:fs/promises';
import { chart, go, listed, number, openPart, openSample, panel, watch } from './support/site';

test('exports the table of a panel as Arrow, under the page’s policy', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  await go(page, 'Growth');
  const fifths = panel(page, 'What each fifth of the customers is worth');
  await openPart(fifths, 'Export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    fifths.getByRole('button', { name: 'Table as Arrow' }).click(),
  ]);
  const table = tableFromIPC(await readFile(await download.path()));
  expect(Array.from(table.getChild('quintile')!)).toEqual([1, 2, 3, 4, 5]);
  expect(complaints).toEqual([]);
});

const sheetOf = async (page: Page, press: () => Promise<void>) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const { sheets } = await readXlsx(await readFile(await download.path()));
  const [header, ...rows] = sheets[0].rows;
  return { name: download.suggestedFilename(), header, rows, about: sheets[1].rows.flat() };
};

test('exports lists as workbooks: a campaign by offer, and the customers behind a figure', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  await go(page, 'Growth');
  const offers = panel(page, 'What to offer whom next');
  await openPart(offers, 'Export');
  const press = (name: string) => offers.getByRole('button', { name, exact: true }).click();
  const campaign = await sheetOf(page, () => press('First offers, by offer as XLSX'));
  expect(campaign.name).toMatch(/^fennel-finch-.*-by-offer[.]xlsx$/);
  expect(campaign.header.slice(0, 2)).toEqual(['offer', 'customer']);
  expect(campaign.about[0]).toBe('What to offer whom next');
  expect(campaign.rows.length).toBeGreaterThan(2_000);
  expect(typeof campaign.rows[0][campaign.header.indexOf('expected_profit')]).toBe('number');

  const pairs = panel(page, 'The strongest pairs, and those that stay apart');
  const behind = pairs.getByRole('button', { name: /^[\d,]+: customers with Compost & Soil and Planters$/ });
  const count = Number((await behind.innerText()).replaceAll(',', ''));
  await behind.click();
  expect(await listed(page)).toBe(count);
  const list = await sheetOf(page, () => page.getByRole('button', { name: 'Save as XLSX' }).click());
  expect(list.rows).toHaveLength(count);
  expect(list.rows[0][list.header.indexOf('last_purchase')]).toBeInstanceOf(Date);
  expect(complaints).toEqual([]);
});

test('exports a matrix of many items as one image, in which arrows move', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  await go(page, 'Growth');
  const pairs = panel(page, 'What is bought together');
  await pairs.getByRole('button', { name: 'products', exact: true }).click();
  await pairs.getByRole('button', { name: '60', exact: true }).click();
  await expect(chart(pairs).locator('image')).toHaveAttribute('href', /^data:image\/png/);
  await chart(pairs).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const heard = pairs.locator('.only-heard').filter({ hasText: ' and ' });
  await expect(heard).toHaveText(/customers with both, .* by chance/);
  const count = number(/ ([\d,]+) customers with both/.exec(await heard.innerText())![1]);
  await page.keyboard.press('Enter');
  expect(count).toBeGreaterThan(0);
  expect(await listed(page)).toBe(count);
  expect(complaints).toEqual([]);
});
