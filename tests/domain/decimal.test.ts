import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDecimal, leastCount, reaches } from '../../src/domain/decimal';

test('a least count is exact where doubles are not', () => {
  expect(Math.ceil(0.07 * 100)).toBe(8);
  expect(leastCount('0.07', 100)).toBe(7);
  expect(leastCount('.01', 9835)).toBe(99);
  expect(leastCount('0', 5)).toBe(0);
  expect(leastCount('1', 5)).toBe(5);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1_000_000 }), (thousandths, n) => {
      expect(leastCount((thousandths / 1000).toFixed(3), n)).toBe(Math.ceil((thousandths * n) / 1000));
    }),
  );
});

test('a share is reached by exactly its count', () => {
  expect(reaches(7, 100, '0.07')).toBe(true);
  expect(reaches(1, 3, '0.3333333333')).toBe(true);
  expect(reaches(1, 3, '0.3333333334')).toBe(false);
});

test('only plain numbers of 0 or more are decimals', () => {
  expect(['0.01', '.5', '1', '2.'].map(isDecimal)).toEqual([true, true, true, true]);
  expect(['', '.', '-1', '1e-3', ' 1', '0,5', 'NaN'].map(isDecimal)).toEqual(Array(7).fill(false));
});
