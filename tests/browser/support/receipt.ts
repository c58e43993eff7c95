import { expect, type Locator, type Page } from '@playwright/test';

/** The receipt at the top of the Data page. */
export const receipt = (page: Page): Locator => page.locator('section.receipt');

/** Unfolds how each column was read. */
export async function showColumns(page: Page): Promise<void> {
  const fold = page.locator('details').filter({ has: page.getByText('How each column was read') });
  await expect(fold).toBeVisible();
  if (!(await fold.evaluate((element) => (element as HTMLDetailsElement).open))) await fold.locator('summary').click();
}
