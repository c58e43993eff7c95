import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { withTree } from './broken-tree';
import { rooms } from './rooms.cjs';
import { writtenViolations } from './written-imports';

const root = path.resolve(import.meta.dirname, '../..');
const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<ICruiseOptions['ruleSet']>['forbidden'] & object;
  options: { enhancedResolveOptions: object } & ICruiseOptions;
};

async function cruisedViolations(baseDir: string): Promise<string[]> {
  const { enhancedResolveOptions, tsConfig: _, ...rest } = options;
  const { output } = await cruise(
    ['src'],
    { ...rest, baseDir, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
  );
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

const broken = {
  'src/domain/day.ts': "import { fit } from '../statistics/fit';\nexport const day = fit;\n",
  'src/statistics/fit.ts': "import { b } from './b';\nexport const fit = b;\n",
  'src/statistics/b.ts': "import { fit } from './fit';\nexport const b = () => fit;\n",
  'src/facts/facts.ts': 'export const facts = 1;\nexport interface Facts { n: number }\n',
  'src/database/fill.ts': "import type { Facts } from '../facts/facts';\nexport type F = Facts;\n",
  'src/database/scope.ts': "import { facts } from '../facts/facts';\nexport const s = facts;\n",
  'src/metrics/metric.ts': 'export interface Metric { id: string }\n',
  'src/metrics/one/kernel.ts': "import { two } from '../two/kernel';\nexport const one = two;\n",
  'src/metrics/two/kernel.ts': "import type { Metric } from '../metric';\nexport const two: Metric = { id: '' };\n",
  'src/metrics/two/Chart.svelte': '<script lang="ts">\n  import { two } from \'./kernel\';\n</script>\n{two.id}\n',
  'src/app/Panel.svelte':
    '<script lang="ts">\n  import type { F } from \'../database/fill\';\n  let f: F;\n</script>\n{f}\n',
  'src/app/start.ts': "export const w = new URL('../engine/engine-worker.ts', import.meta.url);\nimport './missing';\n",
  'src/engine/engine-worker.ts': 'export {};\n',
  'src/bridge/start.ts': "export { default as url } from '../engine/engine-worker.ts?worker&url';\n",
  'src/bridge/call.ts': "import '../engine/engine-worker';\n",
  'src/metrics/two/query.sql': '',
  'src/metrics/two/about.md': '',
  'src/metrics/computations.ts': "export { default as sql } from './two/query.sql?raw';\n",
  'src/metrics/views.ts':
    "export { default as about } from './two/about.md?html';\nexport { default as sql } from './two/query.sql?raw';\n",
};

/** A folder that is not in the table would be free to import anything. */
test('every room has its walls', () => {
  const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !(name in rooms))).toEqual([]);
});

test('imports go one way', async () => {
  expect(await cruisedViolations(root)).toEqual([]);
});

test('the walls hold for what dependency-cruiser does not see', () => {
  expect(writtenViolations(root)).toEqual([]);
});

test('a broken wall is found', async () => {
  const found = await withTree(broken, cruisedViolations);
  expect(found).toEqual(
    expect.arrayContaining([
      'domain-imports: src/domain/day.ts -> src/statistics/fit.ts',
      'no-cycles: src/statistics/b.ts -> src/statistics/fit.ts',
      'database-takes-column-types: src/database/scope.ts -> src/facts/facts.ts',
      'metrics-are-strangers: src/metrics/one/kernel.ts -> src/metrics/two/kernel.ts',
      'charts-do-not-compute: src/metrics/two/Chart.svelte -> src/metrics/two/kernel.ts',
      'views-list-no-kernels: src/metrics/views.ts -> src/metrics/two/query.sql',
    ]),
  );
  // What is imported with a query is found like any other file.
  expect(found.filter((line) => /^resolvable.*-> [.]/.test(line))).toEqual([
    'resolvable: src/app/start.ts -> ./missing',
  ]);
  expect(found.filter((line) => line.includes('database/fill'))).toEqual([]);
});

test('a broken wall is found in the text', async () => {
  const found = await withTree(broken, writtenViolations);
  expect(found).toEqual(
    expect.arrayContaining([
      'app-imports: src/app/Panel.svelte -> src/database/fill.ts',
      'app-imports: src/app/start.ts -> src/engine/engine-worker.ts',
      'domain-imports: src/domain/day.ts -> src/statistics/fit.ts',
      'metrics-are-strangers: src/metrics/one/kernel.ts -> src/metrics/two/kernel.ts',
      'worker-by-address: src/bridge/call.ts -> src/engine/engine-worker.ts',
    ]),
  );
  expect(found.filter((line) => /(database\/fill|bridge\/start)[.]ts ->/.test(line))).toEqual([]);
});
