import { describe, expect, test } from 'vitest';
import { bgNbdAlive, bgNbdExpected, bgNbdLikelihood } from '../../src/statistics/bgnbd';
import { gaussSeries, logHypergeometric } from '../../src/statistics/hypergeometric-2f1';
import { mbgNbdAlive, mbgNbdExpected, mbgNbdLikelihood } from '../../src/statistics/mbgnbd';
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

describe('MBG/NBD by hand', () => {
  const model = { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 };
  const counted = (x: number, tx: number, T: number) => ({
    x: Float64Array.of(x),
    tx: Float64Array.of(Math.round(7 * tx)),
    T: Float64Array.of(Math.round(7 * T)),
    customers: Float64Array.of(1),
    placeOf: new Int32Array(1),
  });
  /** The individual likelihood over a grid of rates and chances, weighed by their densities: (1-p)^(x+1) w^x e^(-wT) + p (1-p)^x w^x e^(-w tx). */
  function integrated(x: number, tx: number, T: number, of: (w: number, p: number) => number): number {
    const { r, alpha, a, b } = model;
    let sum = 0;
    const steps = 500;
    for (let i = 0; i < steps; i++) {
      // Equal shares of probability cannot be had in closed form: substitution brings both to the unit interval.
      const u = (i + 0.5) / steps;
      const w = (u ** 4 / (1 - u)) * 0.3;
      const dw = 0.3 * ((4 * u ** 3) / (1 - u) + u ** 4 / (1 - u) ** 2);
      const rate = Math.exp(r * Math.log(alpha) + (r - 1) * Math.log(w) - alpha * w - logGamma(r)) * dw;
      for (let j = 0; j < 200; j++) {
        const v = (j + 0.5) / 200;
        const p = v * v * (3 - 2 * v);
        const chance =
          Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b)) * p ** (a - 1) * (1 - p) ** (b - 1) * 6 * v * (1 - v);
        const lives = (1 - p) ** (x + 1) * Math.exp(x * Math.log(w) - w * T);
        const stopped = p * (1 - p) ** x * Math.exp(x * Math.log(w) - w * tx);
        sum += rate * chance * of(lives, stopped);
      }
    }
    return sum / (steps * 200);
  }
  test.each([
    [0, 0, 20],
    [2, 213 / 7, 272 / 7],
    [7, 12, 39],
  ])('x = %d, t_x = %d, T = %d: likelihood and chance are the integrals over rate and probability', (x, tx, T) => {
    const whole = integrated(x, tx, T, (lives, stopped) => lives + stopped);
    const lives = integrated(x, tx, T, (alive) => alive);
    expect(mbgNbdLikelihood(counted(x, tx, T))(model)).toBeCloseTo(Math.log(whole), 3);
    expect(mbgNbdAlive(model, x, tx, T)).toBeCloseTo(lives / whole, 3);
  });
  test('one who bought once and is silent becomes less likely to come back', () => {
    expect(mbgNbdAlive(model, 0, 0, 0)).toBeCloseTo(model.b / (model.a + model.b), 12);
    expect(mbgNbdAlive(model, 0, 0, 50)).toBeLessThan(mbgNbdAlive(model, 0, 0, 10));
  });
  // By the integral over p of (1 - p) (1 - (alpha / (alpha + p t))^r) / p, weighed by its density, with the midpoint rule.
  test.each([
    [0.1429, 0.0077831237],
    [3, 0.1508632886],
    [32, 1.0371828325],
    [78, 1.8047575777],
  ])('a new customer is expected to buy in %d weeks %d times more', (weeks, purchases) => {
    expect(mbgNbdExpected(model, 0, 0, 0, weeks)).toBeCloseTo(purchases, 8);
  });
});
