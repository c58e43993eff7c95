// Runs before anything is installed: Node's own modules only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockEntry
 * @typedef {Record<string, LockEntry>} LockPackages
 */

/**
 * Installs what package-lock.json says, unless that is there already. Everything npm prints goes to stderr, since a
 * caller's stdout may be data.
 * @returns {void}
 */
export function ensureInstalled() {
  if (isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))) return;
  process.stderr.write('Installing what package-lock.json lists ...\n');
  // A registry may not carry a platform's optional binary the moment it carries the package; the second try finds it.
  for (let attempt = 0; attempt < 2; attempt++) {
    if (npm(['ci', '--include=dev', '--include=optional', ...(attempt ? ['--prefer-online'] : [])]) && viteLoads())
      return;
  }
  process.stderr.write('npm ci failed: see above. Perennial needs Node 20.19 or later and the npm registry once.\n');
  process.exit(1);
}

/**
 * Compares contents, not times: git gives files the time of the checkout. What npm left out as optional (binaries
 * for other systems) may be missing.
 * @param {LockPackages | null} wanted
 * @param {LockPackages | null} present
 * @returns {boolean}
 */
export function isInstalled(wanted, present) {
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([where, entry]) => {
    if (where === '' || entry.link) return true;
    const found = present[where];
    return found ? found.version === entry.version : Boolean(entry.optional ?? (entry.devOptional || entry.peer));
  });
}

/**
 * @param {string} file
 * @returns {LockPackages | null}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {string[]} args
 * @returns {boolean}
 */
function npm(args) {
  const env = { ...process.env };
  delete env.NODE_ENV;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] };
  const script = process.env.npm_execpath;
  const outcome = script
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return outcome.status === 0;
}

function viteLoads() {
  return spawnSync(process.execPath, ['-e', 'import("vite")'], { cwd: root, stdio: 'ignore' }).status === 0;
}
