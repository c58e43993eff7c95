import { expect, test } from 'vitest';
import {
  kaplanMeier,
  medianOf,
  restrictedMean,
  survivalAt,
  type SurvivalStep,
} from '../../src/statistics/kaplan-meier';
import { cases, countsOf } from './cases';

const steps = (text: string) => kaplanMeier(countsOf(cases(text)));
const told = (found: readonly SurvivalStep[]) => found.map(({ t, atRisk, survival }) => [t, atRisk, survival]);
const survival = (step: SurvivalStep) => step.survival;
const Z = 1.959963984540054;

test('ties of events and censorings: who is lost at a time was at risk at it', () => {
  expect(told(steps('1 2 2* 3*'))).toEqual([
    [1, 4, 3 / 4],
    [2, 3, 1 / 2],
    [3, 1, 1 / 2],
  ]);
});

test('Greenwood by hand, on the scale of log(-log S)', () => {
  // Of 4 one leaves, then one of 3: V = 1 / (4 * 3) + 1 / (3 * 2) = 1 / 4, S = 1 / 2.
  const { low, high } = steps('1 2 3* 3*')[1];
  const half = (Z * Math.sqrt(1 / 4)) / Math.log(2);
  expect(low).toBeCloseTo(0.5 ** Math.exp(half), 15);
  expect(high).toBeCloseTo(0.5 ** Math.exp(-half), 15);
});

test('nobody leaves by the event: S stays 1, without interval or median', () => {
  const found = steps('3* 5*');
  expect(told(found)).toEqual([
    [3, 2, 1],
    [5, 1, 1],
  ]);
  expect(found.every(({ low, high }) => Number.isNaN(low) && Number.isNaN(high))).toBe(true);
  expect(medianOf(found, survival)).toBeNaN();
  expect(restrictedMean(found, 5)).toBe(5);
});

test('everybody leaves: S ends at 0, and there the interval is empty', () => {
  const found = steps('1 2 3');
  expect(told(found).at(-1)).toEqual([3, 1, 0]);
  expect(found.at(-1)!.low).toBeNaN();
  expect(medianOf(found, survival)).toBe(2);
  // Areas 1 + 2/3 + 1/3.
  expect(restrictedMean(found, 3)).toBeCloseTo(2, 15);
  expect(restrictedMean(found, 10)).toBeCloseTo(2, 15);
});

test('one customer', () => {
  expect(told(steps('7'))).toEqual([[7, 1, 0]]);
  expect(medianOf(steps('7'), survival)).toBe(7);
  expect(told(steps('7*'))).toEqual([[7, 1, 1]]);
});

test('where S is exactly a half, the median is the middle of the flat stretch', () => {
  expect(medianOf(steps('1 2 4 8'), survival)).toBe(3);
  expect(medianOf(steps('1 2 3* 4* 6 7'), survival)).toBe(6);
  expect(medianOf(steps('1 2 4* 8*'), survival)).toBe(2);
});

test('who comes late is at risk only from then on', () => {
  const people = [
    { t: 2, event: true },
    { t: 5, event: true },
    { t: 6, event: true, from: 3 },
    { t: 8, event: false, from: 6 },
  ];
  // At 2 two are there; at 5 the second and the one who came at 3; at 6 that one and who came at that very time.
  expect(told(kaplanMeier(countsOf(people)))).toEqual([
    [2, 2, 1 / 2],
    [5, 2, 1 / 4],
    [6, 2, 1 / 8],
    [8, 1, 1 / 8],
  ]);
});

test('a restricted mean is not known beyond what was seen', () => {
  expect(restrictedMean(steps('1 4*'), 4)).toBeCloseTo(1 + 3 / 2, 15);
  expect(restrictedMean(steps('1 4*'), 5)).toBeNaN();
  expect(restrictedMean([], 5)).toBeNaN();
});

test('S at a time', () => {
  const found = steps('1 2 2* 3*');
  expect([0, 1, 1.5, 2, 9].map((t) => survivalAt(found, t))).toEqual([1, 3 / 4, 3 / 4, 1 / 2, 1 / 2]);
});

/** E. A. Gehan (1965) gives the remissions of E. J. Freireich and others (1963); S(10) as in D. R. Cox and D. Oakes, table 4.2. */
test('remissions under 6-mercaptopurine', () => {
  const found = steps('6 6 6 6* 7 9* 10 10* 11* 13 16 17* 19* 20* 22 23 25* 32* 32* 34* 35*');
  expect([6, 7, 10, 13, 16, 22, 23].map((t) => survivalAt(found, t).toFixed(4))).toEqual(
    ['0.8571', '0.8067', '0.7529', '0.6902', '0.6275', '0.5378', '0.4482'], // prettier-ignore
  );
  expect(medianOf(found, survival)).toBe(23);
});
