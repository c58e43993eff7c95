import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * A file that cannot be loaded holds tests that nobody counted: it is one failure. So is a run that fails with every
 * test green (an unhandled rejection, say), and a run without tests.
 * @param {string} file written by Vitest's json reporter
 * @param {number} code
 * @returns {Counts}
 */
export function countVitest(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    /** @param {{ status: string, assertionResults: { status: string }[] }} suite */
    (suite) => suite.status === 'failed' && !suite.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return honest(counts, code);
}

/**
 * @param {string} file written by Playwright's json reporter
 * @param {number} code
 * @returns {Counts}
 */
export function countPlaywright(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected + flaky, failed: unexpected, skipped }, code);
}

/**
 * Titles of the tests that passed only at the second attempt.
 * @param {string} file written by Playwright's json reporter
 * @returns {string[]}
 */
export function flakyTitles(file) {
  /**
   * @typedef {{ specs?: { title: string, file: string, tests: { status: string }[] }[], suites?: Suite[] }} Suite
   * @param {Suite} suite
   * @returns {string[]}
   */
  const titles = ({ specs = [], suites = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
      .map((spec) => `${spec.file}: ${spec.title}`),
    ...suites.flatMap(titles),
  ];
  return titles({ suites: read(file)?.suites });
}

/**
 * @param {Counts} counts
 * @param {number} code
 */
function honest(counts, code) {
  const unexplained = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

/**
 * Tests that are not run for want of files beside this checkout, counted by their calls, since they cannot be loaded.
 * @param {{ hasSharedData: boolean, hasSharedCases: boolean }} beside
 */
export function countAbsent({ hasSharedData, hasSharedCases }) {
  const files = readdirSync(path.join(root, 'tests'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /[.]oracle[.](test|spec)[.]ts$/.test(file))
    .filter((file) => !(file.startsWith('cases') ? hasSharedCases : hasSharedData))
    .map((file) => readFileSync(path.join(root, 'tests', file), 'utf8'))
    .reduce((sum, text) => sum + (text.match(/^\s*(oracle|test|it)(\.each)?\(/gm) ?? []).length, 0);
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
