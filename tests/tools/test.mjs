// `npm test`, right after a clone as well: installs what is missing, then runs every check. `--quick` (npm run check)
// leaves out what needs a build or a browser. The last line is the count.
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { seed } from '../support/settings.mjs';
import { hasSharedCases, hasSharedData } from '../support/shared-data-path.mjs';
import { ensureChromium } from './browser.mjs';
import { countAbsent, countPlaywright, countVitest, flakyTitles } from './counts.mjs';
import { ensureInstalled } from './install.mjs';
import { cache, commandOf } from './paths.mjs';
import { runNode } from './run.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {import('./run.mjs').Outcome} Outcome
 */

const quick = process.argv.includes('--quick');
const total = { passed: 0, failed: 0 };

ensureInstalled();
mkdirSync(cache, { recursive: true });
heading('Checks');
await inPairs([
  () => check('eslint', 'eslint', ['.', '--max-warnings', '0']),
  () => check('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']),
  () => check('prettier', 'prettier', ['--check', '.', '--log-level', 'warn']),
  () => check('knip', 'knip', ['--no-progress']),
  ...(quick ? [] : [buildAndSize]),
]);
if (quick) {
  heading('Walls');
  await vitest('walls', ['--project', 'node', 'tests/architecture']);
} else {
  await withBrowser();
}
conclude();

async function buildAndSize() {
  const built = await check('build', 'vite', ['build', '--logLevel', 'warn']);
  if (built) await check('size-limit', 'size-limit', []);
  else report('size-limit', { passed: 0, failed: 1, skipped: 0 }, 0, 'There is no build to measure.');
}

async function withBrowser() {
  heading('Tests');
  console.log(`Properties use the seed ${seed}; PERENNIAL_SEED sets another.`);
  const browser = await ensureChromium();
  if (!browser) {
    const advice = 'No Chromium or Chrome: install one, or set CHROMIUM_PATH to it.';
    report('browser', { passed: 0, failed: 1, skipped: 0 }, 0, advice);
    await vitest('vitest', ['--project', 'node']);
    return;
  }
  process.env.CHROMIUM_PATH = browser;
  await vitest('vitest', []);
  await playwright();
}

/**
 * @param {string} name
 * @param {string[]} args
 */
async function vitest(name, args) {
  const file = reportFile(name);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const outcome = await runNode(commandOf('vitest'), ['run', ...args, ...reporters], { env: plain(), minutes: 20 });
  report(name, countVitest(file, outcome.code), outcome.seconds, outcome.output);
}

async function playwright() {
  const file = reportFile('playwright');
  const env = { ...plain(), PERENNIAL_PLAYWRIGHT_JSON: file, PERENNIAL_PORT: String(await freePort()) };
  const outcome = await runNode(commandOf('@playwright/test', 'playwright'), ['test'], { env, minutes: 25 });
  report('playwright', countPlaywright(file, outcome.code), outcome.seconds, outcome.output);
  for (const title of flakyTitles(file)) console.log(`        at the second attempt only: ${title}`);
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
async function check(name, command, args) {
  const { code, output, seconds } = await runNode(commandOf(command), args, { env: plain(), minutes: 12 });
  report(name, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }, seconds, output);
  return code === 0;
}

/**
 * @param {string} name
 * @param {Counts} counts
 * @param {number} seconds
 * @param {string} output shown only if it explains a failure
 */
function report(name, { passed, failed, skipped }, seconds, output) {
  total.passed += passed;
  total.failed += failed;
  const skips = skipped ? `, ${skipped} skipped` : '';
  console.log(
    `${failed ? 'FAILED' : 'ok    '}  ${name}: ${passed} passed, ${failed} failed${skips} (${seconds.toFixed(1)} s)`,
  );
  if (failed) console.log(`${withoutPassed(output).trim().replace(/^/gm, '    ')}\n`);
}

/** @param {string} output */
function withoutPassed(output) {
  return output
    .split('\n')
    .filter((line) => !/^\s*✓/.test(line))
    .join('\n');
}

function conclude() {
  console.log('');
  const absent = quick ? 0 : countAbsent({ hasSharedData, hasSharedCases });
  if (absent) console.log(`${absent} absent: real data not beside this checkout`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed ? 1 : 0;
}

/** Two at a time: as many as the smallest machine that this runs on has cores. @param {(() => Promise<unknown>)[]} tasks */
async function inPairs(tasks) {
  const queue = [...tasks];
  const worker = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) await task();
  };
  await Promise.all([worker(), worker()]);
}

/** What npm, CI or a shell has set must not change a verdict: no colours, no production mode. */
function plain() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  delete env.NODE_ENV;
  return env;
}

/** @param {string} name */
function reportFile(name) {
  const file = path.join(cache, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** @param {string} text */
function heading(text) {
  console.log(`\n${text}`);
}
