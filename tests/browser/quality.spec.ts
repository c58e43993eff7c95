import { expect, test, type Page } from '@playwright/test';
import { bring, choose, csv, SALES_HEADER, sales } from './support/files';
import { go, openSample } from './support/site';

const first = { name: 'january.csv', content: csv(SALES_HEADER, sales(40)) };
const read = (page: Page) =>
  page.getByLabel('Balance of rows').locator('div').filter({ hasText: 'rows read' }).locator('dd');

test('a second file of the same shape is added or takes the place of the first, as asked', async ({ page }) => {
  await openSample(page);
  await bring(page, first);
  const february = { name: 'february.csv', content: csv(SALES_HEADER, sales(70).slice(40)) };
  await choose(page, february);
  const question = page.getByRole('region', { name: 'Is february.csv more of january.csv' });
  await expect(question).toContainText('30 rows have come, 40 are here');
  await expect(read(page)).toHaveText('40');
  await question.getByRole('button', { name: 'Add to what is here' }).press('Enter');
  await expect(question).toBeHidden();
  await expect(read(page)).toHaveText('70');

  const again = { name: 'january.csv', content: csv(SALES_HEADER, sales(45)) };
  await choose(page, again);
  await page.getByRole('button', { name: /^Replace/ }).press('Enter');
  await expect(read(page)).toHaveText('45');
  await expect(page.getByRole('heading', { name: 'How we read january.csv' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How we read february.csv' })).toBeHidden();
});

test('a file of another shape is just added', async ({ page }) => {
  await openSample(page);
  await bring(page, first);
  const customers = csv(
    ['Customer', 'Name', 'Region'],
    Array.from({ length: 30 }, (_, at) => [`C${at}`, `Name ${at}`, ['North', 'South'][at % 2]]),
  );
  await choose(page, { name: 'customers.csv', content: customers });
  await expect(read(page)).toHaveText('70');
});

test('the same file under another name is noticed, and left out or merged', async ({ page }) => {
  await openSample(page);
  await bring(page, first);
  await choose(page, { ...first, name: 'copy of january.csv' });
  const said = page.getByRole('region', { name: 'copy of january.csv holds exactly the rows of january.csv.' });
  await said.getByRole('button', { name: 'Leave it out' }).click();
  await expect(said).toBeHidden();
  await expect(read(page)).toHaveText('40');

  await choose(page, { ...first, name: 'copy of january.csv' });
  await said.getByRole('button', { name: 'Add it all the same' }).click();
  await expect(read(page)).toHaveText('80');
  const balance = page.getByLabel('Balance of rows');
  await page.getByRole('radio', { name: 'Merge them: each row counts once' }).check();
  await expect(balance).toContainText(/merged\s*40/);
  await expect(balance).toContainText(/loaded\s*40/);
  await page.getByRole('radio', { name: 'Keep them: each counts' }).check();
  await expect(balance).toContainText(/loaded\s*80/);
});

test('lines in two currencies are counted by a rate, or in one of them alone', async ({ page }) => {
  await openSample(page);
  const rows = sales(40).map((row, at) => [...row, at % 4 === 0 ? 'EUR' : 'USD']);
  await choose(page, { name: 'mixed.csv', content: csv([...SALES_HEADER, 'Currency'], rows) });
  const question = page.getByRole('region', { name: 'The lines are in 2 currencies.' });
  await expect(question).toContainText('10 lines in others are in no figure');
  const balance = page.getByLabel('Balance of rows');
  await question.getByLabel('USD for one EUR').fill('zero');
  await expect(question.getByRole('button', { name: 'Count with these rates' })).toBeDisabled();
  await question.getByLabel('USD for one EUR').fill('1,09');
  await question.getByRole('button', { name: 'Count with these rates' }).click();
  await expect(balance).toContainText(/rejected\s*0/);
  await question.getByLabel('Count in').selectOption('EUR');
  await question.getByRole('button', { name: 'Use only EUR' }).click();
  await expect(balance).toContainText(/loaded\s*10/);
  await go(page, 'Life cycle');
  await expect(page.getByText('10 lines')).toBeVisible();
});
