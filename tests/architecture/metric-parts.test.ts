import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withTree } from './broken-tree';

const root = path.resolve(import.meta.dirname, '../..');
const PARTS = ['definition.ts', 'query.sql', 'kernel.ts', 'derive.ts', 'view.ts', 'Chart.svelte', 'about.md'];
const REGISTRIES = ['catalog.ts', 'computations.ts', 'views.ts'];

/** What a metric still lacks: a part of its folder, its line in a registry, or any test of its own. */
function missingParts(base: string): string[] {
  const metrics = path.join(base, 'src/metrics');
  if (!existsSync(metrics)) return [];
  const registries = REGISTRIES.map((name) => ({ name, text: readOr(path.join(metrics, name)) }));
  const ids = readdirSync(metrics, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return ids.flatMap(({ name: id }) => [
    ...PARTS.filter((part) => !existsSync(path.join(metrics, id, part))).map((part) => `src/metrics/${id}/${part}`),
    ...registries.filter(({ text }) => !text.includes(`./${id}/`)).map(({ name }) => `${id} in src/metrics/${name}`),
    ...(hasTest(path.join(base, 'tests/metrics', id)) ? [] : [`tests/metrics/${id}/*.test.ts`]),
  ]);
}

const readOr = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const hasTest = (folder: string) => existsSync(folder) && readdirSync(folder).some((file) => file.endsWith('.test.ts'));

test('every metric has all its parts', () => {
  expect(missingParts(root)).toEqual([]);
});

test('a throw-away metric without its parts is found', async () => {
  const files = {
    'src/metrics/throw-away/definition.ts': '',
    'src/metrics/throw-away/kernel.ts': '',
    'src/metrics/catalog.ts': "import './throw-away/definition';",
  };
  expect(await withTree(files, missingParts)).toEqual([
    'src/metrics/throw-away/query.sql',
    'src/metrics/throw-away/derive.ts',
    'src/metrics/throw-away/view.ts',
    'src/metrics/throw-away/Chart.svelte',
    'src/metrics/throw-away/about.md',
    'throw-away in src/metrics/computations.ts',
    'throw-away in src/metrics/views.ts',
    'tests/metrics/throw-away/*.test.ts',
  ]);
});
