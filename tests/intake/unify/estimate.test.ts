import { expect, test } from 'vitest';
import { FIELDS } from '../../../src/intake/unify/compare';
import { estimateModel, patternWeight, probability } from '../../../src/intake/unify/estimate';

/** A pattern of three fields that are the same (1) or another (their last level). */
const pattern = (given: number, surname: number, birth: number) => given + surname * 5 + birth * 25;

/** Expected counts under known m and u, so that the answer of EM is known too. */
function mixture(pairs: number, prevalence: number, m: readonly number[], u: readonly number[]) {
  const counts = new Map<number, number>();
  for (const given of [1, 3])
    for (const surname of [1, 3])
      for (const birth of [1, 4]) {
        const same = [given === 1, surname === 1, birth === 1];
        const share = (of: readonly number[]) => same.reduce((all, is, at) => all * (is ? of[at] : 1 - of[at]), 1);
        const count = pairs * (prevalence * share(m) + (1 - prevalence) * share(u));
        counts.set(pattern(given, surname, birth), count);
      }
  return counts;
}

test('EM finds the weights that made the data, without being told which pairs are one', () => {
  const [m, u, prevalence, pairs] = [[0.9, 0.85, 0.95], [0.02, 0.01, 0.001], 0.002, 10_000_000];
  const counts = mixture(pairs, prevalence, m, u);
  const model = estimateModel(counts, counts, pairs);
  expect(model.prevalence).toBeCloseTo(prevalence, 4);
  const at = (field: (typeof FIELDS)[number]) => model.weights[FIELDS.indexOf(field)];
  expect(at('given')[1]).toBeCloseTo(Math.log2(0.9 / 0.02), 1);
  expect(at('surname')[1]).toBeCloseTo(Math.log2(0.85 / 0.01), 1);
  expect(at('birth')[1]).toBeCloseTo(Math.log2(0.95 / 0.001), 1);
  expect(at('given')[3]).toBeCloseTo(Math.log2(0.1 / 0.98), 1);
});

test('a file in which nobody is twice does not make matches of the likeliest pairs', () => {
  const counts = mixture(1_000_000, 0, [0.9, 0.9, 0.9], [0.05, 0.01, 0.0001]);
  const model = estimateModel(counts, counts, 1_000_000);
  expect(model.prevalence).toBeLessThan(1e-4);
});

test('what is missing says nothing, and a worse level never more than a better one', () => {
  const model = estimateModel(new Map(), new Map(), 10);
  for (const weights of model.weights) {
    expect(weights[0]).toBe(0);
    for (let level = 2; level < weights.length; level++) expect(weights[level]).toBeLessThanOrEqual(weights[level - 1]);
  }
  expect(patternWeight(model.weights, 0)).toBe(0);
  expect(probability(0, 0.25)).toBeCloseTo(0.25, 12);
});
