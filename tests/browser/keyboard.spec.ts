import { expect, test, type Locator, type Page } from '@playwright/test';
import { csv, sales, SALES_HEADER } from './support/files';
import { chart, number, panel, parseCsv } from './support/site';

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, back = false): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  await expect(target).toBeFocused();
}

test('the way from a file to the exported list of the customers behind a mark needs only the keyboard', async ({
  page,
}) => {
  await page.goto('./#start');
  // Waited for before the keys are pressed: Playwright reports a file chooser only to a listener that is there already.
  const chosen = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: 'Choose files' }));
  await page.keyboard.press('Enter');
  const chooser = await chosen;
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles({
    name: 'till.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv(SALES_HEADER, sales(900, 60))),
  });
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  // To the filter by its shortcut, a change there, and back to the former focus.
  await page.keyboard.press('/');
  const who = page.getByRole('button', { name: /^Which customers/ });
  await expect(who).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('dialog').getByLabel('best fifth'));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(who).toHaveAccessibleName(/best fifth$/);
  await expect(who).toBeFocused();

  // A chart is one stop for Tab; arrows move in it, Enter opens the customers.
  await tabTo(page, page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Growth' }), true);
  await page.keyboard.press('Enter');
  const fifths = panel(page, 'What each fifth of the customers is worth');
  await expect(fifths).not.toHaveClass(/waiting/);
  await tabTo(page, chart(fifths));
  await page.keyboard.press('Home');
  await expect(fifths.locator('[aria-live]')).toContainText('12 customers');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Customers · Perennial');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText(/^12 customers/);
  await expect(title).toBeFocused();

  await tabTo(page, page.getByRole('button', { name: 'Save as CSV' }));
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const { readFile } = await import('node:fs/promises');
  const [header, ...rows] = parseCsv(await readFile(await download.path(), 'utf8'));
  expect(header.slice(0, 5)).toEqual(['customer', 'name', 'email', 'purchases', 'net']);
  expect(rows).toHaveLength(number(await title.innerText()));
  expect(new Set(rows.map(([id]) => id)).size).toBe(12);
  const net = rows.map((row) => Number(row[4]));
  expect(net).toEqual([...net].sort((a, b) => b - a));
});

test('a skip link passes the navigation, and every stop shows its focus', async ({ page }) => {
  await page.goto('./');
  await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  const unseen: string[] = [];
  const seen = new Set<string>();
  for (let stop = 0; stop < 60; stop++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement!;
      const outline = getComputedStyle(element);
      // A chart shows the focus ring on its mark, a brush on its handle.
      const drawn = element.querySelector('.ring') ?? element.querySelector('.knob');
      const width = parseFloat(
        drawn ? getComputedStyle(drawn).strokeWidth : outline.outlineStyle === 'none' ? '0' : outline.outlineWidth,
      );
      const box = element.getBoundingClientRect();
      const name = `${element.tagName} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}`;
      return { name, ringed: width >= 2 || element === document.body, small: box.width < 1 || box.height < 1 };
    });
    seen.add(here.name);
    if (!here.ringed || here.small) unseen.push(here.name);
    await page.keyboard.press('Tab');
  }
  expect(seen.size).toBeGreaterThan(30);
  expect(unseen).toEqual([]);
});

test('a chart is read mark by mark, filtered by Space and left by Escape', async ({ page }) => {
  await page.goto('./#retention');
  const cohorts = panel(page, 'Who came back, by first purchase');
  await expect(chart(cohorts)).toBeVisible();
  await chart(cohorts).focus();
  const said = cohorts.locator('[aria-live]');
  await page.keyboard.press('Home');
  await expect(said).toHaveText(/^Jan 2023\. \d+ customers won/);
  await page.keyboard.press('ArrowDown');
  await expect(said).toHaveText(/^Feb 2023\./);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^Which customers: .*Feb 2023$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toHaveText('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Which customers: all customers' })).toBeVisible();
});
