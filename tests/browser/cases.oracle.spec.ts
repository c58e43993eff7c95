import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { sharedCase } from '../support/shared-data-path.mjs';
import { choose } from './support/files';
import { receipt } from './support/receipt';
import { go, openSample } from './support/site';

// Cases that depend on the browser: its clock, its decoders, its workbooks. Figures are those of each `expected.md`.
const CASES: readonly (readonly [folder: string, headline: RegExp, notice?: RegExp])[] = [
  ['evening-orders-month-end', /^30 orders of 6 customers, 1,035, 31 Jan 2024 to 31 May 2024\. Right\?$/],
  ['merged-customer-cells', /^12 orders of 4 customers, 240, /],
  ['nested-orders-json', /^20 orders of 5 customers, €640, /],
  ['nul-emoji-rtl', /^40 orders of 5 customers, /],
  ['thousand-nbsp', /^24 orders of 4 customers, €29,088, /],
  ['half-swapped-dates', /^61 orders /, /day and month/],
  ['scientific-ids', / customers?, /, /E\+/],
];

test.use({ timezoneId: 'Pacific/Auckland' });

for (const [folder, headline, notice] of CASES)
  test(`${folder} is read in the page as it is read headless`, async ({ page }) => {
    await openSample(page);
    await go(page, 'Data');
    const files = readdirSync(sharedCase(folder)).filter((file) => !file.endsWith('.md'));
    await choose(page, ...files.map((file) => sharedCase(`${folder}/${file}`)));
    const heading = receipt(page).getByRole('heading', { level: 2 });
    await expect(heading).toContainText('Right?');
    await expect(heading).toHaveText(headline);
    if (notice) await expect(page.getByRole('main')).toContainText(notice);
  });
