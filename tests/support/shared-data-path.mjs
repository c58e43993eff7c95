import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.PERENNIAL_SHARED_DATA || path.resolve(import.meta.dirname, '../../../shared/data');

/** Real data is never in this repository; it may lie beside a checkout. */
export const hasSharedData = existsSync(folder);

const cases = path.resolve(folder, '../cases');

/** Small made files that were read wrongly once lie beside the real data, in a folder for each kind of fault. */
export const hasSharedCases = existsSync(cases);

/**
 * For files named *.oracle.test.ts and *.oracle.spec.ts only: they are left out where the data is not.
 * @param {string} file below the folder of real data
 * @returns {string} the absolute path
 */
export function sharedData(file) {
  return path.join(folder, file);
}

/**
 * For tests in tests/cases only: they are left out where the files are not.
 * @param {string} file below the folder of cases
 * @returns {string} the absolute path
 */
export function sharedCase(file) {
  return path.join(cases, file);
}
