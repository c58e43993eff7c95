import { expect, test } from 'vitest';
import { fitCox, testProportionality } from '../../src/statistics/cox';
import { riskSets } from '../../src/statistics/risk-sets';
import { cases, countsOf } from './cases';

const sets = (...groups: string[]) => riskSets(groups.map((text) => countsOf(cases(text))));
const two = [[0], [1]];

test('by hand: four who leave in turn', () => {
  // Leaving in turn, 1 of group 1 first: L = 1 / (2 + 2r) * r / (1 + 2r) * 1 / (1 + r), r = e^b; the maximum solves
  // 1 / r = 2 / (1 + r) + 2 / (1 + 2r), that is 4 r^2 + r - 1 = 0.
  const fit = fitCox(sets('1 3', '2 4'), two)!;
  expect(Math.exp(fit.coefficients[0])).toBeCloseTo((Math.sqrt(17) - 1) / 8, 12);
});

test('Efron by hand: two at once, one of each group', () => {
  // L = r / ((2 + r) (2 + r - (1 + r) / 2)), then nothing: maximum where 1 / r = 1 / (2 + r) + 1 / (3 + r), r = sqrt(6).
  const fit = fitCox(sets('1 2*', '1'), two)!;
  expect(Math.exp(fit.coefficients[0])).toBeCloseTo(Math.sqrt(6), 10);
  const r = Math.sqrt(6);
  expect(fit.logLikelihood[1]).toBeCloseTo(Math.log(r / ((2 + r) * ((3 + r) / 2))), 12);
  expect(fit.logLikelihood[0]).toBeCloseTo(Math.log(1 / 6), 12);
});

/** Freireich's remissions with Efron's ties: 1.5721 with error 0.4124 in the manual of R's survival package. */
test('remissions with and without 6-mercaptopurine', () => {
  const found = sets(
    '6 6 6 6* 7 9* 10 10* 11* 13 16 17* 19* 20* 22 23 25* 32* 32* 34* 35*',
    '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23',
  );
  const fit = fitCox(found, two)!;
  expect(fit.coefficients[0]).toBeCloseTo(1.5721, 4);
  expect(fit.errors[0]).toBeCloseTo(0.4124, 4);
  expect(testProportionality(found, two, fit).each[0].p).toBeGreaterThan(0.5);
});

test('hazards that cross are not proportional', () => {
  const early = Array.from({ length: 60 }, (_, i) => (i < 30 ? `${1 + i / 10}` : '100*')).join(' ');
  const late = Array.from({ length: 60 }, (_, i) => (i < 30 ? `${50 + i / 10}` : '100*')).join(' ');
  const found = sets(early, late);
  const { each, all } = testProportionality(found, two, fitCox(found, two)!);
  expect(each[0].p).toBeLessThan(1e-6);
  expect(all.statistic).toBeCloseTo(each[0].statistic, 12);
});

test.each([
  ['nobody leaves', sets('1* 2*', '3*'), two],
  ['only one group leaves', sets('1 2', '3* 4*'), two],
  ['a covariate that is the same for all', sets('1 3', '2 4'), [[1], [1]]],
  ['a covariate that another one implies', sets('1 3', '2 4', '1 5'), [[0, 0], [1, 2], [2, 4]]], // prettier-ignore
])('there is no fit: %s', (_, found, covariates) => {
  expect(fitCox(found, covariates)).toBeNull();
});

test('units and origin of a covariate do not matter', () => {
  const found = sets('1 3 5*', '2 4', '1 2 6');
  const plain = fitCox(found, [[0], [1], [2]])!;
  const moved = fitCox(found, [[1e6], [1e6 + 10], [1e6 + 20]])!;
  expect(moved.coefficients[0] * 10).toBeCloseTo(plain.coefficients[0], 9);
  expect(moved.errors[0] * 10).toBeCloseTo(plain.errors[0], 9);
});
