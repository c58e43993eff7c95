import { inflateRawSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { bring, choose, csv, sales, SALES_HEADER } from './support/files';
import { chart, filterSentence, finding, go, listed, number, openSample, panel, type PageName } from './support/site';

const COHORTS = 'Who came back, by first purchase';
const balanceOf = (page: Page) => panel(page, /^The customer balance/);
const part = (page: Page, label: RegExp) => filterSentence(page).getByRole('button', { name: label });

async function pick(page: Page, label: RegExp, value: string): Promise<void> {
  await part(page, label).click();
  await page.getByRole('dialog').getByLabel(value).check();
  await page.keyboard.press('Escape');
}
/** The view in an address, as JSON. */
const decoded = (url: string): string =>
  inflateRawSync(Buffer.from(new URL(url).hash.replace('#1.', ''), 'base64url')).toString();
/** All figures of a page as one text: equal where the views are equal. */
async function figures(page: Page): Promise<string[]> {
  await expect(page.locator('.waiting')).toHaveCount(0);
  return page.locator('article .finding').allInnerTexts();
}

test.describe('the sentence', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('./');
    await expect(finding(balanceOf(page))).toContainText('n = 2,563');
  });

  test('a changed word changes figures, sentence and address; back and forward undo and redo it', async ({ page }) => {
    const before = { url: page.url(), figures: await figures(page) };
    await pick(page, /^What they bought/, 'Tableware');
    await expect(part(page, /^What they bought: Tableware$/)).toBeVisible();
    await expect(page).not.toHaveURL(before.url);
    await expect(finding(balanceOf(page))).not.toHaveText(before.figures[0]);
    const after = { url: page.url(), figures: await figures(page) };
    expect(JSON.parse(decoded(after.url))).toMatchObject({
      p: 'life-cycle',
      s: 'shop',
      f: [['l', 'category', 'Tableware']],
    });
    await go(page, 'Customers');
    const some = await listed(page);
    expect(some).toBeLessThan(3_560);
    await page.goBack();
    await expect(page).toHaveURL(after.url);
    await page.goBack();
    await expect(part(page, /^What they bought: anything$/)).toBeVisible();
    await expect.poll(() => figures(page)).toEqual(before.figures);
    await page.goForward();
    await expect(part(page, /^What they bought: Tableware$/)).toBeVisible();
    await expect.poll(() => figures(page)).toEqual(after.figures);
  });

  test('a change and another page right after it are two steps of the history', async ({ page }) => {
    await go(page, 'Retention');
    const cohorts = panel(page, 'Who came back, by first purchase');
    const later = cohorts.getByRole('button', { name: 'then or later' });
    await expect(later).toHaveAttribute('aria-pressed', 'false');
    const growth = page.getByRole('navigation').getByRole('link', { name: 'Growth' });
    await later.evaluate(
      async (choice, link) => {
        (choice as HTMLElement).click();
        await new Promise((resolve) => setTimeout(resolve, 50));
        (link as HTMLElement).click();
      },
      await growth.elementHandle(),
    );
    await expect(page).toHaveTitle(/^Growth/);
    await page.goBack();
    await expect(later).toHaveAttribute('aria-pressed', 'true');
    await page.goBack();
    await expect(later).toHaveAttribute('aria-pressed', 'false');
  });

  test('a copied link shows the same view to somebody else', async ({ page, browser, context, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await pick(page, /^Where/, 'North');
    await go(page, 'Retention');
    await panel(page, COHORTS).getByRole('button', { name: 'quarter', exact: true }).click();
    await expect(finding(panel(page, COHORTS))).toContainText('quarter after');
    await page.getByRole('button', { name: 'Copy link' }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(async () => (await copied()).startsWith(new URL('./', baseURL).href)).toBe(true);
    const link = await copied();
    const other = await browser.newPage();
    await other.goto(link);
    await expect(other).toHaveTitle('Retention · Perennial');
    await expect(part(other, /^Where: North$/)).toBeVisible();
    await expect(async () => expect(await figures(other)).toEqual(await figures(page))).toPass();
    await other.close();
  });

  test('a period is brushed by mouse and by keyboard, and every figure follows', async ({ page }) => {
    const all = await finding(balanceOf(page)).innerText();
    const months = panel(page, 'With us and gone, month by month');
    await months.scrollIntoViewIfNeeded();
    const box = (await chart(months).boundingBox())!;
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 0.6 * box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.65 * box.width, y);
    await page.mouse.move(box.x + 0.75 * box.width, y);
    await page.mouse.up();
    await expect(part(page, /^When: (?!all)/)).toBeVisible();
    const [first, last] = [
      page.getByRole('slider', { name: /^First of/ }),
      page.getByRole('slider', { name: /^Last of/ }),
    ];
    const from = Number(await first.getAttribute('aria-valuenow'));
    await first.press('ArrowRight');
    await expect(first).toHaveAttribute('aria-valuenow', String(from + 1));
    await last.press('End');
    const word = await first.getAttribute('aria-valuetext');
    await expect(part(page, new RegExp(`^When: ${word!.slice(0, 3)}.* – Jun 2025$`))).toBeVisible();
    await expect(finding(balanceOf(page))).not.toHaveText(all);
    await first.press('Escape');
    await expect(part(page, /^When: all of/)).toBeVisible();
    await expect(finding(balanceOf(page))).toHaveText(all);
  });
});

