import { expect, test, type Page } from '@playwright/test';
import { finding, go, openPart, panel, readTable, tableOf, type Cells } from './support/site';

const ENDLESS = 'WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT count(*) FROM c';

const editor = (page: Page) => page.getByRole('textbox', { name: 'SQL statement' });
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' }).getByRole('table');

async function openConsole(page: Page): Promise<void> {
  await page.goto('./#sql');
  await expect(page.locator('.cm-editor')).toBeVisible();
}
async function ask(page: Page, sql: string): Promise<void> {
  // The editor redraws its lines when it is emptied, so its text is checked before it is run.
  await expect(async () => {
    await editor(page).fill(sql);
    expect((await editor(page).locator('.cm-line').allInnerTexts()).join('\n').trim()).toBe(sql);
  }).toPass();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
}
async function choose(page: Page, which: RegExp, value: string): Promise<void> {
  await page.getByRole('button', { name: which }).click();
  await page.getByRole('dialog').getByLabel(value).check();
  await page.keyboard.press('Escape');
}

test('charts answer during a long statement, which can be cancelled, and the next one runs', async ({ page }) => {
  // The limit of ten seconds has a test of its own; here it must not end the statement before it is cancelled.
  await page.addInitScript(() => {
    const setTimeout = window.setTimeout.bind(window);
    window.setTimeout = ((work: () => void, wait?: number) =>
      setTimeout(work, wait === 10_000 ? 90_000 : wait)) as typeof window.setTimeout;
  });
  await openConsole(page);
  await expect(page.locator('summary', { hasText: /^transactions$/ })).toBeVisible();
  await ask(page, ENDLESS);
  await expect(page.getByText(/^Running for/)).toBeVisible();
  await go(page, 'Life cycle');
  const balance = panel(page, /^The customer balance/);
  await expect(finding(balance)).toContainText('n = 2,563');
  await choose(page, /^Which customers/, 'best fifth');
  await expect(finding(balance)).toContainText('n = 516');
  const [first] = await page.getByRole('slider').all();
  await first.press('ArrowRight');
  await expect(page.getByRole('button', { name: /^When: Feb 2023/ })).toBeVisible();
  await go(page, 'SQL');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^Stopped\./)).toBeVisible();
  await ask(page, 'SELECT 40 + 2 AS n');
  await expect(answer(page).getByRole('cell')).toHaveText('42');
});

test('a statement that does not read is refused with a sentence, and an error is shown at the statement', async ({
  page,
}) => {
  await openConsole(page);
  for (const [sql, sentence] of [
    ['PRAGMA writable_schema = 1', /^A statement that begins with PRAGMA is not run: statements here only read\./],
    ["ATTACH 'x.db' AS other", /^A statement that begins with ATTACH is not run/],
    ['VACUUM', /^A statement that begins with VACUUM is not run/],
    ['SELECT 1; SELECT 2', /^A second statement begins in line 1: one runs at a time\./],
    ['SELECT *\nFROM nowhere', /^SQLite says: no such table: nowhere/],
    ['SELECT a\nFORM b', /^SQLite says: near .+ \(line 2\)\./],
  ] as const)
    await test.step(sql, async () => {
      await ask(page, sql);
      await expect(page.getByRole('alert')).toHaveText(sentence);
      await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    });
  await ask(page, 'SELECT COUNT(*) AS n FROM customers');
  await expect(answer(page).getByRole('cell')).toHaveText('3560');
});

test('the query of a panel gives the numbers of its table under the same options and filter', async ({ page }) => {
  await page.goto('./#retention');
  const curve = panel(page, 'Share buying again, all cohorts together');
  await expect(finding(curve)).toContainText('month after');
  await choose(page, /^What they bought/, 'Tableware');
  await panel(page, 'Who came back, by first purchase').getByRole('button', { name: 'quarter', exact: true }).click();
  await expect(finding(curve)).toContainText('quarter after');
  const asShown = (rows: readonly Cells[], columns: readonly string[]) =>
    rows.map((row) => columns.map((column) => Number(row[column].replace(',', ''))));
  const shown = asShown(await tableOf(curve), ['period', 'old enough', 'buying']);
  expect(shown.length).toBeGreaterThan(5);
  await openPart(curve, 'SQL');
  const sql = await curve.getByRole('region', { name: 'SQL' }).innerText();
  await curve.getByRole('button', { name: 'Run and change it' }).click();
  await expect(page).toHaveTitle('SQL · Perennial');
  await expect(answer(page)).toBeVisible();
  // The editor draws only the lines in view.
  await expect(page.locator('.cm-content')).toContainText(sql.trim().split('\n')[0].trim());
  expect(asShown(await readTable(answer(page)), ['period', 'eligible', 'active'])).toEqual(shown);
  // The changed statement has another result.
  await ask(page, 'SELECT unit FROM options');
  await expect(answer(page).getByRole('cell')).toHaveCount(1);
});
