import { expect, type Page } from '@playwright/test';
import { bring, csv, sales, SALES_HEADER } from './files';

export const small = (name: string, lines = 300) => ({ name, content: csv(SALES_HEADER, sales(lines)) });
export const keptLine = (page: Page) => page.getByText(/^Kept in this browser, [\d.,]+ [kM]?B/);
export const balance = (page: Page) => page.getByLabel('Balance of rows').getByRole('definition');
export const inList = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
export const loaded = (page: Page) => expect(page.getByText(/brought, all in\.$/)).toBeVisible();

/** A file of the user's own in a fresh browser, kept. */
export async function bringKept(page: Page, name = 'till.csv', lines = 300): Promise<void> {
  await page.goto('./#data');
  await loaded(page);
  await bring(page, small(name, lines));
  await expect(keptLine(page)).toBeVisible();
}
export async function start(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Perennial' }).click();
  await expect(page.getByRole('heading', { name: 'Kept in this browser' })).toBeVisible();
}
/** The files in the store, by their extensions. */
export const stored = (page: Page) =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    try {
      const folder = await root.getDirectoryHandle('perennial-workspaces');
      const entries = (folder as unknown as { keys(): AsyncIterable<string> }).keys();
      for await (const name of entries) names.push(name.replace(/^.*[.]/, ''));
    } catch {
      // There is no such folder.
    }
    return names.sort();
  });
