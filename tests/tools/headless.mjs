// `npm run report | read | sample-data | bench | soak -- ARGUMENTS`: the project's own code, built for Node and called in
// this process. stdout carries what the tool itself writes and nothing else.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { cache, root } from './paths.mjs';

/** Each exports `main(argv: string[]): Promise<number>`, the number being the exit code. @type {Record<string, string>} */
const ENTRIES = {
  report: 'src/cli/report.ts',
  read: 'src/cli/read.ts',
  'sample-data': 'sample-data/generator/main.ts',
  bench: 'tests/benchmarks/main.ts',
  soak: 'tests/soak/main.ts',
};
const WRONG_USAGE = 2;
const HOUR = 3_600_000;

const [tool = '', ...argv] = process.argv.slice(2);
const entry = ENTRIES[tool];
if (!entry || !existsSync(path.join(root, entry))) {
  console.error(entry ? `${entry} does not exist.` : `Use one of: ${Object.keys(ENTRIES).join(', ')}.`);
  process.exit(WRONG_USAGE);
}
ensureInstalled();
const built = path.join(cache, 'headless', `${tool}-${fingerprint(entry)}`);
if (!existsSync(built)) await build(entry, built);
const { main } = await import(pathToFileURL(path.join(built, 'main.mjs')).href);
process.exitCode = await main(argv);

/**
 * Changes with any file the tool may be built from.
 * @param {string} from
 * @returns {string}
 */
function fingerprint(from) {
  const hash = createHash('sha256');
  const places = new Set(['src', path.dirname(from), 'package-lock.json', 'vite.config.ts']);
  for (const file of [...places].flatMap(filesUnder)) {
    const { mtimeMs, size } = statSync(path.join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} place
 * @returns {string[]}
 */
function filesUnder(place) {
  if (!statSync(path.join(root, place)).isDirectory()) return [place];
  const entries = readdirSync(path.join(root, place), { recursive: true, withFileTypes: true });
  return entries
    .filter((found) => found.isFile())
    .map((found) => path.relative(root, path.join(found.parentPath, found.name)))
    .sort();
}

/**
 * Built aside and moved into place, so that two calls at once never see half a build.
 * @param {string} from
 * @param {string} to
 */
async function build(from, to) {
  const { build } = await import('vite');
  const aside = `${to}.${process.pid}`;
  await build({
    root,
    logLevel: 'error',
    customLogger: await errorsOnly(),
    build: {
      ssr: from,
      outDir: aside,
      emptyOutDir: true,
      target: 'node20',
      copyPublicDir: false,
      rolldownOptions: { output: { entryFileNames: 'main.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  try {
    renameSync(aside, to);
  } catch {
    rmSync(aside, { recursive: true, force: true });
  }
  forgetOld(path.dirname(to));
}

/** Vite writes warnings to stdout's neighbour, console.warn, and notices to stdout: both are unwanted here. */
async function errorsOnly() {
  const { createLogger } = await import('vite');
  const logger = createLogger('error');
  logger.info = logger.warn = logger.warnOnce = () => undefined;
  return logger;
}

/**
 * A build that is still running somewhere loads its parts as it goes, so only old ones are removed.
 * @param {string} folder
 */
function forgetOld(folder) {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > HOUR) rmSync(file, { recursive: true, force: true });
  }
}
