import { expect, test, type Page } from '@playwright/test';
import { choose, csv, drop, sales, SALES_HEADER } from './support/files';
import { keptLine } from './support/keeping';
import { receipt, showColumns } from './support/receipt';
import { go, openSample } from './support/site';

/** Payments of which some failed and some were refunded. */
const payments = () => {
  const states = ['Paid', 'Paid', 'Paid', 'Failed', 'Refunded'];
  const rows = Array.from({ length: 40 }, (_, at) => [
    `ch_${at}`,
    `2024-0${(at % 9) + 1}-1${at % 9}`,
    '10.00',
    'usd',
    `cus_${at % 6}`,
    states[at % states.length],
  ]);
  return {
    name: 'payments.csv',
    content: csv(['id', 'Created date (UTC)', 'Amount', 'Currency', 'Customer ID', 'Status'], rows),
  };
};
/** Orders with two columns of money, of which no cross-check tells the right one. */
const twoMoneys = () => {
  const rows = Array.from({ length: 60 }, (_, at) => [
    `O${at}`,
    `C${at % 8}`,
    `2024-0${(at % 9) + 1}-1${at % 9}`,
    `${20 + (at % 7)}.00`,
    `${25 + (at % 5)}.00`,
  ]);
  return { name: 'two.csv', content: csv(['Order', 'Customer', 'Date', 'Subtotal', 'Total'], rows) };
};

async function read(page: Page, ...files: Parameters<typeof choose>[1][]): Promise<void> {
  await openSample(page);
  await choose(page, ...files);
  await expect(receipt(page).getByRole('heading', { level: 2 })).toContainText('Right?');
}
const lead = (page: Page) => receipt(page).getByRole('heading', { level: 2 }).first();

test('the page begins with the receipt: totals, three orders, and what was left out', async ({ page }) => {
  await read(page, payments());
  await expect(lead(page)).toHaveText(/^18 orders of 6 customers, \$240, 10 Jan 2024 to 18 Sept 2024\. Right\?$/);
  await expect(receipt(page).getByRole('region', { name: 'Three orders as we read them' })).toContainText(
    'bought something: $10.00.',
  );
  const leftOut = receipt(page).getByRole('region', { name: 'What was left out, and why' });
  await expect(leftOut).toContainText('40 rows read, 32 counted, 8 left out');
  await expect(leftOut).toContainText('8 rows never were sales, as their status says');
});

test('the receipt is confirmed once, and again when the totals change', async ({ page }) => {
  await read(page, payments());
  await page.getByRole('button', { name: 'Yes, that is right' }).click();
  await expect(receipt(page)).toContainText('You said that this is right.');
  await expect(receipt(page).getByRole('region', { name: 'What was left out, and why' })).toHaveCount(0);
  await go(page, 'SQL');
  await go(page, 'Data');
  await expect(receipt(page)).toContainText('You said that this is right.');
  await page.getByRole('button', { name: 'Look at it again' }).click();
  await expect(lead(page)).toContainText('Right?');
});

test('the meaning of a status word is chosen, shown before and after, undone, and remembered', async ({ page }) => {
  await read(page, payments());
  await page.getByLabel('Refunded counts as').selectOption('sale');
  const changed = page.locator('.changed');
  await expect(changed).toContainText('“Refunded” counts as a sale.');
  await expect(changed).toContainText(/Before: \$240\.00, .*Now: \$320\.00/);
  await expect(lead(page)).toContainText('$320');
  await page.getByRole('button', { name: 'Undo this answer' }).click();
  await expect(lead(page)).toContainText('$240');
  await expect(page.getByLabel('Refunded counts as')).toHaveValue('void');
  await page.getByLabel('Refunded counts as').selectOption('sale');
  await expect(lead(page)).toContainText('$320');
  // The next file with the same header is read in the same way.
  const next = payments();
  await choose(page, { name: 'next.csv', content: next.content.replaceAll('2024-', '2025-') });
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(page.getByLabel('Refunded counts as')).toHaveCount(2);
  await expect(page.getByLabel('Refunded counts as').last()).toHaveValue('sale');
});

