import { expect, test } from 'vitest';
import { normalCritical, wilson } from '../../src/statistics/intervals';

/** From the closed form with z = 1.959963984540054 in 40 digits, by mpmath 1.3. */
test.each([
  [0, 10, 0, 0.2775327998628892],
  [10, 10, 0.7224672001371109, 1],
  [1, 1, 0.2065493143772374, 1],
  [5, 10, 0.236593090512564, 0.763406909487436],
  [15, 148, 0.06238639953073628, 0.160487241723308],
])('Wilson of %i in %i', (successes, n, low, high) => {
  const interval = wilson(successes, n);
  expect(interval.low).toBeCloseTo(low, 14);
  expect(interval.high).toBeCloseTo(high, 14);
});

test('over nobody it is empty', () => {
  expect(wilson(0, 0)).toEqual({ low: NaN, high: NaN });
});

/** By Python's statistics.NormalDist. */
test.each([
  [0.05, 1.959963984540054],
  [0.01, 2.5758293035489004],
  [0.05 / 3, 2.3939797998185086],
  [1e-9, 6.109410204869],
])('the z beyond which a normal variable lies with a probability of %d', (risk, z) => {
  expect(normalCritical(risk)).toBeCloseTo(z, 11);
});
