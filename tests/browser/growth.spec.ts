import { expect, test } from '@playwright/test';
import { bring, csv } from './support/files';
import { chart, filterSentence, finding, go, listed, number, openSample, panel, tableOf } from './support/site';

test('one click compares two periods, each mark opens its own customers, and one step back undoes it', async ({
  page,
}) => {
  await openSample(page);
  await go(page, 'Growth');
  const curve = panel(page, 'How much the best customers bring');
  await expect(finding(curve)).toContainText('The best fifth brings');
  const address = page.url();
  await curve.getByRole('button', { name: 'the last 12 months with the 12 months before' }).click();
  await expect(filterSentence(page)).toContainText('Jul 2024 – Jun 2025');
  await expect(finding(curve)).toContainText('of the profit in the year to Jun 2025');
  await expect(finding(curve)).toContainText('in the year to Jun 2024');

  await expect(page).not.toHaveURL(address);
  // The mark after the last one is the best fifth of the period before.
  await chart(curve).focus();
  await page.keyboard.press('End');
  const before = curve.locator('.tip');
  await expect(before).toContainText('to Jun 2024: best');
  const best = number((await before.innerText()).split('best')[1]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('in the year to Jun 2024');
  expect(await listed(page)).toBe(best);
  await page.goBack();
  await expect(finding(curve)).toContainText('in the year to Jun 2024');
  await page.goBack();
  await expect(finding(curve)).toContainText('The best fifth brings');

  // Ranking by contribution changes both panels, since one metric follows the other.
  await curve.getByRole('button', { name: 'contribution' }).click();
  await expect(finding(curve)).toContainText('of the contribution');
  const fifths = panel(page, 'What each fifth of the customers is worth');
  await expect(chart(fifths)).toHaveAttribute('aria-label', /^Fifths of the customers by contribution/);
  expect((await tableOf(fifths)).length).toBe(5);
});

/** 200 products of twenty kinds; each of 300 customers buys four of one kind. */
const shelf = csv(
  ['Order', 'Date', 'Customer', 'Product', 'Amount'],
  Array.from({ length: 1_200 }, (_, line) => {
    const customer = Math.floor(line / 4);
    const product = (customer % 20) * 10 + ((3 * (line % 4) + 7 * Math.floor(customer / 20)) % 10);
    return [
      `O${customer}`,
      `2024-0${1 + (customer % 9)}-1${line % 4}`,
      `C${customer}`,
      `Item ${product}`,
      5 + (line % 7),
    ];
  }),
);

test('hundreds of products are one image: a cell is reached by arrows or in the magnifying glass, and opens its customers', async ({
  page,
}) => {
  await openSample(page);
  await bring(page, { name: 'shelf.csv', content: shelf });
  await go(page, 'Growth');
  const matrix = panel(page, 'What is bought together');
  const many = matrix.getByRole('group', { name: 'most bought' }).getByRole('button').last();
  await expect(many).not.toHaveText('18');
  const address = page.url();
  await many.click();
  await expect(page).not.toHaveURL(address);
  const field = chart(matrix);
  await expect(field).toHaveAttribute('aria-label', /the lists below and the table hold the pairs/i);
  await expect(matrix.locator('.glass')).toBeVisible();

  // The strongest pair is shown until a cell is pointed at.
  const strongest = matrix.getByRole('button', { name: /^Show the \d+ customers$/ });
  const holders = number(await strongest.innerText());
  await strongest.click();
  expect(await listed(page)).toBe(holders);
  await page.goBack();

  await expect(field).toBeVisible();
  await field.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  const heading = matrix.getByRole('complementary', { name: 'The pair in view' }).getByRole('heading');
  const [from, to] = (await matrix.locator('.tip').innerText()).split('\n')[0].split(' and ');
  await expect(heading).toHaveText(`${from} and ${to}`);

  const glass = (await matrix.locator('.glass').boundingBox())!;
  await page.keyboard.press('Escape');
  await page.mouse.move(glass.x + 5, glass.y + glass.height - 5);
  await page.mouse.move(glass.x + glass.width / 2, glass.y + glass.height / 2 + 40);
  await expect(heading).not.toHaveText(`${from} and ${to}`);
  // Back to few items, by keyboard.
  await matrix.getByRole('group', { name: 'most bought' }).getByRole('button', { name: '18' }).press('Enter');
  await expect(chart(matrix)).toHaveAttribute('aria-label', /^Lift for pairs of the 18 most bought items/);
  await expect(matrix.getByRole('button', { name: '18', exact: true })).toBeFocused();
});
