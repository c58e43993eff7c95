import { expect, test, type Page } from '@playwright/test';
import { chart, go, openPart, openSample, panel, type PageName } from './support/site';

const PAGES: readonly PageName[] = ['Life cycle', 'Selection', 'Acquisition', 'Retention', 'Growth', 'Accountability'];

test('every panel shows the SQL that defines its metric', async ({ page }) => {
  test.slow();
  await openSample(page);
  for (const name of PAGES) {
    await go(page, name);
    await showsItsSql(page);
  }
  await page.goto('./#start');
  await page.getByRole('button', { name: 'Open Harbour Bank' }).click();
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await go(page, 'Data');
  await showsItsSql(page);
});

async function showsItsSql(page: Page) {
  const panels = page.getByRole('article').filter({ has: page.getByRole('group', { name: /^More about/ }) });
  await expect(panels.first()).toBeVisible();
  const count = await panels.count();
  for (let at = 0; at < count; at++) {
    await openPart(panels.nth(at), 'SQL');
    await expect(panels.nth(at).getByRole('region', { name: 'SQL' })).toContainText(/\bSELECT\b[^]*\bFROM\b/);
  }
}

test.describe('parts that cannot be fetched', () => {
  // A service worker would answer from its cache.
  test.use({ serviceWorkers: 'block' });

  test('a view that cannot be fetched is said in its panel, and can be fetched again', async ({ page }) => {
    const views = '**/assets/*view-*.js';
    await page.route(views, (route) => route.abort());
    await page.goto('./#retention');
    const stays = panel(page, 'Still a customer');
    const words = 'Part of this page could not be fetched.';
    await expect(stays.getByRole('alert')).toContainText(`${words} Reload to try again.`);
    expect(await page.getByText(words).count()).toBeGreaterThan(3);
    await expect(page.getByText(/csv|xlsx/)).toHaveCount(0);

    await page.unroute(views);
    await stays.getByRole('button', { name: 'Reload' }).click();
    await expect(chart(stays)).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
  });

  test('a page that cannot be fetched is said in its place', async ({ page }) => {
    await openSample(page);
    const growth = '**/assets/Growth-*.js';
    await page.route(growth, (route) => route.abort());
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Growth', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Part of this page could not be fetched.');
    await page.unroute(growth);
    await go(page, 'Retention');
    await expect(chart(panel(page, 'Still a customer'))).toBeVisible();
  });
});
