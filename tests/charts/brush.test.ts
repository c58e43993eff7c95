import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dragged, keyed } from '../../src/charts/brush';

const first = 10;
const last = 40;
const unit = fc.integer({ min: first, max: last });
const range = fc.tuple(unit, unit).map(([a, b]) => ({ from: Math.min(a, b), until: Math.max(a, b) }));
const wild = fc.integer({ min: -100, max: 200 });

test('after any drag the range is in order and inside its bounds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('from' as const, 'until' as const, 'body' as const, 'new' as const),
      range,
      unit,
      wild,
      (part, start, anchor, at) => {
        const { from, until } = dragged(part, start, anchor, at, first, last);
        expect(from).toBeGreaterThanOrEqual(first);
        expect(until).toBeLessThanOrEqual(last);
        expect(from).toBeLessThanOrEqual(until);
        if (part === 'body') expect(until - from).toBe(start.until - start.from);
      },
    ),
  );
});

test('keys move one end, but not past the other', () => {
  const start = { from: 20, until: 22 };
  expect(keyed('ArrowRight', 'from', start, first, last)).toEqual({ from: 21, until: 22 });
  expect(keyed('PageUp', 'from', start, first, last)).toEqual({ from: 22, until: 22 });
  expect(keyed('PageDown', 'until', start, first, last)).toEqual({ from: 20, until: 20 });
  expect(keyed('Home', 'from', start, first, last)).toEqual({ from: 10, until: 22 });
  expect(keyed('End', 'until', start, first, last)).toEqual({ from: 20, until: 40 });
  expect(keyed('a', 'until', start, first, last)).toBeNull();
});
