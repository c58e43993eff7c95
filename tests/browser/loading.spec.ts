import { expect, test, type Page } from '@playwright/test';
import { longFile } from './support/cache';
import { bring, choose, csv, drop, sales, SALES_HEADER } from './support/files';
import { chart, finding, go, listed, openSample, panel, watch } from './support/site';

/** Large enough to be cancelled before it is loaded, on any machine. */
const LINES = 400_000;
const small = (name: string, lines = 300) => ({ name, content: csv(SALES_HEADER, sales(lines)) });
const cancelButton = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Cancel' });
const balance = (page: Page) => page.getByLabel('Balance of rows').getByRole('definition');

test('a long load shows its progress, is cancelled at once, and leaves everything as it was', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  await choose(page, longFile(LINES));
  await expect(page.getByRole('progressbar')).toHaveAccessibleName(
    /^Reading lines-400000-v1\.csv: .* of 3\d MB, [\d,]+ rows/,
  );
  await cancelButton(page).click();
  await expect(page.getByText('Stopped. Everything is as it was.')).toBeVisible();
  await expect(cancelButton(page)).toHaveCount(0);
  await expect(page.getByText('6 tables brought, all in.')).toBeVisible();
  await go(page, 'Life cycle');
  await expect(finding(panel(page, /^The customer balance/))).toContainText('n = 2,563');
  // The sample can still be counted anew: none of its files is gone.
  await go(page, 'Data');
  await page.getByLabel('Observed until').fill('2024-12-31');
  await expect(page.getByText('As you have set it.')).toBeVisible();
  await expect(page.getByText('Stopped.')).toHaveCount(0);
  await bring(page, small('next.csv'));
  await expect(balance(page)).toHaveText(['300', '300', '0', '0', '0']);
  expect(complaints).toEqual([]);
});

test('after a load is cancelled while counting, the former files can be counted anew', async ({ page }) => {
  await openSample(page);
  await choose(page, longFile(LINES));
  // Clicks from within the page: on a fast machine this step ends before a click by Playwright arrives.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const look = () => {
          const bar = document.querySelector('progress');
          if (!/^(Checking|Counting)/.test(bar?.getAttribute('aria-label') ?? ''))
            return void requestAnimationFrame(look);
          bar!.parentElement!.querySelector('button')!.click();
          resolve();
        };
        look();
      }),
  );
  await expect(page.getByText('Stopped. Everything is as it was.')).toBeVisible();
  await expect(page.getByText('6 tables brought, all in.')).toBeVisible();
  await page.getByLabel('Observed until').fill('2024-12-31');
  await expect(page.getByText('As you have set it.')).toBeVisible();
  await go(page, 'Customers');
  expect(await listed(page)).toBeGreaterThan(3_000);
});

test('files that are dropped while others are read are added, and none is lost', async ({ page }) => {
  await openSample(page);
  await drop(page, small('first.csv', 400), { name: 'also.csv', content: csv(SALES_HEADER, sales(20_000)) });
  // Other columns, so that no question about adding or replacing appears, however far the first load is.
  await drop(page, { name: 'second.csv', content: csv(['Client', ...SALES_HEADER.slice(1)], sales(300)) });
  // The first load may have opened the life cycle before the second file came.
  await expect(page.getByText('20,700 lines')).toBeVisible();
  await go(page, 'Data');
  await expect(page.getByText('3 files brought, all in.')).toBeVisible();
  await expect(balance(page)).toHaveText(['20,700', '20,700', '0', '0', '0']);
});

test('a page that is reloaded during a load opens and works', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  await choose(page, longFile(LINES));
  await expect(cancelButton(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText('6 tables brought, all in.')).toBeVisible();
  await bring(page, small('after.csv'));
  await go(page, 'Life cycle');
  await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
  expect(complaints).toEqual([]);
});

test('an own file replaces the sample, a second one is added, and all can be forgotten', async ({ page }) => {
  await openSample(page);
  await bring(page, small('one.csv'));
  await expect(page.getByText('1 file brought, all in.')).toBeVisible();
  await choose(page, small('two.csv', 200));
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(page.getByText('2 files brought, all in.')).toBeVisible();
  await expect(balance(page)).toHaveText(['500', '500', '0', '0', '0']);
  await page.getByRole('button', { name: 'Forget everything' }).click();
  await expect(page).toHaveTitle('Start · Perennial');
  await go(page, 'Data');
  await expect(page.getByText('Nothing is here yet.')).toBeVisible();
  // The workers that held the data end, too.
  await expect.poll(() => page.workers().length).toBe(0);
});
