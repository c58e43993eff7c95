import { describe, expect, test } from 'vitest';
import { bgNbdAlive, bgNbdExpected, bgNbdLikelihood } from '../../src/statistics/bgnbd';
import { gaussSeries, logHypergeometric } from '../../src/statistics/hypergeometric-2f1';
import { logGamma } from '../../src/statistics/log-gamma';

/** Values of arbitrary-precision arithmetic, 40 digits, rounded to the nearest double. */
const LOG_GAMMA: readonly (readonly [number, number])[] = [
  [0.001, 6.907178885383853],
  [0.24, 1.3311791434660618],
  [0.5, 0.5723649429247001],
  [1.5, -0.12078223763524522],
  [3.3, 0.9870985778947344],
  [9.99, 12.779315214350193],
  [10.5, 13.940625219403763],
  [100.25, 360.284559637764],
  [12345.6, 103959.18506616846],
];
const LOG_2F1: readonly (readonly [number, number, number, number])[] = [
  [2.3, 1.6, 0.1, 0.11675131177848337],
  [40.5, 1.6, 0.9, 3.419112690203775],
  [500.2, 1.6, 0.5, 1.1058545068098202],
  [30.1, 20.5, 0.99, 90.22922103425618],
  [1.2, 1.6, 0.999, 4.817393953703217],
  [25.3, 24.1, 0.99999, 266.03954902364904],
];

test.each(LOG_GAMMA)('log gamma of %d', (x, exact) => {
  expect(Math.abs(logGamma(x) - exact)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(exact)));
});
test.each(LOG_2F1)('log 2F1(a, b; a + 1; z) at a = %d, b = %d, z = %d', (a, b, z, exact) => {
  expect(Math.abs(logHypergeometric(a, b, z) / exact - 1)).toBeLessThan(1e-13);
});
test('the series takes first arguments and a third below 0', () => {
  expect(gaussSeries(-0.3, -0.207, -0.4, 0.2)).toBeCloseTo(0.9656497392574434, 14);
  expect(gaussSeries(-0.3, -0.207, -0.4, 0.7)).toBeCloseTo(0.8219318061772968, 14);
  expect(gaussSeries(1.7, -0.2, 5.5, 0.7)).toBeCloseTo(0.950224589162666, 14);
});

describe('BG/NBD by hand', () => {
  const model = { r: 0.25, alpha: 4.4, a: 0.8, b: 2.4 };
  test('without a repeat purchase the likelihood is that of no purchase in T', () => {
    const one = { x: [0], tx: [0], T: [70], customers: [3], placeOf: [0] };
    const counted = Object.fromEntries(Object.entries(one).map(([name, values]) => [name, Float64Array.from(values)]));
    const likelihood = bgNbdLikelihood({
      ...(counted as Record<'x' | 'tx' | 'T' | 'customers', Float64Array>),
      placeOf: new Int32Array(1),
    });
    expect(likelihood(model)).toBeCloseTo(3 * 0.25 * Math.log(4.4 / 14.4), 13);
    expect(bgNbdAlive(model, 0, 0, 10)).toBe(1);
  });
  test('expected purchases grow with time and are continuous at a = 1', () => {
    const expected = (a: number, weeks: number) => bgNbdExpected({ ...model, a }, 3, 20, 30, weeks);
    expect(expected(0.8, 0)).toBeCloseTo(0, 14);
    expect(expected(0.8, 20)).toBeGreaterThan(expected(0.8, 10));
    expect(expected(1, 20)).toBeCloseTo((expected(0.9999, 20) + expected(1.0001, 20)) / 2, 6);
  });
  test('a customer of a thousand purchases overflows nothing', () => {
    expect(bgNbdExpected(model, 1_000, 50, 50, 52)).toBeGreaterThan(500);
    expect(bgNbdAlive(model, 1_000, 10, 51)).toBeGreaterThanOrEqual(0);
  });
});
