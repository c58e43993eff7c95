import { expect, test } from '@playwright/test';
import { chart, filterSentence, finding, go, listed, number, openPart, panel, spoken, tableOf } from './support/site';

// Feedback and acquisition: the finding, what it means, the query, and the customers behind a number.

const ANSWERS = 'Would they recommend us?';
const COSTS = 'What winning a customer costs, by channel';

test('a bar of survey answers filters every page and opens its customers', async ({ page }) => {
  await page.goto('./#retention');
  const answers = panel(page, ANSWERS);
  await expect(finding(answers)).toContainText('The Net Promoter Score is +22');
  await openPart(answers, 'Meaning');
  await expect(answers.locator('.own-text')).toContainText('Net Promoter Score');
  await openPart(answers, 'SQL');
  await expect(answers.getByRole('region', { name: 'SQL' })).toContainText('FROM answers');
  const all = await finding(answers).innerText();

  await chart(answers).focus();
  await page.keyboard.press('Home');
  await expect(spoken(answers)).toContainText('detractor');
  const stays = finding(panel(page, 'Still a customer'));
  const before = await stays.innerText();
  const address = page.url();
  await page.keyboard.press(' ');
  await expect(filterSentence(page)).toContainText('answered 0–6');
  await expect(page).not.toHaveURL(address);
  await expect(stays).not.toHaveText(before);
  // The chart that was clicked still shows all answers.
  await expect(finding(answers)).toHaveText(all);
  await go(page, 'Customers');
  const kept = await listed(page);
  await page.goBack();

  await chart(answers).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Customers · Perennial');
  expect(await listed(page)).toBe(kept);
  await page.goBack();
  await expect(page).toHaveTitle('Retention · Perennial');
  await expect(page.locator('.waiting')).toHaveCount(0);
  await chart(answers).focus();
  await page.keyboard.press('Home');
  await expect(spoken(answers)).toContainText('detractor');
  await page.keyboard.press(' ');
  await expect(filterSentence(page)).not.toContainText('answered');
  await expect(stays).toHaveText(before);
});

test('channels show cost and return, the definition, the query, and the customers of a channel', async ({ page }) => {
  await page.goto('./#acquisition');
  const costs = panel(page, COSTS);
  await expect(finding(costs)).toContainText('A customer won through Newspaper costs £64.90');
  await openPart(costs, 'Meaning');
  await expect(costs.locator('.own-text')).toContainText('last');
  await openPart(costs, 'SQL');
  await expect(costs.getByRole('region', { name: 'SQL' })).toContainText('SELECT');
  const social = (await tableOf(costs)).find((row) => row['channel'] === 'Social' && row['model'] === 'last')!;
  await chart(costs).focus();
  await page.keyboard.press('Home');
  const said = spoken(costs);
  for (let step = 0; step < 8 && !/^Social/.test(await said.innerText()); step++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Customers · Perennial');
  expect(await listed(page)).toBe(number(social['customers']));
  await go(page, 'Acquisition');
  await costs.getByRole('button', { name: 'the first contact' }).click();
  await expect(finding(costs)).toContainText('by the first contact');
});
