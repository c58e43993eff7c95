import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Without these, Chromium calls home at every start and hides real failures under refused connections. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
const isRoot = process.getuid?.() === 0;

export const chromiumArgs = isRoot ? ['--no-sandbox', ...QUIET] : QUIET;

/**
 * A system's own Chromium or Chrome; undefined lets Playwright look for the one it has downloaded itself.
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return findOnPath(CHROMIUM_NAMES) ?? CHROMIUM_PLACES.find((place) => existsSync(place));
}

/** @returns {string | undefined} */
export function findFirefox() {
  return process.env.FIREFOX_PATH || findOnPath(['firefox-esr']);
}

/**
 * For `launchOptions`: exactOptionalPropertyTypes wants an absent key, not an undefined one.
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function chromiumLaunch() {
  const executablePath = findChromium();
  return executablePath ? { executablePath, args: chromiumArgs } : { args: chromiumArgs };
}

/**
 * @param {string} executable
 * @returns {boolean}
 */
export function starts(executable) {
  return spawnSync(executable, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/**
 * @param {string[]} names
 * @returns {string | undefined}
 */
function findOnPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const name of names) {
    const found = folders.map((folder) => path.join(folder, name + suffix)).find((file) => existsSync(file));
    if (found) return found;
  }
  return undefined;
}
