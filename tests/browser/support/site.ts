import { expect, type Download, type Locator, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';

export type PageName =
  'Life cycle' | 'Selection' | 'Acquisition' | 'Retention' | 'Growth' | 'Accountability' | 'Customers' | 'Data' | 'SQL';

/** Collects refusals of the security policy and errors of the page. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** The site with the sample company loaded: the opening is complete. */
export async function openSample(page: Page, hash: '#data' | '#start' = '#data'): Promise<void> {
  await page.goto(`./${hash}`);
  if (hash === '#data') await expect(page.getByText('6 tables brought, all in.')).toBeVisible();
  else await expect(page.getByRole('button', { name: 'Open Fennel & Finch' })).toHaveText('Open again');
}

export async function go(page: Page, name: PageName): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveTitle(`${name} · Perennial`);
}

export const panel = (page: Page, title: string | RegExp): Locator =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
/** The chart of a panel, which takes keys. */
export const chart = (of: Locator): Locator => of.getByRole('application');
/** The text of the mark with the focus. */
export const spoken = (of: Locator): Locator => of.locator('.plot > [aria-live=polite]');
export const finding = (of: Locator): Locator => of.locator('.finding');
export const filterSentence = (page: Page): Locator => page.getByRole('group', { name: 'Filter' });

/** Opens a part of the row under a chart: Meaning, SQL, Table, Export. */
export async function openPart(of: Locator, part: 'Meaning' | 'SQL' | 'Table' | 'Export'): Promise<void> {
  const button = of.getByRole('group', { name: /^More about/ }).getByRole('button', { name: part, exact: true });
  await expect(button).toBeEnabled();
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

export type Cells = Readonly<Record<string, string>>;

/** Rows of a table by their headers, as they are read. */
export async function readTable(table: Locator): Promise<Cells[]> {
  await expect(table.locator('tbody tr').first()).toBeVisible();
  return table.evaluate((element) => {
    const words = (cell: Element) => (cell.textContent ?? '').trim().replace(/\s+/g, ' ');
    const header = [...element.querySelectorAll('thead th')].map(words);
    return [...element.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries([...row.children].map((cell, at) => [header[at], words(cell)])),
    );
  });
}

/** The rows of a panel's Table. */
export async function tableOf(of: Locator): Promise<Cells[]> {
  await openPart(of, 'Table');
  return readTable(of.locator('.drawer').getByRole('table'));
}

/** Customers that the Customers page counts: its own words, and the rows of its list. */
export async function listed(page: Page): Promise<number> {
  const status = page
    .getByRole('main')
    .getByRole('status')
    .filter({ hasText: /customers?/ });
  await expect(status).toHaveText(/^[\d,]+ customers?/);
  return number(await status.innerText());
}
/** The first number in a text. */
export const number = (text: string): number => Number(/\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));

/** The file that a button saves. */
export async function saved(page: Page, press: () => Promise<unknown>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await textOf(download) };
}
const textOf = async (download: Download) => readFile(await download.path(), 'utf8');

/** The cells of an exported CSV, after its byte order mark. */
export function parseCsv(text: string): string[][] {
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true, delimiter: ',' });
  expect(errors).toEqual([]);
  return data;
}
