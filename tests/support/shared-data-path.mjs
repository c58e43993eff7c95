import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.PERENNIAL_SHARED_DATA || path.resolve(import.meta.dirname, '../../../shared/data');

/** Real data is never in this repository; it may lie beside a checkout. */
export const hasSharedData = existsSync(folder);

/**
 * For files named *.oracle.test.ts and *.oracle.spec.ts only: they are left out where the data is not.
 * @param {string} file below the folder of real data
 * @returns {string} the absolute path
 */
export function sharedData(file) {
  return path.join(folder, file);
}
