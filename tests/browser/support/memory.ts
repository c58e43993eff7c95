import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';

/** Megabytes that a later load may leave above what the first left. */
export const MOST_GROWTH = 1.1;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export interface Load {
  readonly megabytes: number;
  readonly seconds: number;
}

/**
 * Loads a file, opens its charts and forgets everything, several times; gives the memory of the page after each time. `page` is on
 * the site's Data page.
 */
export async function loadAndClear(
  page: Page,
  file: string,
  times: number,
  say?: (load: Load) => void,
): Promise<Load[]> {
  const loads: Load[] = [];
  const main = page.getByRole('main');
  const link = (name: string) =>
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true });
  for (let time = 0; time < times; time++) {
    const begun = Date.now();
    await link('Data').click();
    await main.getByRole('heading', { level: 1, name: 'Data' }).waitFor();
    await page.locator('input[type=file]').first().setInputFiles(file);
    await main.getByText('1 file brought, all in.').waitFor({ timeout: 5 * MINUTE });
    await link('Life cycle').click();
    await main
      .getByText(/^n = [\d,]+$/)
      .first()
      .waitFor({ timeout: MINUTE });
    const seconds = (Date.now() - begun) / SECOND;
    await link('Data').click();
    await main.getByRole('button', { name: 'Forget everything' }).click();
    await main.getByRole('button', { name: 'Choose files' }).waitFor();
    const megabytes =
      time === 0 ? await held(page, -Infinity, 8) : await held(page, MOST_GROWTH * loads[0].megabytes, 30);
    const load = { megabytes, seconds };
    loads.push(load);
    say?.(load);
  }
  return loads;
}

/**
 * Megabytes after garbage collection: of all processes of pages on Linux, elsewhere of the page's heap. A browser frees
 * memory when it is idle, so the least of many measurements counts; the first that is low enough ends them.
 */
export async function held(page: Page, enough: number, mostSeconds: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const system = await page.context().browser()!.newBrowserCDPSession();
  let least = Infinity;
  for (const end = Date.now() + mostSeconds * SECOND; Date.now() < end && least > enough;) {
    await session.send('HeapProfiler.collectGarbage');
    await page.waitForTimeout(SECOND / 4);
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const processes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => anonymous(id));
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    least = Math.min(
      least,
      processes.includes(null) ? usedSize / 2 ** 20 : processes.reduce((sum: number, one) => sum + one!, 0),
    );
  }
  await session.detach();
  await system.detach();
  return least;
}

/** The memory of a process without mapped files. */
function anonymous(processId: number): number | null {
  try {
    const found = /RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'));
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    return null;
  }
}
