import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinNames, splitNames } from '../../src/domain/name-list';

test('an item with a semicolon differs from two items', () => {
  expect(joinNames(['Pens', 'blue'])).toBe('Pens;blue');
  expect(joinNames(['Pens; blue'])).toBe('"Pens; blue"');
  expect(splitNames('Pens;"Pens; blue"; TV 42"')).toEqual(['Pens', 'Pens; blue', ' TV 42"']);
});

test('every list of names is read back unchanged', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ';', '"', ' ') }), { minLength: 1 }), (names) => {
      expect(splitNames(joinNames(names))).toEqual(names);
    }),
  );
});
