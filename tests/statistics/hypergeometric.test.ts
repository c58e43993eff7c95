import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fisherLowerTail, fisherUpperTail, hypergeometricProbability } from '../../src/statistics/hypergeometric';

/** Binomial coefficients in whole numbers of any size. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let product = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = (product * BigInt(n - Math.min(k, n - k) + i)) / BigInt(i);
  return product;
}
/** A quotient of whole numbers to 17 digits, whatever their size. */
function quotient(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  const shift = b.toString().length - a.toString().length + 20;
  return Number(
    `${(shift >= 0 ? (a * 10n ** BigInt(shift)) / b : a / (b * 10n ** BigInt(-shift))).toString()}e${-shift}`,
  );
}
function exactTail(both: number, first: number, second: number, n: number): number {
  let sum = 0n;
  for (let k = both; k <= Math.min(first, second); k++) sum += choose(first, k) * choose(n - first, second - k);
  return quotient(sum, choose(n, second));
}
const relative = (value: number, exact: number) => (exact === 0 ? value : Math.abs(value / exact - 1));

const table = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.nat(), fc.nat(), fc.nat()).map(([n, a, b, c]) => {
  const first = (a % n) + 1;
  const second = (b % n) + 1;
  const least = Math.max(0, first + second - n);
  return [least + (c % (Math.min(first, second) - least + 1)), first, second, n] as const;
});

describe('against exact arithmetic', () => {
  test('probabilities', () => {
    fc.assert(
      fc.property(table, ([both, first, second, n]) => {
        const exact = quotient(choose(first, both) * choose(n - first, second - both), choose(n, second));
        expect(relative(hypergeometricProbability(both, first, second, n), exact)).toBeLessThan(2e-13);
      }),
      { numRuns: 500 },
    );
  });
  test('tails', () => {
    fc.assert(
      fc.property(table, ([both, first, second, n]) => {
        expect(relative(fisherUpperTail(both, first, second, n), exactTail(both, first, second, n))).toBeLessThan(
          1e-12,
        );
      }),
      { numRuns: 500 },
    );
  });
  test('tails to the other side', () => {
    fc.assert(
      fc.property(table, ([both, first, second, n]) => {
        let sum = 0n;
        for (let k = 0; k <= both; k++) sum += choose(first, k) * choose(n - first, second - k);
        const exact = quotient(sum, choose(n, second));
        expect(relative(fisherLowerTail(both, first, second, n), exact)).toBeLessThan(1e-12);
      }),
      { numRuns: 500 },
    );
  });
  /** Summed in 60 digits with mpmath 1.3. */
  test.each([
    [80, 100, 5_000, 10_000, 4.657519708923585e-10],
    [30, 300, 400, 9_835, 4.5805034266819945e-6],
    [1_600, 5_000, 6_000, 20_000, 0.00020576181864543865],
    [5, 7, 8, 300_000, 5.807504197162084e-23],
    [2_100, 20_000, 30_000, 300_000, 0.007887512332421229],
    [2_000, 20_000, 30_000, 300_000, 0.5037418425907625],
  ])('%i of %i and %i among %i', (both, first, second, n, exact) => {
    expect(relative(fisherUpperTail(both, first, second, n), exact)).toBeLessThan(1e-12);
  });
  test('what is too small for a double is 0', () => {
    expect(fisherUpperTail(700, 1_000, 4_000, 1_000_000)).toBe(0);
  });
});

test("Fisher's tea tasting: all four of four is 1/70, at least three 17/70", () => {
  expect(fisherUpperTail(4, 4, 4, 8)).toBeCloseTo(1 / 70, 16);
  expect(fisherUpperTail(3, 4, 4, 8)).toBeCloseTo(17 / 70, 15);
});

test('the ends of the range', () => {
  expect(fisherUpperTail(0, 3, 4, 10)).toBe(1);
  expect(fisherUpperTail(4, 3, 4, 10)).toBe(0);
  expect(fisherUpperTail(2, 6, 6, 10)).toBe(1);
  expect(fisherUpperTail(10, 10, 10, 10)).toBe(1);
});

test('a tail far below the smallest 1 - x stays exact', () => {
  // C(1000, 500)^-1: everyone of 500 holds both, out of 1,000.
  expect(relative(fisherUpperTail(500, 500, 500, 1_000), quotient(1n, choose(1_000, 500)))).toBeLessThan(1e-12);
});
