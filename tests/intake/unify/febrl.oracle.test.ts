import { openAsBlob, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'vitest';
import type { RecordTable } from '../../../src/domain/columns';
import { assembleRecords } from '../../../src/intake/check/assemble-records';
import { mappingAs } from '../../../src/intake/understand/guess-mapping';
import { readTables } from '../../../src/intake/read/read-file';
import { validateRecords } from '../../../src/intake/check/validate-records';
import { oracle, sharedData } from '../../support/shared-data';
import { matched, pairsOf } from './matched';

// Persons of the Febrl project with planted duplicates. The answers are only compared with; nothing is learnt from them.

/** The files as one table, read and mapped as for a new user. */
async function customersOf(files: readonly string[]): Promise<RecordTable> {
  const parts = [];
  for (const [index, file] of files.entries()) {
    const [table] = await readTables({ name: basename(file), blob: await openAsBlob(sharedData(`febrl_1_4/${file}`)) });
    const { records } = validateRecords(table, 'customers', mappingAs(table, 'customers'), index);
    parts.push({ records, index, name: file });
  }
  return assembleRecords('customers', parts);
}

const truePairs = (file: string): string[] =>
  readFileSync(sharedData(`febrl_1_4/oracle/${file}`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(',').sort().join(' '));

async function precisionAndRecall(files: readonly string[], answer: string) {
  const { group, records } = await matched(await customersOf(files), files);
  const found = pairsOf(group, records.keys);
  const truth = truePairs(answer);
  const hits = truth.filter((pair) => found.has(pair)).length;
  return { precision: hits / found.size, recall: hits / truth.length };
}

oracle('febrl 1: duplicates within one file', { timeout: 60_000 }, async () => {
  const { precision, recall } = await precisionAndRecall(['dataset1.csv'], 'dataset1_true_pairs.csv');
  expect(precision).toBeGreaterThanOrEqual(0.995);
  expect(recall).toBeGreaterThanOrEqual(0.985);
});

oracle('febrl 4: ten thousand records of two files, within 30 seconds', { timeout: 60_000 }, async () => {
  const begun = performance.now();
  const { precision, recall } = await precisionAndRecall(['dataset4a.csv', 'dataset4b.csv'], 'dataset4_true_links.csv');
  expect(precision).toBeGreaterThanOrEqual(0.995);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(performance.now() - begun).toBeLessThan(30_000);
});
