import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { sharedData } from '../support/shared-data-path.mjs';
import { bring, choose, drop } from './support/files';
import { receipt, showColumns } from './support/receipt';
import { chart, finding, go, listed, openSample, panel, tableOf, watch, type Cells } from './support/site';

// Panels against published answers on real files, which are read without a mapping, so that the guesses are tested too.

const COHORTS = 'Who came back, by first purchase';
const POOLED = 'Share buying again, all cohorts together';
const FIFTHS = 'What each fifth of the customers is worth';
const PAIRS = 'What is bought together';
const PRESENT = { exact: true } as const;

const balance = (page: Page) => page.getByLabel('Balance of rows').getByRole('definition');
const ofCohort = (rows: readonly Cells[], cohort: string) =>
  rows.filter((row) => row['cohort'] === cohort).map((row) => Number(row['buying']));
const answers = (path: string) =>
  Papa.parse<Cells>(readFileSync(sharedData(path), 'utf8'), { header: true, skipEmptyLines: true }).data;

test('CDNOW has the published customers, and first cohort month by month', async ({ page }) => {
  const complaints = watch(page);
  await openSample(page);
  await go(page, 'Life cycle');
  await drop(page, sharedData('cdnow_sample/cdnowElog.csv'));
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await expect(finding(panel(page, /^The customer balance/))).toContainText('2,357');
  await go(page, 'Data');
  await expect(balance(page)).toHaveText(['6,919', '6,919', '0', '0', '0']);
  await go(page, 'Customers');
  expect(await listed(page)).toBe(2357);
  await go(page, 'Retention');
  const cohorts = panel(page, COHORTS);
  expect(ofCohort(await tableOf(cohorts), 'Jan 1997').slice(0, 5)).toEqual([781, 124, 95, 70, 65]);
  // The chart has the same figures.
  await cohorts.getByRole('button', { name: 'customers', exact: true }).click();
  await expect(chart(cohorts).getByText('781', PRESENT)).not.toHaveCount(0);
  await expect(chart(cohorts).getByText('124', PRESENT)).not.toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('Online Retail has the published first cohort, all cohorts together, and lines without a customer', async ({
  page,
}) => {
  await openSample(page);
  await bring(page, sharedData('online_retail_eu/online_retail_non_uk.csv'));
  await expect(balance(page)).toHaveText(['46,431', '46,431', '0', '0', '0']);
  await expect(page.getByRole('row', { name: /^CustomerID/ })).toContainText('1,480 rows blank');
  await go(page, 'Retention');
  expect(ofCohort(await tableOf(panel(page, COHORTS)), 'Dec 2010').slice(0, 4)).toEqual([70, 35, 23, 36]);
  const pooled = panel(page, POOLED);
  await expect(finding(pooled)).toContainText('25.7%');
  const month = (await tableOf(pooled)).find((row) => row['period'] === '1')!;
  expect([month['old enough'], month['buying'], month['share']]).toEqual(['385', '99', '25.7%']);
});

for (const [kind, file] of [
  ['a workbook', 'Sample - Superstore (LibreOffice).xlsx'],
  ['a German CSV', 'orders_de_semicolon_cp1252.csv'],
] as const)
  test(`Superstore as ${kind} has the published customers, value of each fifth, and pairs of categories`, async ({
    page,
  }) => {
    await openSample(page);
    await choose(page, sharedData(`superstore_us/derived/${file}`));
    // The workbook has four regions with their managers beside the orders, and returned orders, which are asked about.
    await expect(balance(page).first()).toHaveText(/^(9,994|10,294)$/);
    if (file.endsWith('.xlsx')) {
      for (const sheet of ['Orders', 'Returns', 'People'])
        await expect(receipt(page).getByRole('row', { name: `.xlsx#${sheet} ` })).toBeVisible();
      // The published answers are those of all orders.
      await page.getByRole('button', { name: 'No, leave them in' }).click();
      await expect(receipt(page).getByRole('heading', { level: 2 }).first()).toContainText('5,009 orders');
    }
    // The answers are by the broader level of categories; the finer one is taken unasked, and the other is kept beside it.
    await showColumns(page);
    const readAs = (column: string) => page.getByLabel(`${column} is read as`, { exact: true });
    if (!(await readAs('Category').isVisible()))
      await page
        .getByRole('button', { name: /^Show the \d+ other/ })
        .first()
        .click();
    await readAs('Sub-Category').selectOption({ label: 'kept as it is' });
    await readAs('Category').selectOption({ label: 'category' });
    await page.getByRole('button', { name: 'Count again with these changes' }).first().click();
    await expect(page.getByRole('button', { name: 'Count again with these changes' })).toHaveCount(0);
    await go(page, 'Customers');
    expect(await listed(page)).toBe(793);
    await go(page, 'Growth');
    const fifths = await tableOf(panel(page, FIFTHS));
    expect(fifths.map((row) => row['customers'])).toEqual(['159', '159', '159', '158', '158']);
    expect(fifths[0]['share of profit']).toBe('81.7%');
    const pairs = panel(page, PAIRS);
    await pairs.getByRole('button', { name: 'basket', exact: true }).click();
    await expect(finding(pairs)).toContainText(/\d baskets/);
    const found = await tableOf(pairs);
    const inBaskets = Object.fromEntries(
      found
        .filter((row) => row['level'] === 'basket')
        .map((row) => [`${row['first']}|${row['second']}`, [row['hold both'], row['lift']]]),
    );
    expect(Object.keys(inBaskets)).toHaveLength(6);
    for (const { antecedent, consequent, n_both, lift } of answers(
      'superstore_us/oracle/xls2011_2014/order_category_pairs.csv',
    ))
      expect(inBaskets[`${antecedent}|${consequent}`]).toEqual([n_both, Number(lift).toFixed(3)]);
  });

test('baskets without customers show pairs on Growth, and missing columns on the other pages', async ({ page }) => {
  await openSample(page);
  await bring(page, sharedData('groceries/groceries_long.csv'));
  await go(page, 'Growth');
  const pairs = panel(page, PAIRS);
  await expect(finding(pairs)).toContainText('9,835 baskets');
  await expect(chart(pairs)).toBeVisible();
  for (const [name, title] of [
    ['Growth', 'How much the best customers bring'],
    ['Growth', 'What each fifth of the customers is worth'],
    ['Life cycle', 'The customer balance'],
    ['Retention', 'Who came back, by first purchase'],
    ['Acquisition', 'New customers'],
  ] as const) {
    await go(page, name);
    await expect(panel(page, title)).toContainText(/This needs .*(who bought|customer)/);
    await expect(panel(page, title)).toContainText('Your file has transaction, item, level2 and level1.');
  }
});
