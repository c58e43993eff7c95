import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hatch } from '../../src/charts/hatch';
import { spread } from '../../src/charts/labels';
import { markInWay, nearestMark, placeTip } from '../../src/charts/nearest';
import type { PlotMark } from '../../src/charts/plot';
import { roundDomain, thin, wholeTicks } from '../../src/charts/ticks';

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const mark = (key: string, x: number, y: number, width = 0, height = 0): PlotMark => ({
  key,
  x,
  y,
  width,
  height,
  title: key,
  lines: [],
});

describe('labels', () => {
  test('are never closer than the gap, and keep the order of their values', () => {
    fc.assert(
      fc.property(fc.array(finite(0, 400), { maxLength: 30 }), (values) => {
        const placed = spread(values.map((y, i) => ({ y, i, wanted: y })));
        const byWish = [...placed].sort((a, b) => a.wanted - b.wanted || a.i - b.i);
        for (let i = 1; i < byWish.length; i++) expect(byWish[i].y - byWish[i - 1].y).toBeGreaterThan(16 - 1e-6);
        placed.forEach((label, i) => expect(label.i).toBe(i));
      }),
    );
  });
  test('stay where they are when there is room', () => {
    expect(spread([{ y: 100 }, { y: 20 }, { y: 60 }]).map(({ y }) => y)).toEqual([100, 20, 60]);
  });
  test('stay inside the picture', () => {
    const placed = spread([{ y: 398 }, { y: 399 }, { y: 400 }], { low: 0, high: 400 });
    expect(placed.map(({ y }) => y)).toEqual([368, 384, 400]);
  });
});

describe('ticks', () => {
  test('are few round numbers that include the data', () => {
    fc.assert(
      fc.property(finite(0, 1e6), finite(1e-3, 1e6), (low, size) => {
        const { low: first, high, ticks } = roundDomain(low, low + size);
        expect(first).toBeLessThanOrEqual(low + 1e-8 * (low + size));
        expect(high).toBeGreaterThanOrEqual(low + size - 1e-6 * (low + size));
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(5);
      }),
    );
    expect(roundDomain(0, 0.183).ticks).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
    expect(roundDomain(0, 653).ticks).toEqual([0, 200, 400, 600, 800]);
  });
  test('are whole numbers for counts', () => {
    expect(roundDomain(0, 2, { whole: true }).ticks).toEqual([0, 1, 2]);
    expect(roundDomain(0, 0, { whole: true }).ticks).toEqual([0, 1]);
  });
  test('of months are at quarters and years', () => {
    expect(wholeTicks(0, 29, 4, [1, 2, 3, 6, 12])).toEqual([0, 12, 24]);
  });
  test('have labels that never touch', () => {
    const kept = thin(
      [0, 10, 20, 30, 40],
      (x) => x,
      () => 8,
      4,
    );
    expect(kept).toEqual([0, 20, 40]);
  });
});

describe('pointing', () => {
  const grid = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => mark(`${row}${column}`, 10 + column * 20, 10 + row * 20, 20, 20)),
  );
  test('picks the cell under the pointer, or the nearest', () => {
    expect(nearestMark(grid, { x: 31, y: 12 })?.key).toBe('01');
    expect(nearestMark(grid, { x: 75, y: 52 })?.key).toBe('22');
    expect(nearestMark(grid, { x: 300, y: 300 })).toBeNull();
  });
  test('arrows move to the neighbour in their direction, and stop at the edge', () => {
    expect(markInWay(grid, grid[4], 'left')?.key).toBe('10');
    expect(markInWay(grid, grid[4], 'down')?.key).toBe('21');
    expect(markInWay(grid, grid[0], 'up')).toBeNull();
  });
  test('every mark of a line can be reached by arrows', () => {
    const line = [3, 9, 4, 7].map((y, i) => mark(String(i), 10 + i * 30, y * 10));
    let at = line[0];
    for (const expected of ['1', '2', '3']) expect((at = markInWay(line, at, 'right')!).key).toBe(expected);
  });
  test('a tooltip never covers its mark', () => {
    fc.assert(
      fc.property(
        finite(0, 600),
        finite(0, 300),
        finite(0, 60),
        finite(0, 40),
        finite(40, 260),
        (x, y, width, height, tip) => {
          const subject = mark('m', x, y, width, height);
          const box = placeTip(subject, { width: tip, height: 60 }, { width: 600 }, [subject, mark('n', x + 30, y)]);
          const apart =
            box.left >= x + width / 2 ||
            box.left + box.width <= x - width / 2 ||
            box.top >= y + height / 2 ||
            box.top + box.height <= y - height / 2;
          expect(apart).toBe(true);
        },
      ),
    );
  });
});

test('a hatch stays inside its cell', () => {
  const numbers = hatch(5, 7, 30, 20)
    .match(/[ML]([\d.]+),([\d.]+)/g)!
    .map((part) => part.slice(1).split(',').map(Number));
  for (const [x, y] of numbers) {
    expect(x).toBeGreaterThanOrEqual(5);
    expect(x).toBeLessThanOrEqual(35);
    expect(y).toBeGreaterThanOrEqual(7);
    expect(y).toBeLessThanOrEqual(27);
  }
});
