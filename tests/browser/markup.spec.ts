import { expect, test, type Page } from '@playwright/test';
import { bring, csv } from './support/files';
import { chart, go, openPart, openSample, panel, parseCsv, saved, watch } from './support/site';

// Everything in a file is shown as text, on every page and in every saved file.

const RUN = 'window.__pwned=1';
const HEADER = `<b onmouseover=${RUN}>Region</b>`;
const FILE = `<img src=x onerror=${RUN}>.csv`;
const NAMES = [
  `<img src=x onerror=${RUN}>`,
  `<script>${RUN}</script>`,
  `"><svg onload=${RUN}>`,
  `=HYPERLINK("http://x.example","go")`,
  `+1+cmd|' /C calc'!A0`,
  `@SUM(1,2)`,
];
const CATEGORIES = [`<img src=c onerror=${RUN}>`, `=1+1`, `{{constructor.constructor('${RUN}')()}}`];
const MARKUP = NAMES[0];

/** Six customers who buy in turn, each with a name that contains markup or a formula. */
const lines = Array.from({ length: 72 }, (_, at) => {
  const who = at % 6;
  const month = (Math.floor(at / 6) % 12) + 1;
  return [
    `K${who}`,
    NAMES[who],
    `2023-${String(month).padStart(2, '0')}-1${who}`,
    CATEGORIES[(at + Math.floor(at / 6)) % 3],
    NAMES[who],
    20 + at,
  ];
});
const file = { name: FILE, content: csv(['Customer', 'Customer Name', 'Date', 'Category', HEADER, 'Amount'], lines) };

/** Expects that nothing of the file became an element or was executed. */
async function isHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { __pwned?: number }).__pwned)).toBeUndefined();
  await expect(page.locator('img, iframe, object, embed, [onerror], [onload], [onmouseover]')).toHaveCount(0);
  await expect(page.locator('body script')).toHaveCount(0);
}
/** Expects that a spreadsheet reads no cell as a formula. */
const areNeutral = (text: string) =>
  expect(
    parseCsv(text)
      .flat()
      .filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell))),
  ).toEqual([]);

test.beforeEach(async ({ page }) => {
  await openSample(page);
  await bring(page, file);
});

test('names, categories, headers and the file’s name are text on every page', async ({ page }) => {
  const complaints = watch(page);
  await page.getByRole('button', { name: /^Show the \d other/ }).click();
  await expect(page.getByText(HEADER, { exact: true })).toBeVisible();
  await isHarmless(page);
  for (const name of ['Life cycle', 'Acquisition', 'Retention', 'Growth'] as const) {
    await go(page, name);
    await expect(page.getByRole('application').first()).toBeVisible();
    await isHarmless(page);
  }
  const pairs = panel(page, 'What is bought together');
  await expect(chart(pairs)).toContainText(CATEGORIES[0].slice(0, 8));
  await chart(pairs).focus();
  await page.keyboard.press('Home');
  await expect(pairs.locator('.tip')).toContainText(/<img src=c|\{\{constructor|=1\+1/);
  await openPart(pairs, 'Table');
  await expect(pairs.getByRole('cell', { name: CATEGORIES[0] }).first()).toBeVisible();
  await isHarmless(page);
  expect(complaints).toEqual([]);
});

test('in the filter and in the story of a customer they are text', async ({ page }) => {
  await go(page, 'Customers');
  await expect(page.getByRole('grid')).toContainText(MARKUP);
  await page.getByRole('button', { name: /^What they bought/ }).click();
  await page.getByRole('dialog').getByLabel(CATEGORIES[0]).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^What they bought/ })).toContainText(CATEGORIES[0]);
  await page.getByRole('button', { name: /^Which customers/ }).click();
  await page.getByRole('dialog').getByLabel('By', { exact: true }).selectOption(HEADER);
  await page.getByRole('dialog').getByLabel(NAMES[1]).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row', { name: 'K1' })).toBeVisible();
  await isHarmless(page);
  await page.getByRole('row', { name: 'K1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAMES[1]);
  await expect(page.getByRole('row', { name: HEADER })).toContainText(NAMES[1]);
  await expect(page.getByRole('region', { name: 'Orders', exact: true })).toContainText(FILE);
  await isHarmless(page);
});

test('a statement shows them as text, in its answer and in its error', async ({ page }) => {
  await go(page, 'SQL');
  const ask = async (sql: string) => {
    await page.getByRole('textbox', { name: 'SQL statement' }).fill(sql);
    await page.keyboard.press('Control+Enter');
  };
  await expect(page.locator('.cm-editor')).toBeVisible();
  await ask('SELECT DISTINCT customer_name AS name FROM transactions ORDER BY customer_id');
  await expect(page.getByRole('region', { name: 'Answer' }).getByRole('cell')).toHaveText(NAMES);
  areNeutral((await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click())).text);
  await ask(`SELECT 1 AS "${MARKUP}"`);
  await expect(page.getByRole('columnheader', { name: MARKUP })).toBeVisible();
  await ask(`SELECT * FROM "${MARKUP}"`);
  await expect(page.getByRole('alert')).toContainText(MARKUP);
  await isHarmless(page);
});

test('in every file that is saved a formula is text', async ({ page }) => {
  await go(page, 'Customers');
  await expect(page.getByRole('grid')).toContainText(MARKUP);
  const list = await saved(page, () => page.getByRole('button', { name: 'Save as CSV' }).click());
  areNeutral(list.text);
  expect(list.text).toContain(`"'=HYPERLINK(""http://x.example"",""go"")"`);
  await go(page, 'Growth');
  const pairs = panel(page, 'What is bought together');
  await openPart(pairs, 'Export');
  const table = await saved(page, () => pairs.getByRole('button', { name: 'Table as CSV' }).click());
  areNeutral(table.text);
  expect(table.text).toContain(`'=1+1`);
  const picture = await saved(page, () => pairs.getByRole('button', { name: 'Picture as SVG' }).click());
  const elements = await page.evaluate((svg) => {
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return [...read.querySelectorAll('*')].map(({ localName }) => localName);
  }, picture.text);
  expect(elements).not.toContain('parsererror');
  expect(elements).toContain('text');
  expect(elements.filter((name) => ['script', 'img', 'image', 'foreignObject', 'b'].includes(name))).toEqual([]);
});
