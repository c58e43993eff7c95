import { describe, test } from 'vitest';

export { sharedData } from './shared-data-path.mjs';

/**
 * Tests against published answers on real data. They live in files named *.oracle.test.ts, which vitest.config.ts
 * leaves out, and tests/tools/test.mjs counts as absent, where the data is not there.
 */
export const oracle = test;
export const describeOracle = describe;
