import { expect, test } from '@playwright/test';
import { csv, drop, sales, SALES_HEADER } from './support/files';
import { chart, finding, go, listed, number, openPart, openSample, panel, spoken, tableOf } from './support/site';

// The Accountability page: targets and owners, and the definition, SQL and customers of each figure.

const SCORECARD = 'Who answers for what, and how it stands';
const PORTFOLIO = 'Capabilities: three levels of three stages';
const KPIS = 'What moved net sales, month by month';

test('the scorecard of the shop has targets, owners, definition, SQL, and the customers behind a figure', async ({
  page,
}) => {
  await page.goto('./#accountability');
  const card = panel(page, SCORECARD);
  await expect(finding(card)).toContainText(
    '5 of 9 targets are met; furthest off is cost to win one (Priya Nair): £26.55 against £22.00.',
  );
  await expect(finding(panel(page, PORTFOLIO))).toContainText('somebody answers for 9 of them');
  await openPart(card, 'Meaning');
  await expect(card.locator('.own-text')).toContainText('less is better');
  await openPart(card, 'SQL');
  await expect(card.getByRole('region', { name: 'SQL' })).toContainText('SELECT');
  const rows = await tableOf(card);
  expect(rows.find(({ metric }) => metric === 'Letters answered within two days')).toMatchObject({
    owner: 'Joan Ferris',
    status: 'not_measured',
  });
  const won = rows.find(({ metric }) => metric === 'new_customers')!;
  await chart(card).focus();
  await page.keyboard.press('Home');
  await expect(spoken(card)).toHaveText(/^New customers/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Customers · Perennial');
  expect(await listed(page)).toBe(number(won['value']));
  await page.goBack();
  await chart(panel(page, PORTFOLIO)).focus();
  await page.keyboard.press('End');
  await expect(spoken(panel(page, PORTFOLIO))).toHaveText(/^Categories per customer.*Mo Haddad answers for it/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Customers · Perennial');
  const bought = rows.find(({ metric }) => metric === 'active_customers')!;
  expect(await listed(page)).toBe(number(bought['value']));
  await page.goBack();
  const months = panel(page, KPIS);
  await expect(finding(months)).toContainText('Jun 2025');
  const last = (await tableOf(months)).at(-1)!;
  await chart(months).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveTitle('Customers · Perennial');
  expect(await listed(page)).toBe(number(last['customers']));
});

test('a targets file beside sales shows what is owned, met, missed and not measured', async ({ page }) => {
  await openSample(page);
  const targets = csv(
    ['Metric', 'Target', 'Owner'],
    [
      ['Neukunden', 1000, 'Ada'],
      ['Retention rate', 101, 'Ben'],
      ['Days to answer', 2, 'Ben'],
    ],
  );
  const lines = { name: 'till.csv', content: csv(SALES_HEADER, sales(600)) };
  await drop(page, lines, { name: 'targets.csv', content: targets });
  await expect(
    page.getByText('2 tables brought, all in.').or(page.getByRole('heading', { name: 'Life cycle' })),
  ).toBeVisible();
  await go(page, 'Accountability');
  const rows = await tableOf(panel(page, SCORECARD));
  const of = (metric: string) => rows.find((row) => row['metric'] === metric)!;
  expect(of('new_customers')).toMatchObject({ owner: 'Ada', target: '1,000', status: 'missed' });
  expect(of('kept')).toMatchObject({ owner: 'Ben', status: 'missed' });
  expect(of('Days to answer')).toMatchObject({ owner: 'Ben', value: '', status: 'not_measured' });
  expect(of('net_sales')['status']).toBe('no_target');
  await expect(finding(panel(page, PORTFOLIO))).toContainText('somebody answers for');
});
