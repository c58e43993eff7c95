// `npm run new-metric purchase-interval`: writes a metric that runs, its tests, and its lines in the three lists of
// src/metrics, from the files in tests/tools/skeleton. What to fill in is what they say.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { root } from './paths.mjs';

const SKELETON = path.join(import.meta.dirname, 'skeleton');
const WRONG_USAGE = 2;

/**
 * Writes the folder, the tests and the lines of a metric.
 * @param {string} base where `src/metrics` and `tests/metrics` lie
 * @param {string} given `purchase-interval` or `purchase_interval`
 * @returns {Promise<string[]>} what was written or changed, below `base`
 */
export async function newMetric(base, given) {
  const words = namesOf(given);
  const folder = path.join(base, 'src/metrics', words.FOLDER);
  if (existsSync(folder)) throw new Error(`src/metrics/${words.FOLDER} is there already.`);
  /** @type {Record<string, string>} */
  const files = {};
  for (const name of readdirSync(SKELETON)) {
    const file = name.replace(/[.]txt$/, '');
    const place = file.endsWith('.test.ts') ? 'tests/metrics' : 'src/metrics';
    files[`${place}/${words.FOLDER}/${file}`] = fill(readFileSync(path.join(SKELETON, name), 'utf8'), words);
  }
  for (const [name, add] of Object.entries(lists(words))) {
    const file = `src/metrics/${name}`;
    files[file] = add(readFileSync(path.join(base, file), 'utf8'));
  }
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(base, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, await formatted(name, text));
  }
  return Object.keys(files);
}

/**
 * @typedef {{ ID: string, FOLDER: string, NAME: string, TITLE: string }} Words
 * @param {string} given
 * @returns {Words}
 */
function namesOf(given) {
  const id = given.replaceAll('-', '_');
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id))
    throw new Error('usage: npm run new-metric purchase-interval (small letters, digits and hyphens)');
  const title = id.replaceAll('_', ' ');
  return {
    ID: id,
    FOLDER: id.replaceAll('_', '-'),
    NAME: id.replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
    TITLE: title.charAt(0).toUpperCase() + title.slice(1),
  };
}

/**
 * @param {string} text
 * @param {Words} words
 */
const fill = (text, words) =>
  text.replace(/__([A-Z]+)__/g, (_, name) => words[/** @type {keyof Words} */ (name)] ?? name);

/**
 * How the lists take a metric up, at their end.
 * @param {Words} words
 * @returns {Record<string, (text: string) => string>}
 */
function lists({ ID, FOLDER, NAME }) {
  return {
    'catalog.ts': (text) =>
      `${text}export { ${ID === NAME ? ID : `${NAME} as ${ID}`} } from './${FOLDER}/definition';\n`,
    'computations.ts': (text) => `${text}export { default as ${ID} } from './${FOLDER}/kernel';\n`,
    'views.ts': (text) => before(text, /^\} satisfies/m, `  ${ID}: () => import('./${FOLDER}/view'),\n`),
  };
}

/**
 * @param {string} text
 * @param {RegExp} mark
 * @param {string} line
 */
function before(text, mark, line) {
  const at = text.search(mark);
  if (at < 0) throw new Error(`There is no ${mark} to add a line before.`);
  return text.slice(0, at) + line + text.slice(at);
}

/**
 * @param {string} name
 * @param {string} text
 */
async function formatted(name, text) {
  const { format, resolveConfig } = await import('prettier');
  if (/[.]sql$/.test(name)) return text;
  const options = await resolveConfig(path.join(root, name));
  return format(text, { ...options, filepath: path.join(root, name) });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  try {
    const written = await newMetric(root, process.argv[2] ?? '');
    console.log(`${written.join('\n')}\n\nIt runs as it is: fill it in, then npm run check.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = WRONG_USAGE;
  }
}
