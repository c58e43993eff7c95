import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rulesOf } from '../../src/statistics/association-rules';
import { frequentItemsets, TooManyItemsets, type Holdings } from '../../src/statistics/frequent-itemsets';

const holdingsOf = (baskets: readonly (readonly number[])[]): Holdings => ({
  basket: baskets.flatMap((items, basket) => items.map(() => basket)),
  item: baskets.flat(),
});
const baskets = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 6 }), { maxLength: 25 });

/** Every subset of eight items, by trying all 255. */
function byTrying(all: readonly (readonly number[])[], least: number, longest: number): Record<string, number> {
  const found: Record<string, number> = {};
  for (let mask = 1; mask < 256; mask++) {
    const items = [0, 1, 2, 3, 4, 5, 6, 7].filter((item) => (mask >> item) & 1);
    const count = all.filter((basket) => items.every((item) => basket.includes(item))).length;
    if (items.length <= longest && count >= least) found[items.join()] = count;
  }
  return found;
}

test('every frequent set is found, and no other, with its count', () => {
  fc.assert(
    fc.property(baskets, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }), (all, least, longest) => {
      const found = frequentItemsets(holdingsOf(all), least, longest, 1_000);
      expect(found.map(({ items }) => items.length)).toEqual(found.map(({ items }) => items.length).sort());
      expect(Object.fromEntries(found.map(({ items, count }) => [items.join(), count]))).toEqual(
        byTrying(all, least, longest),
      );
    }),
    { numRuns: 300 },
  );
});

test('a set at exactly the least count is kept; one below is not', () => {
  const all = [[1, 2], [1, 2], [1], [3]];
  expect(frequentItemsets(holdingsOf(all), 2, 3, 100)).toContainEqual({ items: [1, 2], count: 2 });
  expect(frequentItemsets(holdingsOf(all), 3, 3, 100)).toEqual([{ items: [1], count: 3 }]);
});

test('more sets than asked for are refused', () => {
  const one = [Array.from({ length: 12 }, (_, item) => item)];
  expect(() => frequentItemsets(holdingsOf(one), 1, 12, 1_000)).toThrow(TooManyItemsets);
  expect(frequentItemsets(holdingsOf(one), 1, 12, 5_000)).toHaveLength(2 ** 12 - 1);
});

test('a rule is redundant if any shorter antecedent, down to none, has at least its confidence', () => {
  fc.assert(
    fc.property(baskets, fc.integer({ min: 1, max: 3 }), (all, least) => {
      const holds = (basket: readonly number[], items: readonly number[]) =>
        items.every((item) => basket.includes(item));
      const confidence = (items: readonly number[], to: number) => {
        const from = all.filter((basket) => holds(basket, items));
        return from.filter((basket) => basket.includes(to)).length / from.length;
      };
      const subsets = (items: readonly number[]): number[][] =>
        items.reduce<number[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
      for (const rule of rulesOf(frequentItemsets(holdingsOf(all), least, 8, 1_000), all.length, () => true)) {
        const own = confidence(rule.antecedent, rule.consequent);
        expect(rule.both / rule.from).toBe(own);
        const shorter = subsets(rule.antecedent).filter((set) => set.length < rule.antecedent.length);
        expect(rule.redundant).toBe(shorter.some((set) => confidence(set, rule.consequent) >= own));
      }
    }),
    { numRuns: 150 },
  );
});
