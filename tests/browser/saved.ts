import type { Page } from '@playwright/test';

/** Records the files that the page saves, since Firefox ESR does not report downloads to Playwright. Call before `goto`. */
export async function watchSaved(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      if (blob.type.startsWith('text/csv')) (window as unknown as { saved: Promise<string> }).saved = blob.text();
      return make(blob);
    };
  });
  return async () => {
    await page.waitForFunction(() => 'saved' in window);
    return page.evaluate(() => (window as unknown as { saved: Promise<string> }).saved);
  };
}
