import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, starts } from '../support/chromium.mjs';
import { commandOf, root } from './paths.mjs';

/**
 * The tests' browser: the system's, else Playwright's download, else the distribution's package.
 * @returns {Promise<string | null>} where it is, or null if there is none and none could be had
 */
export async function ensureChromium() {
  return usable(findChromium()) ?? (await downloaded()) ?? packaged();
}

/** @param {string | undefined} executable */
const usable = (executable) => (executable && starts(executable) ? executable : null);

async function downloaded() {
  const { chromium } = await import('playwright');
  if (!existsSync(chromium.executablePath())) {
    process.stderr.write('No Chromium or Chrome found; asking Playwright for one ...\n');
    quietly(process.execPath, [commandOf('playwright'), 'install', 'chromium']);
  }
  return usable(chromium.executablePath());
}

function packaged() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  process.stderr.write('Installing the package chromium with apt-get ...\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  quietly('apt-get', ['update', '-q'], env);
  quietly('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], env);
  return usable(findChromium());
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function quietly(command, args, env = process.env) {
  const outcome = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: 300_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (outcome.status !== 0)
    process.stderr.write(`${outcome.stdout ?? ''}${outcome.stderr ?? ''}`.split('\n').slice(-6).join('\n') + '\n');
}
