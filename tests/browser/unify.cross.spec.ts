import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { csv, drop, type Brought } from './support/files';
import { finding, go, listed, number, openSample, panel, tableOf, watch } from './support/site';

// Three departments of one firm, each with keys of its own. Twelve of the branch's thirty people have a card, six of these an
// insurance; Noor Abel's card tells nothing but name and town, and the Bergs are father and son.

const PEOPLE = Array.from({ length: 30 }, (_, at) => {
  const given = ['Noor', 'Ben', 'Cleo', 'Dara', 'Emil', 'Fay'][at % 6];
  const family = ['Abel', 'Berg', 'Cole', 'Dunn', 'Ekman'][Math.floor(at / 6)];
  return {
    given,
    family,
    mail: `${given}.${family}@post.example`.toLowerCase(),
    born: `19${60 + at}-0${(at % 9) + 1}-1${at % 8}`,
    postcode: `${10_000 + at * 137}`,
  };
});
const HEADER = ['Customer No', 'Name', 'E-mail', 'Date of birth', 'Postcode', 'Town'];
const branch = PEOPLE.map((one, at) => [
  `B${at + 101}`,
  `${one.given} ${one.family}`,
  one.mail,
  one.born,
  one.postcode,
  'Kiel',
]);
const cards = PEOPLE.slice(0, 12).map((one, at) =>
  at === 0
    ? ['C501', 'ABEL, Noor', '', '', one.postcode, 'Kiel']
    : [`C${at + 501}`, `${one.given[0]}. ${one.family}`, one.mail.toUpperCase(), '', one.postcode, 'Kiel'],
);
const insurance = [
  ...PEOPLE.slice(1, 7).map((one, at) => [
    `N${at + 901}`,
    `${one.given} ${one.family}`,
    '',
    one.born,
    one.postcode,
    'Kiel',
  ]),
  ['N999', 'Ben Berg', '', '1999-05-05', PEOPLE[7].postcode, 'Kiel'],
];
const sales = [branch, cards, insurance].flatMap((rows) =>
  rows.map(([key], at) => [`T-${key}`, `2024-0${(at % 9) + 1}-11`, key, 'Fee', `${20 + at}.00`]),
);
const FILES: readonly Brought[] = [
  { name: 'sales.csv', content: csv(['Order', 'Date', 'Customer No', 'Category', 'Amount'], sales) },
  { name: 'branch.csv', content: csv(HEADER, branch) },
  { name: 'cards.csv', content: csv(HEADER, cards) },
  { name: 'insurance.csv', content: csv(HEADER, insurance) },
];

const customersIn = async (meter: Locator) =>
  Object.fromEntries((await tableOf(meter)).map((row) => [row['source'], number(row['customers'])]));
const pair = (page: Page, name: RegExp) => page.getByRole('region', { name });

async function bringDepartments(page: Page) {
  await openSample(page);
  await drop(page, ...FILES);
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await go(page, 'Data');
  await expect(page.getByText('4 files brought, all in.')).toBeVisible();
}

test('files of three departments are measured, and a pair is merged and undone', async ({ page }) => {
  const complaints = watch(page);
  await bringDepartments(page);
  const became = finding(panel(page, 'How records became customers'));
  await expect(became).toContainText('49 records in 3 files are 32 customers');
  const meter = panel(page, 'What each department sees of its customers');
  expect(await customersIn(meter)).toEqual({ 'branch.csv': 30, 'cards.csv': 12, 'insurance.csv': 7 });
  await expect(finding(meter)).toContainText(/sees \d+\.\d% of what its customers bring/);

  const review = panel(page, 'Which records are one customer');
  await expect(finding(review)).toContainText('2 pairs of records could be one customer');
  const noor = pair(page, /^Noor Abel and ABEL, Noor$/);
  await expect(noor).toContainText('Much agrees, but nothing that only one person has.');
  await expect(noor.getByRole('row', { name: /^Surname abel abel/ })).toContainText(/the same\s*\+\d/);
  await expect(pair(page, /^Ben Berg and Ben Berg$/)).toContainText('The birth dates differ');
  await noor.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(became).toContainText('49 records in 3 files are 31 customers');
  await expect(finding(review)).toContainText('1 pair of records could be one customer');

  await go(page, 'Customers');
  expect(await listed(page)).toBe(31);
  await page.getByRole('searchbox').fill('B101');
  await page.locator('tr', { hasText: 'B101' }).click();
  const records = page.getByRole('region', { name: 'One customer out of 2 records' });
  await expect(records).toContainText('cards.csv, key C501, by your decision');
  await expect(records.getByRole('row', { name: /^name Noor Abel/ })).toContainText('branch.csv');
  await expect(records.getByRole('row', { name: /ABEL, Noor/ })).toContainText('not used');

  await go(page, 'Data');
  await review.getByRole('button', { name: 'decided by you (1)' }).click();
  await expect(noor).toContainText('You merged them.');
  await noor.getByRole('button', { name: 'Undo' }).click();
  await expect(became).toContainText('are 32 customers');
  await expect(review.getByRole('button', { name: 'to be answered (2)' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('records that were merged without asking can be kept apart, and the preferred file is a choice', async ({
  page,
}) => {
  await bringDepartments(page);
  const became = finding(panel(page, 'How records became customers'));
  const review = panel(page, 'Which records are one customer');
  await review.getByRole('button', { name: /^merged unasked/ }).click();
  const cleo = pair(page, /^Cleo Abel and C\. Abel$/);
  while (!(await cleo.isVisible())) await review.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(cleo).toContainText('Merged: they have one e-mail address.');
  await review.getByLabel('Where records differ, believe').selectOption('cards.csv');
  await expect(page.getByText('4 files brought, all in.')).toBeVisible();
  await go(page, 'Customers');
  await page.getByRole('searchbox').fill('B103');
  await page.locator('tr', { hasText: 'B103' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('C. Abel');
  await go(page, 'Data');
  await expect(review.getByLabel('Where records differ, believe')).toHaveValue('source:cards.csv');
  await review.getByRole('button', { name: /^merged unasked/ }).click();
  while (!(await cleo.isVisible())) await review.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await cleo.getByRole('button', { name: 'Keep apart' }).click();
  await expect(review.getByRole('status')).toContainText('Cleo Abel and C. Abel: kept apart.');
  await review.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(became).toContainText('are 32 customers');
});

test('has no barrier in light or dark, and nothing is wider than a phone', async ({ page }) => {
  await bringDepartments(page);
  await expect(pair(page, /^Noor Abel and ABEL, Noor$/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target.join(' ')}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  const review = panel(page, 'Which records are one customer');
  await review.scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
