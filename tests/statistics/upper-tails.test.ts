import { expect, test } from 'vitest';
import { chiSquareUpperTail, normalUpperTail } from '../../src/statistics/upper-tails';

/** Closed forms: with 2 degrees of freedom exp(-x / 2); with 4 exp(-x / 2) (1 + x / 2); with 6 one term more. */
test.each([
  [2, 3, Math.exp(-1.5)],
  [2, 0.001, Math.exp(-0.0005)],
  [4, 3, Math.exp(-1.5) * 2.5],
  [4, 60, Math.exp(-30) * 31],
  [6, 10, Math.exp(-5) * (1 + 5 + 12.5)],
])('%i degrees of freedom beyond %d', (df, x, p) => {
  const tail = chiSquareUpperTail(x, df);
  expect(tail.p / p).toBeCloseTo(1, 13);
  expect(tail.log10).toBeCloseTo(Math.log10(p), 13);
});

test('one degree of freedom: the published 95 % and 99.9 % points', () => {
  expect(chiSquareUpperTail(3.841458820694124, 1).p).toBeCloseTo(0.05, 14);
  expect(chiSquareUpperTail(10.827566170662733, 1).p).toBeCloseTo(0.001, 15);
});

test('the logarithm goes on where doubles end', () => {
  const tail = chiSquareUpperTail(2352.8725382593384, 2);
  expect(tail.p).toBe(0);
  expect(tail.log10).toBeCloseTo(-2352.8725382593384 / 2 / Math.LN10, 9);
});

test('a normal tail is a tail, not 1 minus the rest', () => {
  expect(normalUpperTail(0).p).toBeCloseTo(0.5, 15);
  expect(normalUpperTail(1.959963984540054).p).toBeCloseTo(0.025, 15);
  expect(normalUpperTail(-1.959963984540054).p).toBeCloseTo(0.975, 15);
  // log10 of 1 - Phi(40), by the asymptotic series phi(x) / x (1 - 1 / x^2 + 3 / x^4 - 15 / x^6).
  const series = 1 - 1 / 1600 + 3 / 1600 ** 2 - 15 / 1600 ** 3;
  const log = -800 - Math.log(2 * Math.PI) / 2 - Math.log(40) + Math.log(series);
  expect(normalUpperTail(40).log10).toBeCloseTo(log / Math.LN10, 9);
});

test('nothing is known of no degrees of freedom; everything lies beyond 0', () => {
  expect(chiSquareUpperTail(3, 0)).toEqual({ p: NaN, log10: NaN });
  expect(chiSquareUpperTail(NaN, 1)).toEqual({ p: NaN, log10: NaN });
  expect(chiSquareUpperTail(0, 3)).toEqual({ p: 1, log10: 0 });
});
