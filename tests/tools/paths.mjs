import { createRequire } from 'node:module';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const dist = path.join(root, 'dist');
/** Kept inside node_modules: ignored by every tool, and gone with a fresh install. */
export const cache = path.join(root, 'node_modules/.cache/perennial');

/**
 * The script behind a package's command, to be run by this very Node: no shell, no PATH, the same on every system.
 * @param {string} name
 * @param {string} [command]
 * @returns {string}
 */
export function commandOf(name, command = name) {
  const require = createRequire(path.join(root, 'package.json'));
  const folder = path.join(root, 'node_modules', name);
  const { bin } = require(path.join(folder, 'package.json'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}
