import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright';
import { longFile } from '../browser/support/cache';
import { loadAndClear, MOST_GROWTH } from '../browser/support/memory';
import { chromiumLaunch } from '../support/chromium.mjs';
import { serve } from '../tools/serve.mjs';
import { cancelInEachStage } from './cancel-stages';
import { soakLedgers } from '../intake/ledger/try-ledgers';
import { soakFiles } from './mutated-files';

const USAGE = `npm run soak [-- --files N] [--seed N] [--lines N] [--times N] [--cancel N]
  Reads small files of every kind, mutated; then loads a generated file into the built site and forgets it, again and again,
  and watches the memory.
  --files N  mutated files (10,000; 0 for none)
  --ledgers N  ledgers that are written in every form and read (2,000; 0 for none)
  --seed N   where the mutations and ledgers begin (1)
  --lines N  lines of the generated file (1,000,000)
  --times N  how often (10; 0 for never)
  --cancel N lines of a file that is brought and given up in each of its stages (0: not done; 2100000 are 200 MB)`;

/** Exit codes: 0 memory is given back; 1 it is not, or something failed; 2 wrong usage. */
export async function main(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  try {
    const isWhole = options.files === 0 || (await soakFiles(options.files, options.seed));
    const isRead = options.ledgers === 0 || (await soakLedgers(options.ledgers, options.seed));
    const site = path.resolve('dist');
    const isGivenBack = options.times === 0 || (await withSite(site, async (open) => soak(await open(), options)));
    const isStopped =
      options.cancel === 0 || (await withSite(site, (open) => cancelInEachStage(open, longFile(options.cancel))));
    return isWhole && isRead && isGivenBack && isStopped ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

interface Options {
  readonly files: number;
  readonly ledgers: number;
  readonly seed: number;
  readonly lines: number;
  readonly times: number;
  readonly cancel: number;
}
function readOptions(argv: readonly string[]): Options | null {
  const options = { files: 10_000, ledgers: 2_000, seed: 1, lines: 1_000_000, times: 10, cancel: 0 };
  for (let at = 0; at < argv.length; at += 2) {
    const [name, count] = [argv[at].slice(2), Number(argv[at + 1])];
    if (!argv[at].startsWith('--') || !(name in options) || !Number.isInteger(count) || count < 0) return null;
    options[name as keyof Options] = count;
  }
  return options;
}

/** Gives the built site's Data page, as often as it is asked for; each with a sample, and nothing of the others. */
async function withSite(site: string, run: (open: () => Promise<Page>) => Promise<boolean>): Promise<boolean> {
  if (!existsSync(path.join(site, 'index.html'))) throw new Error('There is no built site: npm run build first.');
  const server = await serve({ folder: site });
  const browser = await chromium.launch(chromiumLaunch());
  try {
    return await run(async () => {
      const page = await browser.newPage();
      await page.goto(`${server.url}#data`);
      await page.getByText(/tables brought, all in\.$/).waitFor();
      return page;
    });
  } finally {
    await browser.close();
    await server.close();
  }
}

async function soak(page: Page, { lines, times }: Options): Promise<boolean> {
  console.log('load  seconds  MB held after it was forgotten');
  let count = 0;
  const loads = await loadAndClear(page, longFile(lines), times, ({ megabytes, seconds }) =>
    console.log(`${String(++count).padStart(4)}  ${seconds.toFixed(1).padStart(7)}  ${megabytes.toFixed(0)}`),
  );
  const growth = loads[loads.length - 1].megabytes / loads[0].megabytes;
  const isFine = growth <= MOST_GROWTH;
  console.log(
    `The last is ${growth.toFixed(2)} times the first: ${isFine ? 'memory is given back' : `more than ${MOST_GROWTH}`}.`,
  );
  return isFine;
}
