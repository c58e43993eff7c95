import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { withTree } from '../architecture/broken-tree';
import { countPlaywright, countVitest, flakyTitles } from '../tools/counts.mjs';

const written = (report: unknown, count: (file: string) => unknown) =>
  withTree({}, (root) => {
    const file = path.join(root, 'report.json');
    writeFileSync(file, JSON.stringify(report));
    return count(file);
  });

const vitest = (passed: number, failed: number, testResults: unknown[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

test('a green run counts its tests', async () => {
  expect(await written(vitest(3, 0), (file) => countVitest(file, 0))).toEqual({ passed: 3, failed: 0, skipped: 0 });
});

test('a file that does not load is a failure', async () => {
  const report = vitest(3, 0, [{ status: 'failed', assertionResults: [] }]);
  expect(await written(report, (file) => countVitest(file, 1))).toMatchObject({ passed: 3, failed: 1 });
});

test('no tests, no report, or a red exit with green tests is a failure', async () => {
  expect(await written(vitest(0, 0), (file) => countVitest(file, 0))).toMatchObject({ failed: 1 });
  expect(await written(vitest(3, 0), (file) => countVitest(file, 1))).toMatchObject({ passed: 3, failed: 1 });
  expect(countVitest('/nowhere.json', 0)).toMatchObject({ failed: 1 });
  expect(countPlaywright('/nowhere.json', 0)).toMatchObject({ failed: 1 });
});

test('a browser test that passed at the second attempt counts as passed, and is named', async () => {
  const report = { stats: { expected: 2, unexpected: 1, flaky: 1, skipped: 1 } };
  expect(await written(report, (file) => countPlaywright(file, 1))).toEqual({ passed: 3, failed: 1, skipped: 1 });
  const spec = (title: string, status: string) => ({ title, file: 'a.spec.ts', tests: [{ status }] });
  const suites = [{ specs: [spec('one', 'expected')], suites: [{ specs: [spec('two', 'flaky')] }] }];
  expect(await written({ suites }, flakyTitles)).toEqual(['a.spec.ts: two']);
});
