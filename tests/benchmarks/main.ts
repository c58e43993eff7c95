import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { serve } from '../tools/serve.mjs';
import { buildPage } from './build-page';
import { FreshPage } from './browser';
import { checkEqual, measureCold, measureWarm, type Site } from './measure';
import { Samples } from './samples';
import { tableOf } from './table';
import { transactionFile } from './transaction-file';

const USAGE = `npm run bench [-- --lines N] [--runs N] [--equal]
  Perennial against DuckDB-WASM in the same Chromium, over a generated file of a million lines.
  --lines N  a file of N lines instead
  --runs N   medians of N runs (5)
  --equal    only checks that both sides give equal results
  Without options the table is written to tests/benchmarks/latest.md too.`;

const MILLION = 1_000_000;
const RUNS = 5;

interface Options {
  readonly lines: number;
  readonly runs: number;
  readonly equalOnly: boolean;
}

/** Exit codes: 0 done; 1 the sides differ or something failed; 2 wrong usage. */
export async function main(argv: string[]): Promise<number> {
  const options = readOptions(argv);
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  try {
    const begun = performance.now();
    const seconds = () => ((performance.now() - begun) / 1000).toFixed(0).padStart(4);
    await bench(process.cwd(), options, (what) => console.error(`${seconds()} s  ${what}`));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function readOptions(argv: readonly string[]): Options | null {
  const options = { lines: MILLION, runs: RUNS, equalOnly: false };
  for (let at = 0; at < argv.length; at++) {
    const count = Number(argv[at + 1]);
    if (argv[at] === '--equal') options.equalOnly = true;
    else if ((argv[at] === '--lines' || argv[at] === '--runs') && Number.isInteger(count) && count > 0) {
      options[argv[at] === '--lines' ? 'lines' : 'runs'] = count;
      at++;
    } else return null;
  }
  return options;
}

/**
 * @param root the repository
 * @param say hears what is being done
 */
export async function bench(
  root: string,
  { lines, runs, equalOnly }: Options,
  say: (what: string) => void,
): Promise<void> {
  const cache = path.join(root, 'node_modules/.cache/perennial/bench');
  const folder = path.join(cache, `page-${process.pid}`);
  say(`a file of ${lines.toLocaleString('en')} lines`);
  const file = transactionFile(cache, lines);
  await buildPage(root, folder);
  const server = await serve({ folder });
  const site: Site = { url: server.url, file, lines };
  const samples = new Samples();
  try {
    const fresh = await FreshPage.open(site.url, file);
    try {
      say('both sides read it');
      await fresh.page.evaluate(() => window.bench.prepare());
      say(`equal results: ${await checkEqual(fresh)} answers`);
      if (!equalOnly) await measureWarm(fresh, runs, samples, say);
    } finally {
      await fresh.close();
    }
    if (!equalOnly) await measureCold(site, runs, samples, say);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  if (equalOnly) return;
  const table = tableOf(samples);
  console.log(table);
  say('done');
  if (lines === MILLION && runs === RUNS)
    writeFileSync(path.join(root, 'tests/benchmarks/latest.md'), report(table, runs));
}

const report = (table: string, runs: number) => `# Speed against DuckDB-WASM

Written by \`npm run bench\`: medians of ${runs} interleaved runs over one million transaction lines, both sides in the same Chromium;
a ratio is ours by theirs in the same run. Only the ratios mean anything: the times are of whatever machine this was. "DuckDB plain"
is what read_csv brings, "DuckDB star" lines of integers made for these questions. Ours is what the engine counts; what a chart is
given besides (names, shares, p-values) has a row of its own. Both sides were first found to give equal results.

${table}
`;
