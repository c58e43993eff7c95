import { expect, test } from '@playwright/test';
import { parseMapping } from '../../src/intake/understand/mapping/mapping';
import { bring, bringMore, csv, drop, sales, SALES_HEADER } from './support/files';
import { balance, bringKept, inList, keptLine, loaded, press, small, start, stored } from './support/keeping';
import { finding, go, listed, panel, tableOf, watch } from './support/site';

test('a reload opens the workspace again, with its page, its filter and the same figures', async ({ page }) => {
  const complaints = watch(page);
  await bringKept(page);
  await go(page, 'Growth');
  const fifths = await tableOf(panel(page, 'What each fifth of the customers is worth'));
  await go(page, 'Customers');
  const all = await listed(page);
  const unfiltered = page.url();
  await page.getByRole('button', { name: /^What they bought/ }).click();
  await page.getByRole('dialog').getByLabel('Tea').check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^What they bought/ })).toContainText('Tea');
  await expect.poll(() => page.url()).not.toBe(unfiltered);
  await page.reload();
  await expect(page).toHaveTitle('Customers · Perennial');
  await expect(page.getByRole('button', { name: /^What they bought/ })).toContainText('Tea');
  await expect(page.getByText('a sample company')).toHaveCount(0);
  await page.getByRole('button', { name: /^What they bought/ }).click();
  await page.getByRole('dialog').getByLabel('Tea').uncheck();
  await page.keyboard.press('Escape');
  await expect.poll(() => listed(page)).toBe(all);
  await go(page, 'Growth');
  expect(await tableOf(panel(page, 'What each fifth of the customers is worth'))).toEqual(fifths);
  await go(page, 'SQL');
  await page.getByRole('button', { name: 'Net by month' }).click();
  await expect(page.getByRole('region', { name: 'Answer' }).getByRole('row')).toHaveCount(25);
  await go(page, 'Data');
  await expect(balance(page)).toHaveText(['300', '300', '0', '0', '0']);
  await expect(keptLine(page)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a file that is dropped while the kept workspace opens is not lost', async ({ page }) => {
  await bringKept(page, 'till.csv', 60_000);
  await page.reload({ waitUntil: 'commit' });
  await page.locator('input[type=file]').first().waitFor({ state: 'attached' });
  // Other columns, so that no question about adding or replacing appears.
  await drop(page, { name: 'other.csv', content: csv(['Client', ...SALES_HEADER.slice(1)], sales(200)) });
  // It opens the page of the workspace or, where the workspace was loaded first, the Data page with both.
  const counted = page.getByText(/\b(60,)?200 lines\b/);
  await expect(
    page
      .getByText(/brought, all in\.$/)
      .or(counted)
      .first(),
  ).toBeVisible();
  await go(page, 'Life cycle');
  await expect(finding(panel(page, /^The customer balance/))).toContainText('n = 100');
  await expect(page.getByText('a sample company')).toHaveCount(0);
  await go(page, 'Data');
  await expect(page.getByRole('cell', { name: 'other.csv' }).first()).toBeVisible();
  // Alone, or together with the workspace.
  expect(['200', '60,200']).toContain((await balance(page).allInnerTexts())[0]);
});

/** Each file is in it completely or not at all. */
const WHOLE = ['300', '60,300', '120,300', '180,300'];

test('a tab that is closed while saving leaves the last complete workspace', async ({ page, context }) => {
  await bringKept(page);
  for (const wait of [0, 40, 120]) {
    const other = await context.newPage();
    await page.close({ runBeforeUnload: false });
    await other.goto('./#data');
    await loaded(other);
    expect(WHOLE).toContain((await balance(other).allInnerTexts())[0]);
    // A further column, so that no question about adding or replacing appears.
    const header = [...SALES_HEADER, `Note ${wait}`];
    const rows = sales(60_000).map((row) => [...row, '']);
    await drop(other, { name: `more-${wait}.csv`, content: csv(header, rows) });
    await expect(other.getByText('Keeping it in this browser…').or(keptLine(other))).toBeVisible();
    await other.waitForTimeout(wait);
    page = other;
  }
  const last = await context.newPage();
  await page.close({ runBeforeUnload: false });
  await last.goto('./#data');
  await loaded(last);
  expect(WHOLE).toContain((await balance(last).allInnerTexts())[0]);
  await start(last);
  await expect.poll(() => stored(last)).toEqual(['columns', 'manifest']);
  await go(last, 'Life cycle');
  await expect(finding(panel(last, /^The customer balance/))).toContainText('n = 100');
});

test('of two tabs one keeps the workspace; the other says so and can take over', async ({ page, context }) => {
  await bringKept(page);
  const other = await context.newPage();
  await other.goto('./#data');
  await expect(other.getByText('till.csv is open in another tab, which keeps it.')).toBeVisible();
  await expect(balance(other)).toHaveText(['300', '300', '0', '0', '0']);
  await bringMore(page, small('second.csv', 200));
  await expect(balance(page)).toHaveText(['500', '500', '0', '0', '0']);
  await expect(keptLine(page)).toBeVisible();
  // The second takes over with the latest state that the first has kept.
  await press(other, 'Keep it from this tab');
  await expect(balance(other)).toHaveText(['500', '500', '0', '0', '0']);
  await expect(keptLine(other)).toBeVisible();
  await expect(page.getByText('is open in another tab, which keeps it.')).toBeVisible();
  await other.close();
  await press(page, 'Keep it from this tab');
  await expect(keptLine(page)).toBeVisible();
  await expect.poll(() => stored(page)).toEqual(['columns', 'manifest']);
});

