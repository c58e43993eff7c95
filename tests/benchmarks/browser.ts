import { readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';
import { chromiumLaunch } from '../support/chromium.mjs';

const MINUTES = 60_000;

/** A browser with nothing in its caches, on the bench page, with a file chosen. */
export class FreshPage {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async open(url: string, file: string): Promise<FreshPage> {
    const browser = await chromium.launch(chromiumLaunch());
    const page = await browser.newPage();
    page.setDefaultTimeout(5 * MINUTES);
    await page.goto(url);
    await page.waitForFunction(() => 'bench' in window);
    await page.setInputFiles('#file', file);
    return new FreshPage(browser, page);
  }

  /** The most memory in MB that the page and its workers, which share a process, ever held; null where Linux does not tell. */
  async peakMemory(): Promise<number | null> {
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => highWater(id));
    return peaks.reduce((most: number | null, peak) => (peak !== null && peak > (most ?? 0) ? peak : most), null);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

function highWater(processId: number): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    return null;
  }
}
