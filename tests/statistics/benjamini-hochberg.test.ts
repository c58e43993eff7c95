import fc from 'fast-check';
import { expect, test } from 'vitest';
import { falseDiscoveryRates } from '../../src/statistics/benjamini-hochberg';

test('by hand: m p / rank, never above the next', () => {
  expect([...falseDiscoveryRates(Float64Array.of(0.04, 0.01, 0.03), 3)].map((q) => q.toFixed(12))).toEqual([
    '0.040000000000',
    '0.030000000000',
    '0.040000000000',
  ]);
  expect([...falseDiscoveryRates(Float64Array.of(0.01, 0.9), 10)]).toEqual([0.1, 1]);
});

test('as the definition: q is the least level at which the test is rejected', () => {
  const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.nat(20), (p, unseen) => {
      const tests = p.length + unseen;
      const all = [...p, ...Array<number>(unseen).fill(1)].sort((a, b) => a - b);
      const q = falseDiscoveryRates(Float64Array.from(p), tests);
      p.forEach((value, at) => {
        const rates = all.map((other, rank) => (other >= value ? (tests * other) / (rank + 1) : Infinity));
        expect(q[at]).toBeCloseTo(Math.min(1, ...rates), 12);
      });
    }),
  );
});
