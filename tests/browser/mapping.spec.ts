import { expect, test } from '@playwright/test';
import { choose, csv } from './support/files';
import { showColumns } from './support/receipt';
import { go, listed, openSample } from './support/site';

test('an ambiguous date is asked about, and the answer changes the figures', async ({ page }) => {
  const rows = Array.from({ length: 24 }, (_, at) => [
    `C${at % 6}`,
    `${String((at % 12) + 1).padStart(2, '0')}/0${(at % 3) + 1}/2023`,
    '10.00',
  ]);
  await openSample(page);
  await choose(page, { name: 'till.csv', content: csv(['Customer', 'Date', 'Amount'], rows) });
  const question = page.getByRole('region', { name: /^In till\.csv, is 01\/01\/2023|^In till\.csv, is / });
  await expect(question).toContainText('the file cannot say');
  await question.getByRole('button', { name: /^Month first/ }).click();
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await go(page, 'Data');
  await expect(page.getByText('First recorded day: 1 Jan 2023')).toBeVisible();
  await expect(page.getByLabel('Observed until')).toHaveValue('2023-12-03');
  await showColumns(page);
  await page.getByRole('button', { name: 'Read it day first' }).click();
  await page.getByRole('button', { name: 'Count again with these changes' }).click();
  await expect(page.getByLabel('Observed until')).toHaveValue('2023-03-12');
});

test('columns that cannot be guessed are chosen one by one', async ({ page }) => {
  const rows = Array.from({ length: 30 }, (_, at) => [
    `x${at % 7}`,
    `2023-0${(at % 9) + 1}-15`,
    `${at}`,
    `${10 + at}`,
    `${at % 4}`,
  ]);
  await openSample(page);
  await choose(page, { name: 'odd.csv', content: csv(['aa', 'bb', 'cc', 'dd', 'ee'], rows) });
  await expect(page.getByText('We cannot tell what it holds.')).toBeVisible();
  await page.getByLabel('It holds').selectOption('transactions');
  for (const [column, use] of [
    ['aa', 'customer'],
    ['bb', 'date'],
    ['dd', 'amount of the line'],
  ] as const)
    await page.getByLabel(`${column} is read as`).selectOption({ label: use });
  await page.getByRole('button', { name: 'Count with this reading' }).click();
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await expect(page.getByText('30 lines')).toBeVisible();
  await go(page, 'Customers');
  expect(await listed(page)).toBe(7);
});
