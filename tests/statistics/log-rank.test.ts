import { expect, test } from 'vitest';
import { logRankTest } from '../../src/statistics/log-rank';
import { amongGroups, riskSets } from '../../src/statistics/risk-sets';
import { cases, countsOf } from './cases';

const sets = (...groups: string[]) => riskSets(groups.map((text) => countsOf(cases(text))));

test('by hand: two against two', () => {
  // At 1: 1 of 4, expected 2/4 of group one; at 2: 1 of 3, expected 1/3; at 3: 1 of 2, expected 0 of the first group.
  const found = sets('1 3*', '2 3');
  const observed = 1 - (1 / 2 + 1 / 3 + 1 / 2);
  const variance = 1 / 4 + 2 / 9 + 1 / 4;
  expect(logRankTest(found, 'logrank').statistic).toBeCloseTo(observed ** 2 / variance, 14);
  // Weights S(t-): 1, 3/4, 1/2.
  const peto = 1 / 2 - (3 / 4) * (1 / 3) - (1 / 2) * (1 / 2);
  const spread = 1 / 4 + (9 / 16) * (2 / 9) + (1 / 4) * (1 / 4);
  expect(logRankTest(found, 'peto').statistic).toBeCloseTo(peto ** 2 / spread, 14);
  // Weights sqrt(n): 2, sqrt(3), sqrt(2).
  const between = 2 / 2 - Math.sqrt(3) / 3 - Math.sqrt(2) / 2;
  const squares = 4 / 4 + (3 * 2) / 9 + 2 / 4;
  expect(logRankTest(found, 'tarone_ware').statistic).toBeCloseTo(between ** 2 / squares, 14);
});

/** Freireich's remissions: 16.79 in the textbooks (D. Collett, Modelling Survival Data in Medical Research). */
test('remissions with and without 6-mercaptopurine', () => {
  const found = sets(
    '6 6 6 6* 7 9* 10 10* 11* 13 16 17* 19* 20* 22 23 25* 32* 32* 34* 35*',
    '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23',
  );
  const { statistic, df } = logRankTest(found, 'logrank');
  expect(statistic).toBeCloseTo(16.793, 3);
  expect(df).toBe(1);
});

test('groups that are never at risk together cannot be told apart', () => {
  const late = [
    { t: 12, event: true, from: 10 },
    { t: 13, event: true, from: 10 },
  ];
  const found = riskSets([countsOf(cases('1 2')), countsOf(late)]);
  expect(logRankTest(found, 'logrank')).toEqual({ statistic: NaN, df: 0, p: NaN, log10: NaN });
});

test('nobody leaves: nothing to test', () => {
  expect(logRankTest(sets('3* 4*', '5*'), 'logrank').df).toBe(0);
});

test('a pair is tested at the times at which one of the two leaves', () => {
  const found = amongGroups(sets('1 3*', '2 3', '1 1 1'), [0, 1]);
  expect(found.t).toEqual([1, 2, 3]);
  expect(logRankTest(found, 'logrank')).toEqual(logRankTest(sets('1 3*', '2 3'), 'logrank'));
});
