import { describe, expect, test } from 'vitest';
import { spread } from '../../../src/charts/labels';
import Chart from '../../../src/metrics/cross-sell/Chart.svelte';
import { choices } from '../../../src/metrics/cross-sell/choices';
import type { crossSell } from '../../../src/metrics/cross-sell/definition';
import { denseLabels, denseMarks, denseMatrix, manyItems } from '../../../src/metrics/cross-sell/dense';
import { orderByLikeness } from '../../../src/metrics/cross-sell/order';
import { readPairs } from '../../../src/metrics/cross-sell/pairs';
import type { MetricTable } from '../../../src/metrics/metric';
import type { Line } from '../../support/histories';
import { drawn } from '../../visual/drawn';
import { ask } from '../support/ask';
import { uniform } from '../support/simulated-buyers';

const options = { item: 'category', level: 'basket', levels: 'both', items: 2_000 } as const;
const [KINDS, EACH] = [8, 10];

/** 80 items of eight kinds; a basket holds four of one kind, and one of any. */
function baskets(count: number): Line[] {
  const random = uniform(5);
  return Array.from({ length: count }, (_, order) => {
    const kind = Math.floor(random() * KINDS);
    const held = new Set([1, 2, 3, 4].map(() => kind * EACH + Math.floor(random() * EACH)));
    held.add(Math.floor(random() * KINDS * EACH));
    return [...held].map((item): Line => ({ customer: `c${order}`, day: 1, order: `o${order}`, category: `k${Math.floor(item / EACH)} i${item}`, amount: 1 }));
  }).flat(); // prettier-ignore
}
const table = ask('cross_sell', baskets(3_000)).table as MetricTable<typeof crossSell>;
const pairs = readPairs(table, 'basket', 400)!;
const names = manyItems(pairs, 400)!;
const matrix = denseMatrix(pairs, names, 'lift', 'likeness', 1200);
const describePair = (from: string, to: string) => ({ title: `${from} and ${to}`, lines: [] });

test('from thirty items on, and where there is room, colour alone is drawn', () => {
  expect(names).toHaveLength(80);
  expect(manyItems(pairs, 25)).toBeNull();
  expect(choices.items.offered(table, 1200)).toEqual(['12', '18', '25', '60', '150']);
  expect(choices.items.offered(table, 358)).toEqual([]);
  const html = drawn(Chart, { table, options, choices: { items: '150' }, width: 1200 });
  expect(html).toContain('pairs of the 80 most bought items in 3,000 baskets; the strongest is');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('what is bought together stands together: every kind is one block', () => {
  const { blocks, names: ordered } = orderByLikeness(pairs, names);
  const kinds = blocks.map(({ first, last }) => [
    ...new Set(ordered.slice(first, last + 1).map((name) => name.slice(0, 2))),
  ]);
  expect(kinds.map((kind) => kind.length)).toEqual(new Array(KINDS).fill(1));
  expect(blocks.map(({ first, last }) => last - first + 1)).toEqual(new Array(KINDS).fill(EACH));
  expect([...ordered].sort()).toEqual([...names].sort());
});

test('a cell has the colour of its pair: beyond chance, and only below the diagonal', () => {
  const { size, steps } = matrix.field;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const coloured = steps[row * size + column] >= 0;
      const pair = pairs.pair(matrix.names[row], matrix.names[column]);
      expect(coloured).toBe(column < row && pair.beyond !== 0);
    }
});

test('labels never touch, and name the blocks', () => {
  const labels = denseLabels(matrix, pairs, (wanted) => spread(wanted));
  expect(labels.map(({ words }) => words)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^k0 i\d and 9 more$/)]),
  );
  labels.slice(1).forEach(({ y }, at) => expect(y - labels[at].y).toBeGreaterThanOrEqual(15.999));
});

describe('marks without a list', () => {
  const marks = denseMarks(matrix, describePair);
  const keys = (mark: { key: string } | null) => mark?.key.split('\u001f') ?? null;
  test('arrows walk cell by cell, and stop at the edge', () => {
    const first = marks.first()!;
    expect(keys(first)).toEqual([matrix.names[1], matrix.names[0]]);
    expect(marks.inWay(first, 'right')).toBeNull();
    const below = marks.inWay(first, 'down')!;
    expect(keys(below)).toEqual([matrix.names[2], matrix.names[0]]);
    expect(keys(marks.inWay(below, 'right'))).toEqual([matrix.names[2], matrix.names[1]]);
    expect(keys(marks.last())).toEqual([matrix.names[79], matrix.names[78]]);
    expect(marks.inWay(marks.last()!, 'down')).toBeNull();
  });
  test('pointing means the nearest coloured cell, else the one that is there; beside the field, none', () => {
    const { cell, field } = matrix;
    const at = field.steps.indexOf(6);
    const [row, column] = [Math.floor(at / field.size), at % field.size];
    const found = marks.near({ x: (column + 0.5) * cell, y: (row + 0.5) * cell })!;
    expect(keys(found)).toEqual([matrix.names[row], matrix.names[column]]);
    expect(marks.byKey(found.key)).toEqual(found);
    expect(marks.near({ x: matrix.side + 1, y: 5 })).toBeNull();
    expect(marks.near({ x: matrix.side - 1, y: 1 })).toBeNull();
  });
  test('confidence has both ways round, and arrows pass over the diagonal', () => {
    const both = denseMatrix(pairs, names, 'confidence', 'size', 1200);
    const square = denseMarks(both, describePair);
    expect(keys(square.first())).toEqual([names[0], names[1]]);
    expect(keys(square.inWay(square.byKey(`${names[1]}\u001f${names[0]}`)!, 'right'))).toEqual([names[1], names[2]]);
  });
});