test('a click on a mark filters everything else, and a second click removes the filter', async ({ page }) => {
  await page.goto('./#retention');
  const cohorts = panel(page, COHORTS);
  const pooled = finding(panel(page, 'Share buying again, all cohorts together'));
  await expect(pooled).toContainText('n = 2,501');
  const name = chart(cohorts).getByText('Mar 2023', { exact: true });
  await name.hover();
  const won = number(
    await cohorts
      .locator('.tip')
      .getByText(/customers won$/)
      .innerText(),
  );
  await name.click();
  await expect(part(page, /^Which customers: customers: first bought in Mar 2023$/)).toBeVisible();
  await expect(pooled).toContainText(`n = ${won}`);
  // The chart that was clicked still shows all cohorts.
  await expect(chart(cohorts).getByText('Apr 2023', { exact: true })).toBeVisible();
  await name.click();
  await expect(part(page, /^Which customers: all customers$/)).toBeVisible();
  await expect(pooled).toContainText('n = 2,501');
});

/** A chart, and the keys that lead to a mark whose count is its customers. */
const MARKS: readonly (readonly [page: PageName, title: string | RegExp, keys: readonly string[]])[] = [
  ['Life cycle', /^The customer balance/, ['Home']],
  ['Life cycle', /^The customer balance/, ['End']],
  ['Life cycle', 'What changed in net sales', ['Home', 'ArrowDown', 'ArrowDown']],
  ['Life cycle', 'With us and gone, month by month', ['End']],
  ['Acquisition', 'From first contact to a customer who grows', ['End']],
  ['Acquisition', 'New customers', ['End']],
  ['Retention', COHORTS, ['Home', 'ArrowRight']],
  ['Retention', 'Share buying again, all cohorts together', ['Home']],
  ['Retention', 'Who joins, returns and leaves', ['End']],
  ['Growth', 'What is bought together', ['End']],
  ['Growth', 'What each fifth of the customers is worth', ['Home', 'ArrowDown']],
];

test('a mark opens exactly the customers that it counts', async ({ page }) => {
  await page.goto('./');
  await expect(finding(balanceOf(page))).toContainText('n = 2,563');
  await pick(page, /^Where/, 'North');
  for (const [name, title, keys] of MARKS)
    await test.step(`${name}: ${String(title)} ${keys.join(' ')}`, async () => {
      await go(page, name);
      await openMark(page, panel(page, title), keys);
    });
});

/** The title of a list, which comes from the mark, has the count; the list says the same number, and has as many rows. */
async function openMark(page: Page, of: Locator, keys: readonly string[]): Promise<void> {
  await expect(of).not.toHaveClass(/waiting/);
  await chart(of).focus();
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Customers · Perennial');
  const count = number(await page.getByRole('heading', { level: 1 }).innerText());
  expect(count).toBeGreaterThan(0);
  expect(await listed(page)).toBe(count);
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count + 1));
}

test.describe('addresses', () => {
  for (const hash of ['#1.notanaddress', '#1.', '#nowhere', '#1.%3Cscript%3E'])
    test(`the unreadable address ${hash} opens the life cycle with a sentence`, async ({ page }) => {
      await page.goto(`./${hash}`);
      await expect(page.getByText('That link cannot be read')).toBeVisible();
      await expect(page).toHaveTitle('Life cycle · Perennial');
      await expect(chart(balanceOf(page))).toBeVisible();
    });

  test('a value that few customers have is not in the address, and back restores it', async ({ page }) => {
    const rows = sales(120, 40).map((row) => [...row, row[0] === 'C1' ? 'Jane Roe' : 'Everyone else']);
    await openSample(page);
    await bring(page, { name: 'till.csv', content: csv([...SALES_HEADER, 'Contact'], rows) });
    await go(page, 'Customers');
    const all = page.url();
    await part(page, /^Which customers/).click();
    await page.getByRole('dialog').getByLabel('By', { exact: true }).selectOption('Contact');
    await page.getByRole('dialog').getByLabel('Jane Roe').check();
    await page.keyboard.press('Escape');
    await expect.poll(() => listed(page)).toBe(1);
    await pick(page, /^What they bought/, 'Tea');
    await expect(page).not.toHaveURL(all);
    expect(decoded(page.url())).toContain('Tea');
    expect(decoded(page.url())).not.toMatch(/Jane|Contact|till/);
    await go(page, 'Growth');
    await page.goBack();
    await expect(part(page, /^Which customers: customers: Contact Jane Roe$/)).toBeVisible();
  });

  test('a link to a view of own files names the files to drop, and then opens the same view', async ({
    page,
    browser,
  }) => {
    const file = { name: 'till.csv', content: csv(SALES_HEADER, sales(400)) };
    await openSample(page);
    await bring(page, file);
    await go(page, 'Retention');
    await pick(page, /^What they bought/, 'Tea');
    await expect.poll(() => decoded(page.url())).toContain('Tea');
    const other = await browser.newPage();
    await other.goto(page.url());
    await expect(other.getByText('That link shows a view of files that are not in this browser.')).toBeVisible();
    await expect(other).toHaveTitle('Start · Perennial');
    await choose(other, file);
    await expect(part(other, /^What they bought: Tea$/)).toBeVisible();
    await expect(other).toHaveTitle('Retention · Perennial');
    await expect(async () => expect(await figures(other)).toEqual(await figures(page))).toPass();
    await other.close();
  });
});
