import { expect, test } from '@playwright/test';
import { tableFromIPC } from 'apache-arrow';
import { readFile } from 'node:fs/promises';
import { go, openPart, openSample, panel, watch } from './support/site';

test('a panel’s table goes out as Arrow, under the page’s policy', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  await go(page, 'Growth');
  const fifths = panel(page, 'What each fifth of the customers is worth');
  await openPart(fifths, 'Export');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    fifths.getByRole('button', { name: 'Table as Arrow' }).click(),
  ]);
  const table = tableFromIPC(await readFile(await download.path()));
  expect(Array.from(table.getChild('quintile')!)).toEqual([1, 2, 3, 4, 5]);
  expect(complaints).toEqual([]);
});
