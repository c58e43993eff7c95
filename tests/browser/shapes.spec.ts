import { expect, test } from '@playwright/test';
import { choose, csv } from './support/files';
import { showColumns } from './support/receipt';
import { chart, go, openSample, panel, saved } from './support/site';

const LINES = csv(
  ['order_id', 'product', 'quantity', 'price'],
  Array.from({ length: 60 }, (_, at) => [`A-${at >> 1}`, ['tea', 'jam', 'GTXPro'][at % 3], 1 + (at % 2), '2.50']),
);
const HEADS = csv(
  ['order_id', 'customer', 'date', 'total'],
  Array.from({ length: 30 }, (_, at) => [
    `A-${at}`,
    `C${at % 7}`,
    `2023-${String((at % 12) + 1).padStart(2, '0')}-15`,
    5,
  ]),
);
const PRODUCTS = csv(
  ['product', 'series'],
  [
    ['tea', 'drinks'],
    ['jam', 'food'],
    ['GTX Pro', 'tools'],
  ],
);

test('order lines are joined to orders and products without asking, and different spellings on request', async ({
  page,
}) => {
  await openSample(page);
  await choose(
    page,
    { name: 'lines.csv', content: LINES },
    { name: 'orders.csv', content: HEADS },
    { name: 'products.csv', content: PRODUCTS },
  );
  await showColumns(page);
  await expect(page.getByText('Joined with orders.csv by order_id.')).toBeVisible();
  await expect(page.getByText('Joined with products.csv by product.')).toBeVisible();
  const question = page.getByRole('region', { name: 'Are these written otherwise in lines.csv than in products.csv?' });
  await expect(question).toContainText('product names 3 of 3 rows of products.csv, in 40 of 60 rows of lines.csv');
  await expect(question.getByRole('checkbox', { name: 'GTXPro is GTX Pro, in 20 rows' })).toBeChecked();
  await question.getByRole('button', { name: 'Read them as the same' }).click();
  await expect(page.getByText('Joined with products.csv by product; GTXPro is read as GTX Pro.')).toBeVisible();
  await page.getByRole('button', { name: 'Count again with these changes' }).click();
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
  const files = page.getByRole('table', { name: 'Files and what became of their rows' });
  await expect(files.getByRole('row', { name: /^products.csv joined to another table 3 3 0/ })).toBeVisible();
  await go(page, 'Growth');
  await expect(chart(panel(page, 'What is bought together'))).toBeVisible();
  await go(page, 'Data');
  await page.getByRole('button', { name: 'Take them apart' }).last().click();
  const offer = page.getByRole('region', { name: 'Does products.csv belong to lines.csv?' });
  await expect(offer).toContainText('product names 3 of its 3 rows, in 40 of 60 rows of lines.csv');
  await offer.getByRole('button', { name: 'Join them' }).click();
  await expect(page.getByText('Joined with products.csv by product; GTXPro is read as GTX Pro.')).toBeVisible();
});

test('a column for each month becomes rows, which can be undone', async ({ page }) => {
  await openSample(page);
  const content = csv(
    ['customer', 'Jan 2024', 'Feb 2024', 'Mar 2024'],
    Array.from({ length: 12 }, (_, at) => [`C${at}`, at % 2 ? '10.00' : '', '5.00', at % 3 ? 0 : '7.50']),
  );
  await choose(page, { name: 'wide.csv', content });
  await showColumns(page);
  await expect(page.getByText('3 columns from Jan 2024 to Mar 2024 were turned into rows.')).toBeVisible();
  await expect(page.getByLabel('Observed until')).toHaveValue('2024-03-31');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(
    page.getByRole('heading', { name: 'In wide.csv, does each column from Jan 2024 to Mar 2024 hold a month?' }),
  ).toBeVisible();
});

test('columns for products are chosen by hand', async ({ page }) => {
  await openSample(page);
  const content = csv(
    ['customer', 'date', 'Tea', 'Jam', 'Cups'],
    Array.from({ length: 24 }, (_, at) => [
      `C${at % 8}`,
      `2024-0${(at % 3) + 1}-10`,
      '2.50',
      at % 2 ? '' : '4.00',
      at % 3 ? 0 : 9,
    ]),
  );
  await choose(page, { name: 'till.csv', content });
  // Until then the panels still show the sample.
  await expect(page.getByRole('heading', { name: 'How we read till.csv' })).toBeVisible();
  await page.getByRole('button', { name: 'Columns into rows' }).click();
  await page.getByRole('button', { name: 'Turn 3 columns into rows' }).click();
  await expect(page.getByText('3 columns from Tea to Cups were turned into rows.')).toBeVisible();
  await page.getByRole('button', { name: /^Count / }).click();
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await expect(page.getByText('44 lines')).toBeVisible();
});

test('cells from a spreadsheet can be pasted anywhere but into a text field', async ({ page }) => {
  await openSample(page);
  await page.evaluate(() => {
    const rows = Array.from({ length: 20 }, (_, at) => [`C${at % 5}`, `2024-0${(at % 4) + 1}-10`, '2.50'].join('\t'));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ['customer\tdate\tamount', ...rows].join('\r\n'));
    const paste = () => new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true });
    document.querySelector('select')!.dispatchEvent(paste());
    document.body.dispatchEvent(paste());
  });
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await expect(page.getByText('20 lines')).toBeVisible();
  await go(page, 'Data');
  await showColumns(page);
  await expect(page.getByRole('heading', { name: 'How we read pasted-1.txt' })).toBeVisible();
});

test('joins and spellings are saved in the mapping, and applied by it', async ({ page }) => {
  const files = [
    { name: 'lines.csv', content: LINES },
    { name: 'orders.csv', content: HEADS },
    { name: 'products.csv', content: PRODUCTS },
  ];
  await openSample(page);
  await choose(page, ...files);
  await page.getByRole('button', { name: 'Read them as the same' }).click();
  const joined = page.getByText('Joined with products.csv by product; GTXPro is read as GTX Pro.');
  await showColumns(page);
  await expect(joined).toBeVisible();
  await page.getByRole('button', { name: 'Count again with these changes' }).click();
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
  const { text } = await saved(page, () => page.getByRole('button', { name: 'Save the mapping' }).click());
  expect((JSON.parse(text) as { tables: object[] }).tables).toEqual([
    {
      table: 'lines.csv',
      roles: ['transactions'],
      shapes: [
        { join: 'orders.csv', column: 'order_id', key: 'order_id' },
        { join: 'products.csv', column: 'product', key: 'product', same: { GTXPro: 'GTX Pro' } },
      ],
    },
  ]);
  await page.getByRole('button', { name: 'Take them apart' }).last().click();
  await expect(joined).toHaveCount(0);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Use a saved mapping' }).click();
  await (await chooser).setFiles({ name: 'mapping.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(joined).toBeVisible();
});