test('a question shows the totals of each answer; the answer changes the totals and can be undone', async ({
  page,
}) => {
  await read(page, twoMoneys());
  const question = receipt(page).locator('.question');
  await expect(question).toHaveCount(1);
  const other = question.getByRole('listitem').filter({ hasNotText: 'As it is read now' }).first();
  await expect(other).toContainText(/\$?[\d,]+\.\d\d, 60 orders of 8 customers/);
  const before = await lead(page).innerText();
  await other.getByRole('button').click();
  await expect(page.locator('.changed')).toContainText('Before:');
  await expect(lead(page)).not.toHaveText(before);
  await page.getByRole('button', { name: 'Undo this answer' }).click();
  await expect(lead(page)).toHaveText(before);
  await expect(question).toBeVisible();
});

/** Orders, and a list of those that were returned. */
const withReturns = () => {
  const rows = Array.from({ length: 60 }, (_, at) => [
    `A-${1000 + at}`,
    `C${at % 8}`,
    `2024-0${(at % 9) + 1}-12`,
    '10.00',
  ]);
  const back = Array.from({ length: 6 }, (_, at) => [`A-${1003 + at * 7}`, 'Yes']);
  return [
    { name: 'sales.csv', content: csv(['Order ID', 'Customer', 'Date', 'Amount'], rows) },
    { name: 'returns.csv', content: csv(['Order ID', 'Returned'], back) },
  ];
};

test('a join is asked about with both totals, answered, undone, and asked again from its line of the receipt', async ({
  page,
}) => {
  await read(page, ...withReturns());
  const question = receipt(page).locator('.question');
  await expect(question.getByRole('heading')).toHaveText(
    'returns.csv lists 6 of the orders in sales.csv by “Order ID”, with “Returned”. Are they taken off your sales?',
  );
  await expect(question.getByRole('listitem').filter({ hasText: 'Yes, take them off' })).toContainText(
    /540\.00, 54 orders of 8 customers.*As it is read now/s,
  );
  const no = question.getByRole('listitem').filter({ hasText: 'No, leave them in' });
  await expect(no).toContainText(/600\.00, 60 orders of 8 customers/);
  await no.getByRole('button').click();
  await expect(page.locator('.changed')).toContainText(/Before: .*540\.00.*Now: .*600\.00/s);
  await expect(lead(page)).toContainText('60 orders of 8 customers, 600,');
  await expect(question).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo this answer' }).click();
  await expect(lead(page)).toContainText('54 orders of 8 customers, 540,');
  await page.getByRole('button', { name: 'returns.csv: something else' }).click();
  await expect(question.getByRole('button', { name: 'Yes, take them off' })).toBeFocused();
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  await page.getByRole('button', { name: 'Sales: something else' }).click();
  await expect(question).toContainText('Are they taken off your sales?');
});

test('each line of the receipt leads by keyboard to the columns that it was read from', async ({ page }) => {
  await read(page, { name: 'plain.csv', content: csv(SALES_HEADER, sales(60)) });
  await expect(page.getByText('How we read plain.csv')).toBeHidden();
  await page.getByRole('button', { name: 'Customers: something else' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Customer is read as')).toBeFocused();
  await expect(page.getByLabel('Customer is read as')).toBeVisible();
});

test('the columns stay folded or open as the user left them', async ({ page }) => {
  await read(page, payments());
  await showColumns(page);
  await expect(keptLine(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 file brought, all in.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How we read payments.csv' })).toBeVisible();
});

test('every file is in the receipt, including one that is not used', async ({ page }) => {
  await openSample(page);
  await drop(page, payments(), { name: 'notes.csv', content: 'a,b\nx,y\nz,w\n' });
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await go(page, 'Data');
  const files = receipt(page).getByRole('table', { name: 'What each file comes to' });
  await expect(files.getByRole('row', { name: /^notes\.csv not used/ })).toBeVisible();
  await expect(files.getByRole('row', { name: /^payments\.csv sales 18/ })).toBeVisible();
});

test('the receipt of a sample company need not be confirmed', async ({ page }) => {
  await openSample(page);
  await expect(lead(page)).toHaveText(/orders, .* of them by .* customers, £.*\.$/);
  await expect(page.getByRole('button', { name: 'Yes, that is right' })).toHaveCount(0);
});
