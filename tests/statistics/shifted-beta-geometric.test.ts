import { describe, expect, test } from 'vitest';
import { finish } from '../../src/statistics/finish';
import {
  discountedResidual,
  fitRenewals,
  projectedSurvival,
  renewalLikelihood,
  type Renewals,
} from '../../src/statistics/shifted-beta-geometric';
import { uniform } from '../metrics/support/simulated-buyers';

/** Fader and Hardie 2007: customers of 1,000 still there after each of twelve years. */
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394];
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173];

const renewalsOf = (alive: readonly number[], years: number): Renewals => ({
  came: alive.slice(0, years),
  left: Array.from({ length: years }, (_, year) => alive[year] - alive[year + 1]),
});
const fitOf = (renewals: Renewals) => finish(fitRenewals(renewals));

describe('the two segments of the paper, seven years seen', () => {
  test.each([
    ['High End', HIGH_END, 0.668, 3.806],
    ['Regular', REGULAR, 0.704, 1.182],
  ])('%s: alpha and beta as published, and five years on within two points', (_, alive, alpha, beta) => {
    const { model, se, refusal } = fitOf(renewalsOf(alive, 7));
    expect(refusal).toBeNull();
    expect(model!.alpha).toBeCloseTo(alpha, 3);
    expect(model!.beta).toBeCloseTo(beta, 3);
    expect(se.alpha).toBeGreaterThan(0);
    const projected = projectedSurvival(model!, 12);
    alive.forEach((count, year) => expect(Math.abs(projected[year] - count / 1000)).toBeLessThan(0.02));
  });
  test('the log-likelihood of alpha = beta = 1, a customer', () => {
    expect(renewalLikelihood(renewalsOf(HIGH_END, 7), { alpha: 1, beta: 1 }) / 1000).toBeCloseTo(-2.115, 2);
  });
  test('the discounted residual lifetime after seven renewals, at 10 % a year', () => {
    expect(1.1 * discountedResidual({ alpha: 0.668, beta: 3.806 }, 7, 0.1)).toBeCloseTo(7.53, 3);
  });
});

test('a simulated cohort that came late, left and was lost from view gives its parameters back', () => {
  const random = uniform(3);
  const [came, left] = [new Array<number>(24).fill(0), new Array<number>(24).fill(0)];
  for (let one = 0; one < 40_000; one++) {
    // Beta(1, 4): the least of one uniform number and a power of it.
    const chance = 1 - (1 - random()) ** 0.25;
    const entry = one % 3 === 0 ? 2 : 0;
    const seen = 6 + (one % 18);
    for (let renewal = 1; renewal <= seen; renewal++) {
      const leaves = random() < chance;
      if (renewal > entry) came[renewal - 1]++;
      if (leaves && renewal > entry) left[renewal - 1]++;
      if (leaves) break;
    }
  }
  const { model, se } = fitOf({ came, left });
  expect(Math.abs(model!.alpha - 1)).toBeLessThan(3 * se.alpha);
  expect(Math.abs(model!.beta - 4)).toBeLessThan(3 * se.beta);
  expect(se.alpha).toBeLessThan(0.1);
});

describe('refusals', () => {
  test('too few left, or over too few renewals', () => {
    expect(fitOf({ came: [500, 480, 470], left: [10, 9, 9] })).toMatchObject({ model: null, refusal: 'too_few_ended' });
    expect(fitOf({ came: [500, 400], left: [100, 90] })).toMatchObject({ refusal: 'too_few_ended' });
  });
  test('customers who are all alike lie on a ridge', () => {
    const came = Array.from({ length: 8 }, (_, at) => Math.round(10_000 * 0.8 ** at));
    expect(fitOf({ came, left: came.map((count) => Math.round(count * 0.2)) })).toMatchObject({ refusal: 'alike' });
  });
});
