import { readdirSync } from 'node:fs';
import { describe, test } from 'vitest';
import { sharedCase } from './shared-data-path.mjs';
import { bringFiles, type WrittenReport } from './written-report';

export { sharedCase, sharedData } from './shared-data-path.mjs';

/**
 * Tests against published answers on real data. They live in files named *.oracle.test.ts, which vitest.config.ts
 * leaves out, and tests/tools/test.mjs counts as absent, where the data is not there.
 */
export const oracle = test;
export const describeOracle = describe;

/** The files of a case in the order of their names. */
export const filesOfCase = (name: string): string[] =>
  readdirSync(sharedCase(name))
    .filter((file) => !file.endsWith('.md'))
    .map((file) => sharedCase(`${name}/${file}`));

export const bringCase = (name: string, args: readonly string[] = []): Promise<WrittenReport> =>
  bringFiles(filesOfCase(name), args);
