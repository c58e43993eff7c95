import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameCells } from '../../../src/intake/load/same-cells';
import { tableOf } from '../validate-tables';

const rows = fc.array(fc.array(fc.constantFrom('a', 'b', ''), { minLength: 2, maxLength: 2 }), { maxLength: 6 });

test('tables are the same exactly when all their cells are, whatever they are called and however their values are numbered', () => {
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const first = tableOf(['x', 'y'], one, 'one.csv');
      const second = tableOf(['x', 'y'], other, 'two.csv');
      const renumbered = {
        ...second,
        columns: second.columns.map(({ codes, values }) => ({
          codes: codes.map((code) => (code < 0 ? -1 : values.length - 1 - code)),
          values: [...values].reverse(),
        })),
      };
      const expected = JSON.stringify(one) === JSON.stringify(other);
      expect(sameCells(first, second)).toBe(expected);
      expect(sameCells(renumbered, first)).toBe(expected);
      expect(sameCells(first, tableOf(['x', 'z'], one))).toBe(false);
    }),
  );
});
