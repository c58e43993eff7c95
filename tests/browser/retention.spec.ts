import { expect, test, type Page } from '@playwright/test';
import { chart, finding, go, listed, number, openPart, panel, parseCsv, saved, tableOf, watch } from './support/site';

// The Retention page of the mobile operator, and the customers behind its counts.

async function openOperator(page: Page): Promise<void> {
  await page.goto('./#start');
  await page.getByRole('button', { name: 'Open Nordlicht Mobil' }).click();
  await expect(page.getByText('This is Nordlicht Mobil')).toBeVisible();
  await go(page, 'Retention');
}

test('the operator’s drop at the end of the term is found, with its reservations, and a count opens its customers', async ({
  page,
}) => {
  const complaints = watch(page);
  await openOperator(page);
  const group = page.getByRole('region', { name: 'Reward or penalty: what keeps customers' });
  await expect(group).toContainText(
    '10.2 times as many leave as in a month before where leaving costs a penalty, 0.8 times',
  );
  await expect(group).toContainText('Customers chose their contract');
  await expect(group).toContainText('The curves cross: more of those held by a penalty are left early on');

  const cliff = panel(page, 'Is there a cliff when the contract ends?');
  await expect(finding(cliff)).toContainText('10.2 times as many customers held by a penalty leave');
  await expect(cliff).toContainText('Counted otherwise: Against the twelve months before');
  const rows = await tableOf(cliff);
  const after = rows.find((row) => row['strategy'] === 'penalty' && number(row['months from end']) === 0)!;
  expect([after['ended'], after['at risk']]).toEqual(['57', '624']);

  await chart(cliff).focus();
  for (let step = 0; step < 60; step++) {
    const said = await cliff.locator('[aria-live=polite]').innerText();
    if (/Penalty for leaving, the month after the term/.test(said)) break;
    await page.keyboard.press('ArrowRight');
  }
  await expect(cliff.locator('[aria-live=polite]')).toContainText('57 of 624 left');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle(/^Customers/);
  expect(await listed(page)).toBe(57);
  expect(complaints).toEqual([]);
});

test('N changes every panel that follows it, and says until which day lapses are known', async ({ page }) => {
  await page.goto('./#retention');
  const stays = panel(page, 'Still a customer');
  await expect(finding(stays)).toContainText(/customers (bought once only|are gone after|are still here)/);
  const judged = page.getByRole('region', { name: 'When a customer counts as gone' });
  await expect(judged).toContainText('It can be told up to');
  const before = await finding(stays).innerText();
  const flow = panel(page, 'Who joins, returns and leaves');
  const lost = (rows: readonly Record<string, string>[]) =>
    rows.reduce((sum, row) => sum + number(row['lost'] || '0'), 0);
  const lostBefore = lost(await tableOf(flow));
  await judged.getByLabel('A customer counts as gone after').fill('60');
  await page.keyboard.press('Enter');
  await expect(judged.getByLabel('A customer counts as gone after')).toHaveValue('60');
  await expect(finding(stays)).not.toHaveText(before);
  await expect.poll(async () => lost(await tableOf(flow))).toBeGreaterThan(lostBefore);
  await judged.getByRole('button', { name: 'as the file suggests' }).click();
  await expect(finding(stays)).toHaveText(before);
});

test('a breakdown gives strata, their tests and the pooled curve of each', async ({ page }) => {
  await page.goto('./#retention');
  await expect(finding(panel(page, 'Still a customer'))).toBeVisible();
  await page.getByLabel('Break down by').selectOption('Newsletter');
  const tests = panel(page, 'Is the difference more than chance?');
  await expect(finding(tests)).toContainText('χ²');
  await expect(finding(panel(page, 'Share buying again, by Newsletter'))).toContainText('bought again');
  const rows = await tableOf(panel(page, 'How long customers stay'));
  expect(rows.length).toBeGreaterThan(1);
});

test('the days to the end of a term are an option of who is at risk, and the exported list has the reasons', async ({
  page,
}) => {
  await openOperator(page);
  const risk = panel(page, 'Who is at risk now');
  await expect(finding(risk)).toContainText('97 whose term ends within 60 days and 308 who gave a low score');
  await risk.getByLabel('Term ends within days').fill('20');
  await page.keyboard.press('Enter');
  await expect(finding(risk)).toContainText('whose term ends within 20 days');
  const soon = number((await finding(risk).innerText()).replace(/^.*: /, ''));
  expect(soon).toBeLessThan(97);
  await openPart(risk, 'Export');
  await expect(risk.getByRole('button', { name: 'XLSX' })).toBeVisible();
  const { text } = await saved(page, () => risk.getByRole('button', { name: 'CSV' }).click());
  const [header, ...rows] = parseCsv(text);
  expect(header).toEqual(['customer', 'name', 'reason', 'days', 'usual_gap', 'score', 'net']);
  expect(rows.filter((row) => row[2] === 'term_ends')).toHaveLength(soon);
  expect(rows.filter((row) => row[2] === 'low_score')).toHaveLength(308);
});

test('every number of who stays is shown with its alternative, which can be chosen', async ({ page }) => {
  await page.goto('./#retention');
  const titles = [
    'Who came back, by first purchase',
    'Share buying again, all cohorts together',
    'Newer and older cohorts at the same age',
    'Still a customer',
    'How long customers stay',
    'How many leave, period by period',
    'Who is at risk now',
    'Who joins, returns and leaves',
  ];
  for (const title of titles) await expect(panel(page, title)).toContainText('Counted otherwise: ');

  const risk = panel(page, 'Who is at risk now');
  const overdue = async () => /(\d+) overdue by their own rhythm/.exec(await finding(risk).innerText())![1];
  const [, otherwise, own] = /beyond 3 times their usual gap: (\d+) customers, in place of (\d+)/.exec(
    await risk.innerText(),
  )!;
  expect(await overdue()).toBe(own);
  await risk.getByLabel('Overdue beyond so many times the usual gap').fill('3');
  await page.keyboard.press('Enter');
  await expect.poll(overdue).toBe(otherwise);
  await expect(risk).toContainText(`beyond 2 times their usual gap: ${own} customers, in place of ${otherwise}`);

  await go(page, 'Life cycle');
  const away = panel(page, 'With us and gone, month by month');
  await expect(away).toContainText('bought within the last 183 days, ');
  const [, buying] = /otherwise: ([\d,]+) bought within the last 183 days/.exec(await away.innerText())!;
  await go(page, 'Retention');
  await page.getByLabel('A customer counts as gone after').fill('183');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'as the file suggests' })).toBeVisible();
  await go(page, 'Life cycle');
  await expect(finding(away)).toContainText(`${buying} of 2,563 customers bought within the last 183 days`);
});
