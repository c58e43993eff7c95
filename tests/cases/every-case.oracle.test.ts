import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { oracle, sharedCase } from '../support/shared-data';

oracle('every case is named by a test', () => {
  const folders = readdirSync(sharedCase('.'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const tests = readdirSync(import.meta.dirname).map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'));
  const named = tests.join('\n');
  expect(folders.map(({ name }) => name).filter((name) => !named.includes(name))).toEqual([]);
});
