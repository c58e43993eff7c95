import { expect, test } from '@playwright/test';
import { bring, choose } from './support/files';
import { go, openSample, panel } from './support/site';

/** Text whose characters above ASCII are given as bytes: `\xf2` is ň in windows-1250 and ò in windows-1252. */
const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const rows = (town: string) =>
  Array.from({ length: 12 }, (_, at) => `C${at % 5},2023-0${(at % 9) + 1}-03,${10 + at},${town}`);
const file = (name: string) => ({
  name,
  content: bytes(['M\xecsto,Date,Amount,Town', ...rows('Plze\xf2')].join('\n').replace('M\xecsto', 'Customer')),
});

test('an ambiguous encoding is marked, shown by examples, and changed without dropping the file again', async ({
  page,
}) => {
  await openSample(page);
  await bring(page, file('shop.csv'));
  const reading = panel(page, 'How we read shop.csv');
  await expect(reading.getByText('The file does not say how its letters are coded')).toBeVisible();
  await expect(reading.getByText('Letters read as Windows-1252 (Western European).')).toBeVisible();
  const choice = reading.getByRole('listitem').filter({ hasText: 'Windows-1250' });
  await expect(choice).toContainText('Plzeň');
  await choice.getByRole('button').click();
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
  await expect(reading.getByText('Letters read as Windows-1250 (Central European).')).toBeVisible();
  await expect(reading.getByText('The file does not say how its letters are coded')).toHaveCount(0);
  await go(page, 'SQL');
  await go(page, 'Data');
  await expect(reading.getByText('comma-separated, Windows-1250')).toBeVisible();

  // The next file with this header is read in the same encoding.
  await choose(page, {
    ...file('next.csv'),
    content: bytes(['Customer,Date,Amount,Town', ...rows('Brod\xf2'), ''].join('\n')),
  });
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
  await expect(
    panel(page, 'How we read next.csv').getByText('Letters read as Windows-1250 (Central European).'),
  ).toBeVisible();
});

test('a header that changes with the encoding keeps what was chosen for its column', async ({ page }) => {
  await openSample(page);
  const header = 'Customer,Date,Amount,M\xecsto';
  await bring(page, { name: 'towns.csv', content: bytes([header, ...rows('Plze\xf2')].join('\n')) });
  const reading = panel(page, 'How we read towns.csv');
  await reading.getByRole('button', { name: /^Show the .*other/ }).click();
  await reading.getByLabel('Mìsto is read as').selectOption({ label: 'category' });
  await page.getByRole('button', { name: 'Count again with these changes' }).click();
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
  await reading.getByRole('listitem').filter({ hasText: 'Windows-1250' }).getByRole('button').click();
  await expect(reading.getByLabel('Město is read as')).toHaveValue('transactions.category');
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
});
