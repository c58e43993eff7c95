import { expect, test } from 'vitest';
import { holm } from '../../src/statistics/holm';

test('the smallest counts m times, the next one less, none below the one before', () => {
  expect(holm([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  expect(holm([0.5, 0.6])).toEqual([1, 1]);
});
test('a test that could not be made is not counted', () => {
  expect(holm([NaN, 0.01, 0.02])).toEqual([NaN, 0.02, 0.02]);
  expect(holm([])).toEqual([]);
});
