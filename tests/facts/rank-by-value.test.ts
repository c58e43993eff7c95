import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rankByValue } from '../../src/facts/rank-by-value';

const money = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 40, -(2 ** 40)),
  fc.double({ noNaN: true }),
);

test('the highest value comes first, equal ones by position, those left out nowhere: as a comparing sort has it', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(money, fc.boolean()), { maxLength: 700, size: 'max' }), (customers) => {
      const value = Float64Array.from(customers, ([number]) => number);
      const included = Uint8Array.from(customers, ([, isIn]) => (isIn ? 1 : 0));
      const expected = Array.from(value.keys())
        .filter((at) => included[at] === 1)
        .sort((a, b) => (value[a] === value[b] ? a - b : value[b] > value[a] ? 1 : -1));
      expect(Array.from(rankByValue(value, included))).toEqual(expected);
    }),
  );
});
