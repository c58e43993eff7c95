import { expect, test } from '@playwright/test';
import { chart, filterSentence, finding, go, listed, number, openSample, panel, tableOf } from './support/site';

test('two periods side by side: one click chooses both, each opens its own best customers, one step back takes them away', async ({
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
  // The mark behind the last: the best fifth of the period before.
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

  // By contribution both panels turn: they are about the same customers.
  await curve.getByRole('button', { name: 'contribution' }).click();
  await expect(finding(curve)).toContainText('of the contribution');
  const fifths = panel(page, 'What each fifth of the customers is worth');
  await expect(chart(fifths)).toHaveAttribute('aria-label', /^Fifths of the customers by contribution/);
  expect((await tableOf(fifths)).length).toBe(5);
});
