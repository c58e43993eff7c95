import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildFacts } from '../../src/facts/build';
import { scopeOf } from '../../src/facts/scope';
import type { AnyMetric, Computation } from '../../src/metrics/metric';
import { sqlJsEngine } from '../support/engines';
import { contextOf } from '../metrics/support/ask';
import { datasetOf } from '../support/histories';
import { newMetric } from '../tools/new-metric.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const base = mkdtempSync(path.join(tmpdir(), 'perennial-'));
const LISTS = ['catalog.ts', 'computations.ts', 'views.ts'];
let written: string[];

/** The project as it is, but for the folders and lists that are written to. */
beforeAll(async () => {
  for (const place of ['src', 'tests', 'src/metrics', 'tests/metrics']) {
    mkdirSync(path.join(base, place), { recursive: true });
    for (const name of readdirSync(path.join(root, place)))
      if (!['metrics', ...LISTS].includes(name))
        symlinkSync(path.join(root, place, name), path.join(base, place, name));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(base, 'node_modules'));
  for (const name of LISTS) cpSync(path.join(root, 'src/metrics', name), path.join(base, 'src/metrics', name));
  written = await newMetric(base, 'purchase-interval');
});
afterAll(() => rmSync(base, { recursive: true }));

const addedTo = (list: string) => {
  const lines = (folder: string) => readFileSync(path.join(folder, 'src/metrics', list), 'utf8').split('\n');
  const known = new Set(lines(root));
  return lines(base).filter((line) => !known.has(line));
};

test('writes the seven parts, their tests and the lines of the three lists', () => {
  const parts = ['definition.ts', 'query.sql', 'kernel.ts', 'derive.ts', 'view.ts', 'Chart.svelte', 'about.md'];
  expect([...written].sort()).toEqual(
    [
      ...parts.map((part) => `src/metrics/purchase-interval/${part}`),
      ...LISTS.map((list) => `src/metrics/${list}`),
      'tests/metrics/purchase-interval/chart.test.ts',
      'tests/metrics/purchase-interval/counts.test.ts',
    ].sort(),
  );
  for (const name of written) expect(readFileSync(path.join(base, name), 'utf8'), name).not.toContain('__');
  expect(addedTo('catalog.ts')).toEqual([
    "export { purchaseInterval as purchase_interval } from './purchase-interval/definition';",
  ]);
  expect(addedTo('computations.ts')).toEqual([
    "export { default as purchase_interval } from './purchase-interval/kernel';",
  ]);
  expect(addedTo('views.ts')).toEqual(["  purchase_interval: () => import('./purchase-interval/view'),"]);
});

test('what it writes has the types that the project asks for', () => {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8')) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, base);
  const files = written.filter((name) => name.endsWith('.ts')).map((name) => path.join(base, name));
  const program = ts.createProgram([...files, path.join(base, 'src/build/modules.d.ts')], {
    ...options,
    noEmit: true,
    preserveSymlinks: true,
  });
  const wrong = files.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(file)));
  expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

test('its kernel gives what its SQL defines, and lists whom it counts', async () => {
  const module = path.join(base, 'src/metrics/purchase-interval/kernel.ts');
  const { default: computation } = (await import(/* @vite-ignore */ module)) as { default: Computation<AnyMetric> };
  const lines = [1, 1, 1, 2, 2, 3].map((who, at) => ({ customer: `c${who}`, order: String(at), day: 19_723 + at }));
  const facts = buildFacts(datasetOf(lines));
  const scope = scopeOf(facts, []);
  const found = computation.kernel(facts, scope, {});
  const answer = await (await sqlJsEngine(facts)).run(computation.sql, [], {}, {});
  const columns = Object.values(found);
  expect(answer.rows).toEqual(Array.from(columns[0], (_, row) => columns.map((column) => column[row])));
  const { share } = computation.derive(found, contextOf(facts, scope), {});
  expect(Array.from(share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(Array.from(computation.members(facts, scope, {}, { purchases: 3 }, 'customers'))).toEqual([0]);
});

test.each(['Purchase', 'purchase--interval', '../elsewhere', '', 'purchase-interval'])(
  'refuses %j: no name of a metric, or one that is taken',
  async (name) => {
    await expect(newMetric(base, name)).rejects.toThrow(/usage|already/);
    expect(existsSync(path.join(base, '../elsewhere'))).toBe(false);
  },
);
