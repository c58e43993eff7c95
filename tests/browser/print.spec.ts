import { expect, test } from '@playwright/test';
import { chart, finding, panel } from './support/site';

/** The height of A4 within the page's margins of 14 mm, in CSS pixels. */
const PAGE = ((297 - 28) / 25.4) * 96;

test('prints as a report: without controls, with the filter, no panel broken between pages', async ({ page }) => {
  await page.goto('./');
  await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
  await page.getByRole('button', { name: /^What they bought/ }).click();
  await page.getByRole('dialog').getByLabel('Tableware').check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^What they bought: Tableware$/ })).toBeVisible();
  await expect(page.locator('.waiting')).toHaveCount(0);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));

  await expect(page.getByRole('navigation')).toBeHidden();
  for (const name of ['Copy link', 'Meaning', 'Export for a mail-out'])
    await expect(page.getByRole('button', { name }).first()).toBeHidden();
  await expect(page.getByRole('group', { name: 'Filter' })).toContainText('Tableware');
  await expect(page.getByText('Fennel & Finch').first()).toBeVisible();
  for (const one of await page.getByRole('article').all()) {
    await expect(finding(one).or(one.locator('svg')).first()).toBeVisible();
    await expect(one).toHaveCSS('break-inside', 'avoid');
    expect((await one.boundingBox())!.height).toBeLessThan(PAGE);
  }
  const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(
    Math.min(
      ...ground
        .match(/[\d.]+/g)!
        .slice(0, 3)
        .map(Number),
    ),
  ).toBeGreaterThan(200);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('as a PDF it has few pages, and no content wider than the paper', async ({ page }) => {
  await page.goto('./#retention');
  await expect(chart(panel(page, 'Who came back, by first purchase'))).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.slice(0, 5)).toBe('%PDF-');
  const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)!.length;
  expect(pages).toBeGreaterThanOrEqual(2);
  expect(pages).toBeLessThanOrEqual(8);
});

test('a panel that lacks columns is not printed', async ({ page }) => {
  await page.goto('./#selection');
  const lacking = panel(page, 'How long contracts will last');
  await expect(lacking).toContainText('This needs contracts.');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(lacking).toBeHidden();
  const changes = panel(page, 'Who bought lately, often and much').getByLabel('Changes since');
  await expect(changes).toHaveCSS('border-top-width', '0px');
});
