import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { choose, csv } from './support/files';
import { keptLine, loaded, press, start } from './support/keeping';
import { receipt } from './support/receipt';
import { openSample } from './support/site';

// A browser in Tokyo: its own zone is offered, but not used without a choice.
test.use({ timezoneId: 'Asia/Tokyo' });

/** Orders of late evenings in New York, whose system writes UTC. */
const evenings = () => {
  const rows = Array.from({ length: 24 }, (_, at) => [
    `O${at}`,
    `C${at % 6}`,
    `2024-0${(at % 8) + 1}-01T0${at % 2 === 0 ? 2 : 9}:30:00Z`,
    '10.00',
  ]);
  return { name: 'evenings.csv', content: csv(['Order', 'Customer', 'Created at', 'Amount'], rows) };
};
const lead = (page: Page) => receipt(page).getByRole('heading', { level: 2 }).first();
const zone = (page: Page) => page.getByLabel('Count days');

test('the shop’s time zone is chosen in the receipt, shown before and after, undone, kept and saved in the mapping', async ({
  page,
}) => {
  await openSample(page);
  await choose(page, evenings());
  await expect(receipt(page)).toContainText('Times are written in UTC; days are counted as written.');
  await expect(zone(page)).toHaveValue('as_written');
  await expect(zone(page).getByRole('option').nth(1)).toHaveText('in Asia/Tokyo');
  await expect(lead(page)).toContainText('1 Jan 2024 to 1 Aug 2024');

  await zone(page).selectOption('America/New_York');
  const changed = page.locator('.changed');
  await expect(changed).toContainText('Days are counted in America/New_York.');
  await expect(changed).toContainText(/Before: .*1 Jan 2024 to 1 Aug 2024.*Now: .*31 Dec 2023 to 1 Aug 2024/);
  await expect(receipt(page)).toContainText('12 orders are on another day than written.');
  await page.getByRole('button', { name: 'Undo this answer' }).click();
  await expect(zone(page)).toHaveValue('as_written');
  await expect(lead(page)).toContainText('1 Jan 2024 to 1 Aug 2024');

  await expect(keptLine(page)).toBeVisible();
  await zone(page).selectOption('America/New_York');
  await expect(lead(page)).toContainText('31 Dec 2023');
  const mapping = page.waitForEvent('download');
  await press(page, 'Save the mapping');
  const saved = JSON.parse(await readFile(await (await mapping).path(), 'utf8')) as object;
  expect(saved).toMatchObject({ time_zone: 'America/New_York' });

  await expect(keptLine(page)).toBeVisible();
  await page.reload();
  await loaded(page);
  await expect(receipt(page)).toContainText('days are counted in America/New_York: 12 orders');
  await expect(receipt(page)).toContainText('To count them elsewhere, drop the file again.');
  await expect(zone(page)).toHaveCount(0);

  await start(page);
  const parcel = page.waitForEvent('download');
  await press(page, 'Export evenings.csv');
  const content = await readFile(await (await parcel).path());
  await page.goto('./#data');
  await choose(page, { name: 'evenings.perennial', content });
  await expect(receipt(page)).toContainText('days are counted in America/New_York: 12 orders');
  await expect(lead(page)).toContainText('31 Dec 2023 to 1 Aug 2024');
});

test('customers whose keys have two spellings are kept apart, and taken as one again after a reload', async ({
  page,
}) => {
  const ids = Array.from({ length: 12 }, (_, at) => String(at + 1));
  const people = csv(
    ['Customer ID', 'Name', 'City'],
    ids.map((id) => [id.padStart(5, '0'), `Person ${id}`, 'Graz']),
  );
  const sales = csv(
    ['Order', 'Customer ID', 'Date', 'Amount'],
    ids.map((id, at) => [`O${at}`, id, `2024-01-${String(at + 10)}`, '10.00']),
  );
  await openSample(page);
  await choose(page, { name: 'people.csv', content: people }, { name: 'sales.csv', content: sales });
  await page.goto('./#data');
  await expect(receipt(page)).toContainText(
    '12 customers are written in more than one way, such as 1 and 00001: taken as one.',
  );
  await expect(keptLine(page)).toBeVisible();
  await press(page, 'Keep them apart');
  const changed = page.locator('.changed');
  await expect(changed).toContainText(/Before: .*12 orders of 12 customers, 10 Jan.*Now: .*24 customers in all/);
  await expect(receipt(page)).toContainText('such as 1 and 00001: kept apart.');
  await expect(keptLine(page)).toBeVisible();
  await page.reload();
  await loaded(page);
  await expect(receipt(page)).toContainText(': kept apart.');
  await press(page, 'Take them as one');
  await expect(receipt(page)).toContainText(': taken as one.');
  await expect(page.locator('.changed')).toContainText(/Before: .*24 customers in all/);
});

test('the unit of tenures is asked about with the meaning of each answer, and an answer closes the question', async ({
  page,
}) => {
  const stays = Array.from({ length: 40 }, (_, at) => [`K${at}`, (at * 7) % 73, at % 3 === 0 ? 'yes' : 'no', 'A']);
  await openSample(page);
  await choose(page, { name: 'stays.csv', content: csv(['customer_id', 'tenure', 'churned', 'plan'], stays) });
  await page.goto('./#data');
  const question = receipt(page).locator('.question');
  await expect(question).toContainText('In what does “tenure” count how long customers have stayed?');
  const weeks = question.getByRole('listitem').filter({ hasText: 'In weeks' });
  await expect(weeks).toContainText('the longest 71 weeks (1.4 years).');
  await weeks.getByRole('button').click();
  await expect(page.locator('.changed')).toContainText('In weeks.');
  await expect(question).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo this answer' }).click();
  await expect(question).toBeVisible();
});
