import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFilter, arbitraryLines, type Line } from '../../support/histories';
import { arbitraryOptions } from '../support/arbitrary';
import { ask } from '../support/ask';

const worth = (...amounts: number[]): Line[] =>
  amounts.map((amount, at) => ({ customer: String(at), day: 1, order: String(at), amount }));
const figure = (lines: readonly Line[], column: string, row = 0) =>
  Number(ask('value_curve', lines).table[column][row]);

test('customers are counted in exact arithmetic', () => {
  // In doubles 0.07 x 100 is 7.000000000000001, whose ceiling is 8.
  const { table } = ask('value_curve', worth(...Array.from({ length: 100 }, () => 1)));
  expect([...table['customers']]).toEqual(Array.from({ length: 101 }, (_, at) => at));
  expect(figure(worth(1, 1, 1, 1, 1, 1), 'customers', 17)).toBe(2);
});

test('Gini by hand: 0 when equal, (n - 1) / n when one has all, above 1 with large losses', () => {
  expect(figure(worth(3, 3, 3, 3), 'gini')).toBeCloseTo(0, 15);
  expect(figure(worth(8, 0, 0, 0), 'gini')).toBeCloseTo(0.75, 15);
  // Mean absolute difference of 1, 2, 3, 4 is 10 / 8 over pairs in both orders with themselves: 1.25 / (2 x 2.5).
  expect(figure(worth(1, 2, 3, 4), 'gini')).toBeCloseTo(0.25, 15);
  const losses = [
    { ...worth(10)[0], profit: 10 },
    { customer: 'b', day: 1, order: 'b', amount: 1, profit: -8 },
  ];
  expect(figure(losses, 'gini')).toBeCloseTo(4.5, 12);
  expect(figure(losses, 'value_share', 50)).toBe(5);
  expect(figure(losses, 'loss_makers', 100)).toBe(1);
});

test('it is the mean absolute difference over twice the mean', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 300 }), (amounts) => {
      const total = amounts.reduce((sum, amount) => sum + amount, 0);
      fc.pre(total > 0);
      let differences = 0;
      for (const a of amounts) for (const b of amounts) differences += Math.abs(a - b);
      expect(figure(worth(...amounts), 'gini')).toBeCloseTo(differences / (2 * amounts.length * total), 12);
    }),
  );
});

test('without a positive whole there are no shares', () => {
  const { table } = ask('value_curve', worth(0, 0));
  expect([table['value_share'][100], table['gini'][0], table['top20_share'][0]]).toEqual([NaN, NaN, NaN]);
});

test('the best first: the curve rises ever less, and ends at 1', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, arbitraryOptions('value_curve'), (lines, filter, options) => {
      const { table } = ask('value_curve', lines, filter, options);
      const [value, customers] = [table['value'] as Float64Array, table['customers'] as Float64Array];
      let steepest = Infinity;
      for (let h = 1; h < value.length; h++) {
        const added = customers[h] - customers[h - 1];
        if (added === 0) continue;
        const slope = (value[h] - value[h - 1]) / added;
        expect(slope).toBeLessThanOrEqual(steepest + 1e-6);
        steepest = slope;
      }
      const last = table['value_share'][value.length - 1];
      if (value.length > 0 && !Number.isNaN(last)) expect(last).toBe(1);
    }),
  );
});
