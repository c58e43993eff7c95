import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openSample } from './support/site';

const assets = path.resolve(import.meta.dirname, '../../dist/assets');

/** Folders of packages, as the source maps of the built site name them: page and workers. */
function packagesInMaps(): string[] {
  const maps = readdirSync(assets).filter((file) => file.endsWith('.map'));
  const sources = maps.flatMap((file) => {
    const map = JSON.parse(readFileSync(path.join(assets, file), 'utf8')) as { sources: string[] };
    return map.sources.map((source) => path.resolve(assets, source));
  });
  const folders = sources.flatMap((file) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []);
  return [...new Set(folders)].sort();
}

test('the Start page links to the licences of every package in the site', async ({ page }) => {
  await openSample(page, '#start');
  await page.getByRole('link', { name: 'Licences of Perennial and of what it is made with' }).click();
  await expect(page).toHaveURL(/third-party-notices[.]txt$/);
  const text = (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
  expect(text).toContain('MIT License');

  const folders = packagesInMaps();
  expect(folders.length).toBeGreaterThan(20);
  const missing = folders.filter((folder) => {
    const { name, version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      name: string;
      version: string;
    };
    const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    const licence = file ? readFileSync(path.join(folder, file), 'utf8').trim().replaceAll(/\s+/g, ' ') : null;
    return !text.includes(`${name} ${version} (`) || licence === null || !text.includes(licence);
  });
  expect(missing).toEqual([]);
  // No source map names these: they are a binary and a font.
  expect(text).toMatch(/ sql[.]js [0-9.]+ \(MIT\)/);
  expect(text).toMatch(/ @fontsource-variable\/source-sans-3 [0-9.]+ \(OFL-1[.]1\)/);
});

test('the built site has its own licence', async ({ request }) => {
  const answer = await request.get('./LICENSE');
  expect(await answer.text()).toBe(readFileSync(path.resolve(assets, '../../LICENSE'), 'utf8'));
});
