import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { watchSaved } from './saved';

const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n';
const editor = (page: Page) => page.getByRole('textbox', { name: 'SQL statement' });

/** Collects refusals of the security policy and errors of scripts. */
function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}
async function open(page: Page): Promise<void> {
  await page.goto('./#sql');
  await expect(page.getByRole('heading', { name: 'SQL', level: 1 })).toBeVisible();
  await expect(page.locator('summary', { hasText: /^transactions$/ })).toBeVisible();
  await expect(page.locator('.cm-editor')).toBeVisible();
}
async function ask(page: Page, sql: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(sql);
  await page.keyboard.press('Control+Enter');
}

test('a statement can be written, run and saved by keyboard alone', async ({ page }) => {
  const complaints = watch(page);
  const saved = await watchSaved(page);
  await open(page);
  await ask(
    page,
    "SELECT '=1+1' AS formula, 1.5 AS number, NULL AS empty, '<img src=x onerror=alert(1)>' AS markup / 1",
  );
  await expect(page.getByRole('alert')).toContainText('SQLite says: near "/": syntax error (line 1)');
  await ask(page, "SELECT '=1+1' AS formula, 1.5 AS number, NULL AS empty, '<img src=x onerror=alert(1)>' AS markup");
  await expect(page.getByRole('heading', { name: '1 row' })).toBeVisible();
  await expect(page.getByRole('cell')).toHaveText(['=1+1', '1.5', 'NULL', '<img src=x onerror=alert(1)>']);
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect(await saved()).toBe("formula,number,empty,markup\r\n'=1+1,1.5,,<img src=x onerror=alert(1)>\r\n");
  expect(complaints).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('a slash can be typed in the field, and table names are completed', async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.type('SELECT 4/2 FROM scoped_tra');
  await expect(page.locator('.cm-tooltip-autocomplete')).toContainText('scoped_transactions');
  await page.keyboard.press('Escape');
  await expect(editor(page)).toContainText('SELECT 4/2 FROM scoped_tra');
});

test('refuses a statement that would change the data', async ({ page }) => {
  await open(page);
  await ask(page, 'DELETE FROM customers');
  await expect(page.getByRole('alert')).toContainText('A statement that begins with DELETE is not run');
  await ask(page, 'SELECT 1;\nDROP TABLE customers');
  await expect(page.getByRole('alert')).toContainText('A second statement begins in line 2');
  await ask(page, 'SELECT COUNT(*) > 100 AS still FROM customers');
  await expect(page.getByRole('cell')).toHaveText('1');
});

test('cuts an endless result, and the rest of the page keeps working', async ({ page }) => {
  await open(page);
  await ask(page, 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n');
  await expect(page.getByRole('heading', { name: '10,000 rows, cut there' })).toBeVisible();
});

test('a long statement can be cancelled, and the next one runs', async ({ page }) => {
  await open(page);
  await ask(page, ENDLESS);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped.')).toBeVisible();
  await ask(page, 'SELECT 40 + 2');
  await expect(page.getByRole('cell')).toHaveText('42');
});

test('stops a statement after ten seconds, while the charts answer', async ({ page }) => {
  await open(page);
  await ask(page, ENDLESS);
  await page.getByRole('link', { name: 'Customers' }).click();
  await expect(page.getByRole('grid')).toContainText('£');
  await page.getByRole('link', { name: 'SQL' }).click();
  await expect(page.getByRole('alert')).toContainText('10 seconds');
  await ask(page, 'SELECT 40 + 2');
  await expect(page.getByRole('cell')).toHaveText('42');
});

test('the filtered tables follow the filter sentence', async ({ page }) => {
  await open(page);
  const count = async () => {
    await ask(page, 'SELECT COUNT(*) FROM scoped_customers');
    await expect(page.getByRole('heading', { name: '1 row' })).toBeVisible();
    return Number(await page.getByRole('cell').innerText());
  };
  const all = await count();
  await page.getByRole('button', { name: 'Which customers' }).click();
  await page.getByRole('dialog').getByText('best fifth').click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Of an earlier filter')).toBeVisible();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText('Of an earlier filter')).toBeHidden();
  expect(await page.getByRole('cell').innerText()).not.toBe(String(all));
});

test('a panel opens its query in the console, where it runs with the same options', async ({ page }) => {
  await page.goto('./#retention');
  const panel = page.locator('article.panel').first();
  await panel.getByRole('button', { name: 'SQL', exact: true }).click();
  await page.getByRole('button', { name: 'Run and change it' }).first().click();
  await expect(page.getByRole('heading', { name: 'SQL', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^[\d,]+ rows/ })).toBeVisible();
  await expect(page.getByText(/The query of “.+”/)).toBeVisible();
});
