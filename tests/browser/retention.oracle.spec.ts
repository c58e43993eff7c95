import { expect, test } from '@playwright/test';
import { sharedData } from '../support/shared-data-path.mjs';
import { drop } from './support/files';
import { chart, finding, go, openSample, panel, tableOf } from './support/site';

test('Telco as a file has the stays by contract that R computes', async ({ page }) => {
  await openSample(page);
  await drop(page, sharedData('telco_churn/Telco-Customer-Churn.csv'));
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await expect(page.getByText('Telco-Customer-Churn.csv').first()).toBeVisible();
  await go(page, 'Retention');
  await expect(chart(panel(page, 'Still a customer'))).toBeVisible();
  await page.getByLabel('Break down by').selectOption('Contract');
  await expect(finding(panel(page, 'Still a customer'))).toContainText(
    'Half of “Month-to-month” are gone after 35 months (95%: 32–38)',
  );
  const rows = await tableOf(panel(page, 'How long customers stay'));
  expect(rows.map((row) => [row['stratum'], row['of'], row['events'], row['rmst']])).toEqual([
    ['Month-to-month', '3,875', '1,655', '36.298'],
    ['One year', '1,473', '166', '66.417'],
    ['Two year', '1,695', '48', '71.540'],
  ]);
  const tests = panel(page, 'Is the difference more than chance?');
  await expect(finding(tests)).toContainText('2,352.9');
  const cox = (await tableOf(tests)).filter((row) => row['test'] === 'cox');
  expect(cox.map((row) => [row['coef'], row['se'] !== ''])).toEqual([
    ['−2.191', true],
    ['−4.225', true],
  ]);
  await page.getByLabel('and by').selectOption('SeniorCitizen');
  await expect(finding(panel(page, 'How long customers stay'))).toContainText('n = 7,043');
  await expect.poll(async () => (await tableOf(tests)).filter((row) => row['test'] === 'cox').length).toBe(3);
});
