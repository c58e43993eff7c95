/**
 * What a run of the test tool does. `walls` are the tests that `checks` takes along, since they need no build.
 * @typedef {{ checks: boolean, walls: boolean, build: boolean, node: boolean, browser: boolean }} Plan
 */

/** @type {Plan} */
const NOTHING = { checks: false, walls: false, build: false, node: false, browser: false };

/** @type {Record<string, Plan>} */
export const PARTS = {
  quick: { ...NOTHING, checks: true, walls: true },
  node: { ...NOTHING, node: true },
  browser: { ...NOTHING, build: true, browser: true },
};

/** @type {Plan} */
const WHOLE = { checks: true, walls: false, build: true, node: true, browser: true };

/**
 * @param {string[]} given options of the command line
 * @returns {Plan | null} null for wrong usage: an unknown part is never taken for the whole
 */
export function planOf(given) {
  if (given.length === 0) return WHOLE;
  const name = given[0].replace(/^--/, '');
  return given.length === 1 && given[0].startsWith('--') && Object.hasOwn(PARTS, name) ? PARTS[name] : null;
}
