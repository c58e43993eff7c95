// `npm test`, right after a clone as well: installs what is missing, then runs every check. One option asks for a part
// alone: `--quick` (npm run check) for what needs neither a build nor a browser, `--node` for the tests in Node,
// `--browser` for the build, its size and every test in a browser. The three together are the whole. The last line is the
// count.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { seed } from '../support/settings.mjs';
import { hasSharedCases, hasSharedData } from '../support/shared-data-path.mjs';
import { ensureChromium } from './browser.mjs';
import { countAbsent, countPlaywright, countVitest, flakyTitles } from './counts.mjs';
import { ensureInstalled } from './install.mjs';
import { PARTS, planOf } from './parts.mjs';
import { cache, commandOf, root } from './paths.mjs';
import { runNode } from './run.mjs';

/**
 * @typedef {import('./counts.mjs').Counts} Counts
 * @typedef {import('./run.mjs').Outcome} Outcome
 */

const plan = planOf(process.argv.slice(2));
if (!plan) {
  const options = Object.keys(PARTS).map((name) => `--${name}`);
  console.error(`usage: npm test [-- ${options.join(' | ')}]`);
  process.exit(2);
}
const total = { passed: 0, failed: 0 };

ensureInstalled();
mkdirSync(cache, { recursive: true });
if (plan.checks || plan.build) {
  heading('Checks');
  await inPairs([...(plan.checks ? checks() : []), ...(plan.build ? [buildAndSize] : [])]);
}
if (plan.walls) {
  heading('Walls');
  await vitest('walls', ['--project', 'node', 'tests/architecture']);
}
if (plan.node || plan.browser) {
  heading('Tests');
  console.log(`Properties use the seed ${seed}; PERENNIAL_SEED sets another.`);
  if (plan.browser) await withBrowser(plan.node);
  else await vitest('vitest', ['--project', 'node']);
}
conclude(plan.node || plan.browser);

function checks() {
  return [
    () => check('eslint', 'eslint', ['.', '--max-warnings', '0']),
    () => check('types', 'svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']),
    () => check('prettier', 'prettier', ['--check', '.', '--log-level', 'warn', ...prettierCache()]),
    () => check('knip', 'knip', ['--no-progress']),
  ];
}

/**
 * How a file is laid out follows from its text, Prettier's version and its settings, which its cache compares, and from
 * the plugin's version, which it does not: hence a cache for each lock file.
 */
function prettierCache() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const file = path.join(cache, `prettier-${lock.slice(0, 16)}`);
  return ['--cache', '--cache-strategy', 'content', '--cache-location', file];
}

async function buildAndSize() {
  const built = await check('build', 'vite', ['build', '--logLevel', 'warn']);
  if (built) await check('size-limit', 'size-limit', []);
  else report('size-limit', { passed: 0, failed: 1, skipped: 0 }, 0, 'There is no build to measure.');
}

/** @param {boolean} withNode the tests in Node as well, in the same run */
async function withBrowser(withNode) {
  const browser = await ensureChromium();
  if (!browser) {
    const advice = 'No Chromium or Chrome: install one, or set CHROMIUM_PATH to it.';
    report('browser', { passed: 0, failed: 1, skipped: 0 }, 0, advice);
    if (withNode) await vitest('vitest', ['--project', 'node']);
    return;
  }
  process.env.CHROMIUM_PATH = browser;
  await vitest('vitest', withNode ? [] : ['--project', 'browser']);
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

/** @param {boolean} withTests whether tests were run that may be absent */
function conclude(withTests) {
  console.log('');
  const absent = withTests ? countAbsent({ hasSharedData, hasSharedCases }) : 0;
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