test('a workspace is renamed, duplicated and deleted on the Start page', async ({ page }) => {
  const complaints = watch(page);
  await bringKept(page);
  await start(page);
  await press(page, 'Rename till.csv');
  await page.getByLabel('New name').fill('Tills of <b>2023</b>');
  await page.keyboard.press('Enter');
  await expect(inList(page, 'Tills of <b>2023</b>')).toContainText('300 rows');
  await press(page, 'Duplicate Tills of <b>2023</b>');
  const copy = inList(page, 'Tills of <b>2023</b> (copy)');
  await expect(copy).toBeVisible();
  await press(page, 'Delete Tills of <b>2023</b>');
  await press(page, 'Delete it');
  await expect(inList(page, 'Tills of <b>2023</b>')).toHaveCount(0);
  await press(page, 'Open Tills of <b>2023</b> (copy)');
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await go(page, 'Data');
  await expect(balance(page)).toHaveText(['300', '300', '0', '0', '0']);
  await page.reload();
  await loaded(page);
  await expect(balance(page)).toHaveText(['300', '300', '0', '0', '0']);
  expect(complaints).toEqual([]);
});

test('an exported workspace is one file, which opens when it is dropped', async ({ page }) => {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      if (blob.type === 'application/octet-stream') (window as unknown as { saved: Blob }).saved = blob;
      return make(blob);
    };
  });
  await bringKept(page);
  await start(page);
  await press(page, 'Export till.csv');
  await page.waitForFunction(() => 'saved' in window);
  const base64 = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (window as unknown as { saved: Blob }).saved.arrayBuffer());
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''));
  });
  const content = Buffer.from(base64, 'base64');
  await press(page, 'Delete till.csv');
  await press(page, 'Delete it');
  await expect(page.getByRole('heading', { name: 'Kept in this browser' })).toHaveCount(0);
  await drop(page, { name: 'till.perennial', content: content.subarray(0, content.length - 40) });
  await expect(page.getByRole('alert')).toContainText('till.perennial cannot be opened: it is cut short or damaged.');
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await drop(page, { name: 'till.perennial', content });
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await go(page, 'Data');
  await expect(balance(page)).toHaveText(['300', '300', '0', '0', '0']);
  await expect(keptLine(page)).toBeVisible();
});

test('forgetting everything leaves only the files of the application', async ({ page }) => {
  await bringKept(page);
  await start(page);
  await press(page, 'Duplicate till.csv');
  await expect(inList(page, 'till.csv (copy)')).toBeVisible();
  await press(page, 'dark');
  await press(page, 'Forget everything');
  await expect(page.getByRole('dialog')).toContainText('2 kept workspaces go');
  await press(page, 'Forget it all');
  await expect(page.getByRole('heading', { name: 'Kept in this browser' })).toHaveCount(0);
  expect(await stored(page)).toEqual([]);
  const left = await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage).filter((name) => sessionStorage.getItem(name) !== ''),
    databases: ((await indexedDB.databases?.()) ?? []).map(({ name }) => name),
    caches: (await caches.keys()).filter((name) => !name.startsWith('perennial ')),
    theme: document.documentElement.dataset['theme'] ?? 'system',
  }));
  expect(left).toEqual({ local: [], session: [], databases: [], caches: [], theme: 'system' });
  await page.goto('./');
  await page.reload();
  await expect(page.getByText('This is Fennel & Finch, a sample company.')).toBeVisible();
});

test('a file with the same header is read as the one before it, says so, and can be guessed anew', async ({ page }) => {
  await bringKept(page);
  await page.getByLabel('Category is read as').selectOption('transactions.product');
  await press(page, 'Count again with these changes');
  await loaded(page);
  await press(page, 'Forget this file');
  await page.goto('./#data');
  await page.reload();
  await bring(page, small('march.csv', 100));
  await expect(page.getByText('Read as you had files with this header read before.')).toBeVisible();
  await expect(page.getByLabel('Category is read as')).toHaveValue('transactions.product');
  await press(page, 'Read it as its values say');
  await expect(page.getByLabel('Category is read as')).toHaveValue('transactions.category');
  await press(page, 'Count again with these changes');
  await bringMore(page, small('april.csv', 120));
  await expect(page.getByText('Read as you had files with this header read before.')).toHaveCount(0);
});

test('a mapping is saved as a file that the report reads, and a mapping file is applied', async ({ page }) => {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      if (blob.type === 'application/json') (window as unknown as { saved: Promise<string> }).saved = blob.text();
      return make(blob);
    };
  });
  await bringKept(page);
  await press(page, 'Save the mapping');
  await page.waitForFunction(() => 'saved' in window);
  const mapping = parseMapping(
    JSON.parse(await page.evaluate(() => (window as unknown as { saved: Promise<string> }).saved)),
  );
  expect(mapping.transactions).toMatchObject({ customer: 'Customer', category: 'Category', amount: 'Amount' });
  const { category, ...rest } = mapping.transactions!;
  const use = async (content: object | string) =>
    page.locator('input[type=file][accept=".json"]').setInputFiles({
      name: 'mapping.json',
      mimeType: 'application/json',
      buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    });
  await use({ transactions: { ...rest, product: category } });
  await expect(page.getByLabel('Category is read as')).toHaveValue('transactions.product');
  await press(page, 'Count again with these changes');
  await loaded(page);
  await use({ transactions: { customer: 'Kunde' } });
  await expect(page.getByRole('alert')).toContainText('mapping.json names columns that none of these files has.');
  await use('{ "transactions": { "nonsense": "Customer" } }');
  await expect(page.getByRole('alert')).toContainText('The mapping cannot be used at transactions.nonsense');
  await expect(page.getByLabel('Category is read as')).toHaveValue('transactions.product');
});
