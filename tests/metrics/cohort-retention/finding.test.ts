import { expect, test } from 'vitest';
import { curvesFinding, finding } from '../../../src/metrics/cohort-retention/finding';
import { curvesAlternativeWords } from '../../../src/metrics/cohort-retention/alternatives';
import { cohortClauses, poolCells, rateCuts, readCohorts } from '../../../src/metrics/cohort-retention/triangle';
import { context, format } from '../../visual/drawn';
import { said } from '../../visual/said';
import { alike, four, none, triangle, usual, windowed, years } from './made';

const options = { unit: 'month', mode: 'on' } as const;
const find = (table: typeof usual) => said(finding(table, context, format, options));

test('halves of the customers by age, at the same age', () => {
  expect(find(usual)).toBe(
    '24.3% of the customers won since Feb 2021 bought in the month after the first purchase, against 50.0% of those won before. [n = 173]',
  );
  expect(find(alike)).toBe(
    '50.0% of the customers won in Feb 2021 bought in the month after the first purchase, as many as of those won before. [n = 20]',
  );
});
test('silent where no period is over, nobody is there, or too few', () => {
  expect(find(none)).toBeNull();
  expect(find(triangle([{ size: 50, active: [50] }]))).toBeNull();
  expect(find(four)).toBe('4 customers are too few for a finding. [n = 4]');
  expect(find(triangle([{ size: 20, active: [20, 6, 1] }]))).toBe(
    '30.0% of the customers won in Jan 2021 bought in the month after the first purchase. [n = 20]',
  );
  expect(find(windowed)).not.toMatch(/NaN/);
});
test('newest against oldest, at an age that both have lived', () => {
  expect(said(curvesFinding(years, context, format, options))).toMatchInlineSnapshot(
    `"Of those won in 2022, 13.3% bought in an average month of the first 5; of those won in 2021, 14.4%. [n = 616 and 597]"`,
  );
  expect(said(curvesFinding(four, context, format, options))).toBeNull();
  expect(said(curvesFinding(none, context, format, options))).toBeNull();
});
test('pooling leaves young cells out, and a rate over nobody is none', () => {
  expect(poolCells(readCohorts(usual)).map(({ period, eligible, active }) => [period, eligible, active])).toEqual([
    [0, 206, 206],
    [1, 173, 60],
    [2, 169, 46],
    [3, 129, 48],
    [4, 70, 28],
  ]);
});
test('steps of colour are round and reach the highest shares', () => {
  expect(rateCuts(readCohorts(usual))).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  expect(rateCuts(readCohorts(none))).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
});
test('a cohort is kept by its months', () => {
  expect(cohortClauses('quarter', 2021 * 4)).toEqual([
    { kind: 'customer', field: 'cohort_month', values: ['24252', '24253', '24254'], source: 'cohort_retention' },
  ]);
  expect(cohortClauses('week', 2_600)).toEqual([]);
});
test('the alternative for newer against older cohorts says how else was counted', () => {
  const said = curvesAlternativeWords(years, format, { ...options, mode: 'on_or_after' });
  expect(said).toMatch(/^Counting who bought then or later: of those won in \d{4}, [\d.]+% bought in an average month/);
  expect(curvesAlternativeWords(none, format, options)).toBe('');
});
