import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { choose, csv, SALES_HEADER, sales } from './support/files';
import { chart, go, openSample, panel } from './support/site';
import { VISITS } from './support/visits';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Barriers that axe finds, one line each: by all rules in the light theme, by the rules on colours in the dark one. */
async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])
    ).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${colorScheme} ${id} ${target.join(' ')}: ${failureSummary}`);
  }
  return found;
}

for (const { name, open, structure } of VISITS)
  test(`${name}: no barrier in light or dark, and the expected landmarks and headings`, async ({ page }) => {
    await open(page);
    await expect(page.getByRole('main')).toMatchAriaSnapshot(structure);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await barriers(page)).toEqual([]);
  });

test('a popover of the filter, a question on import and missing columns have no barrier', async ({ page }) => {
  await openSample(page);
  await go(page, 'Growth');
  await page.getByRole('button', { name: /^What they bought/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await go(page, 'Data');
  const rows = Array.from({ length: 24 }, (_, at) => [
    `${(at % 12) + 1}/${(at % 3) + 1}/2023`,
    `B${at}`,
    'Tea',
    '5.00',
  ]);
  await choose(page, { name: 'till.csv', content: csv(['Date', 'Order', 'Category', 'Amount'], rows) });
  await expect(page.getByText('the file cannot say')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: /^Day first/ }).click();
  await expect(page.getByText('This needs to know who bought').first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('questions about files, currencies, findings and whole rows have no barrier', async ({ page }) => {
  await openSample(page);
  const header = [...SALES_HEADER, 'Currency'];
  const rows = sales(120).map((row, at) => [at === 5 ? '' : row[0], ...row.slice(1), at % 9 ? 'USD' : 'EUR']);
  await choose(page, { name: 'mixed.csv', content: csv(header, [...rows, rows[1]]) });
  await page.getByRole('button', { name: /^Show the rows: 1 line of/ }).click();
  await page.getByRole('button', { name: 'Show the rows with currency other currency' }).click();
  await choose(page, { name: 'more.csv', content: csv(header, rows.slice(0, 50)) });
  await expect(page.getByRole('button', { name: 'Add to what is here' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Rows of mixed.csv' })).toHaveCount(2);
  expect(await barriers(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  await expect.poll(() => page.evaluate(over)).toBeLessThanOrEqual(0);
});

test('text of twice the size is not cut, and nothing overflows on a phone', async ({ page }) => {
  await page.goto('./');
  await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['Life cycle', 'Acquisition', 'Retention', 'Growth', 'Customers', 'Data', 'SQL'] as const) {
    await go(page, name);
    await expect(page.locator('.waiting')).toHaveCount(0);
    await expect.poll(overflow, name).toBeLessThanOrEqual(0);
  }
});
