import { expect, test } from '@playwright/test';
import { bringMore, csv, sales, SALES_HEADER } from './support/files';
import { balance, bringKept, keptLine, loaded, press, stored } from './support/keeping';

// Only Chromium lets a test set the room that a site has.
test('on a full disk nothing is lost, a sentence says so, and it is kept when there is room again', async ({
  page,
  context,
}) => {
  await bringKept(page);
  const devtools = await context.newCDPSession(page);
  const origin = new URL(page.url()).origin;
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin });
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: Math.ceil(usage) + 20_000 });
  await bringMore(page, { name: 'more.csv', content: csv(SALES_HEADER, sales(50_000)) });
  await expect(page.getByRole('alert')).toContainText('This browser has no room left to keep this workspace.');
  await expect(balance(page)).toHaveText(['50,300', '50,300', '0', '0', '0']);
  // The figures are still in the page; the workspace kept before is still in the store.
  const other = await context.newPage();
  await other.goto('./#data');
  await expect(balance(other)).toHaveText(['300', '300', '0', '0', '0']);
  expect(await stored(other)).toEqual(['columns', 'manifest']);
  await other.close();
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await press(page, 'Keep it again');
  await expect(keptLine(page)).toBeVisible();
  await page.reload();
  await loaded(page);
  await expect(balance(page)).toHaveText(['50,300', '50,300', '0', '0', '0']);
});
