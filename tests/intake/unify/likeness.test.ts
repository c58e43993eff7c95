import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithinEdits, jaroWinkler, lettersOf, mayBeAlike } from '../../../src/intake/unify/likeness';

// The pairs and values that Winkler (1990) and the US Census Bureau's strcmp95 publish.
test.each([
  ['martha', 'marhta', 0.9611],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.8133],
  ['jones', 'johnson', 0.8324],
  ['abroms', 'abrams', 0.9222],
])('%s and %s are alike to %d', (a, b, likeness) => {
  expect(jaroWinkler(a, b)).toBeCloseTo(likeness, 4);
  expect(jaroWinkler(b, a)).toBeCloseTo(likeness, 4);
});

test('likeness lies between 0 and 1, and is 1 for the same alone', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const likeness = jaroWinkler(a, b);
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      if (a !== '') expect(likeness === 1).toBe(a === b);
    }),
  );
});

/** The whole table, as the definition says it. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.length][b.length];
}

test('within so many slips means what the whole table of distances says', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      expect(isWithinEdits(a, b, limit)).toBe(distance(a, b) <= limit);
    }),
    { numRuns: 400 },
  );
});

test('what letters alone rule out is never alike', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdeghr'), minLength: 1, maxLength: 8 });
  const slip = fc.tuple(word, word).map(([a, b]) => [a, `${a.slice(0, 5)}${b.slice(0, 2)}`]);
  fc.assert(
    fc.property(fc.oneof(fc.tuple(word, word), slip), fc.constantFrom(0.88, 0.9), ([a, b], least) => {
      if (jaroWinkler(a, b) >= least) expect(mayBeAlike(a, lettersOf(a), b, lettersOf(b), least)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
