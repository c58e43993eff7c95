import { describe, expect, test } from 'vitest';
import { spread } from '../../../src/charts/labels';
import { choices, fieldChoices } from '../../../src/metrics/cross-sell/choices';
import type { crossSell, crossSellField } from '../../../src/metrics/cross-sell/definition';
import { denseLabels, denseMarks, denseMatrix, densePair } from '../../../src/metrics/cross-sell/dense';
import { overviewOf } from '../../../src/metrics/cross-sell/field';
import { fieldPicture } from '../../../src/metrics/cross-sell/field-derive';
import { fieldFinding } from '../../../src/metrics/cross-sell/field-finding';
import { orderMany } from '../../../src/metrics/cross-sell/field-order';
import Field from '../../../src/metrics/cross-sell/Field.svelte';
import { readPairs } from '../../../src/metrics/cross-sell/pairs';
import type { MetricBase, MetricOptions, MetricTable } from '../../../src/metrics/metric';
import type { Line } from '../../support/histories';
import { context, drawn, format } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask, contextOf } from '../support/ask';
import { uniform } from '../support/simulated-buyers';

const options = {
  item: 'category',
  level: 'basket',
  levels: 'both',
  items: 400,
  show: 'lift',
  order: 'likeness',
} as const;
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
const lines = baskets(3_000);
function field(given: Partial<MetricOptions<typeof crossSellField>> = {}) {
  const asked = ask('cross_sell_field', lines, [], { ...options, ...given });
  const table = asked.table as MetricTable<typeof crossSellField>;
  const base = asked.base as MetricBase<typeof crossSellField>;
  return { table, picture: fieldPicture(base, contextOf(asked.facts, asked.scope), { ...options, ...given }) };
}
const { table, picture } = field();
const matrix = denseMatrix(table, picture, 'lift', 1200);
const pairs = readPairs(ask('cross_sell', lines, [], options).table as MetricTable<typeof crossSell>, 'basket', 400)!;
const describePair = (row: number, column: number) => ({ title: `${row} and ${column}`, lines: [] });

test('many items are one picture, with a way back to a few', () => {
  expect(matrix.names).toHaveLength(80);
  expect(choices.items.offered(table, 1200)).toEqual(['12', '18', '25', '60', '150']);
  expect(choices.items.offered(table, 358)).toEqual([]);
  expect(fieldChoices.items.offered(table, 358)).toEqual(['12', '18', '25', '60', '150']);
  for (const width of [358, 700, 1200]) {
    const html = drawn(Field, { table, picture, options, width });
    expect(html).toContain('pairs of the 80 most bought items in 3,000 baskets; the strongest is');
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('what is bought together stands together: every kind is one block, and the table says which', () => {
  const { blocks, names } = matrix;
  const kinds = blocks.map(({ first, last }) => [
    ...new Set(names.slice(first, last + 1).map((name) => name.slice(0, 2))),
  ]);
  expect(kinds.map((kind) => kind.length)).toEqual(new Array(KINDS).fill(1));
  expect(blocks.map(({ first, last }) => last - first + 1)).toEqual(new Array(KINDS).fill(EACH));
  expect(table.block[blocks[2].first]).toBe(3);
  expect([...field({ order: 'name' }).table.from]).toEqual([...names].sort((a, b) => a.localeCompare(b)));
  expect([...field({ order: 'size' }).table.n_from]).toEqual([...table.n_from].sort((a, b) => b - a));
});

test('a cell has the colour and the figures of its pair: beyond chance, and only below the diagonal', () => {
  const { size, steps } = matrix.field;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const coloured = steps[row * size + column] >= 0;
      const { row: _, ...wanted } = pairs.pair(matrix.names[row], matrix.names[column]);
      expect(coloured).toBe(column < row && wanted.beyond !== 0);
      if (row === column) continue;
      const { row: rowOf, ...found } = densePair(matrix, row, column);
      expect(found).toEqual(wanted);
      expect(rowOf()?.['n_both'] ?? 0).toBe(wanted.both);
    }
});

test('the strongest pair is the finding, and each item has its strongest partner beyond chance', () => {
  const best = table.lift.indexOf(table.lift.reduce((most, lift) => Math.max(most, lift || 0), 0));
  const { from, to, lift } = pairs.pair(table.from[best], table.to[best]);
  expect(lift).toBeCloseTo(table.lift[best], 12);
  expect(said(fieldFinding(table, context, format))).toContain(
    `${from.toUpperCase().charAt(0)}${from.slice(1)} and ${to}`,
  );
  table.from.forEach((name, row) => expect(table.to[row].slice(0, 2)).toBe(name.slice(0, 2)));
});

test('of more cells than pixels the strongest is kept', () => {
  const size = 1_003;
  const steps = new Int8Array(size * size).fill(-1);
  steps[5 * size + 2] = 4;
  steps[4 * size + 3] = 0;
  steps[1_002 * size + 1_001] = 6;
  const { overview, bin } = overviewOf(steps, size, true);
  expect([bin[0], overview.length]).toEqual([2, 502 ** 2]);
  // Columns 2 and 3 of rows 4 and 5: far fewer is farther from chance than a little more.
  expect([overview[2 * 502 + 1], overview[501 * 502 + 500], overview.filter((step) => step >= 0).length]).toEqual([
    0, 6, 2,
  ]);
  expect(overviewOf(steps, size, false).overview[2 * 502 + 1]).toBe(4);
});

test('thousands of items: the most held are clustered, the others follow their likest, and blocks stay whole', () => {
  const [groups, size] = [6, 3_000];
  const alike = (a: number, b: number) => a % groups === b % groups;
  const alone = (item: number) => item >= 2_990;
  const steps = orderMany({
    size,
    like: (a, b) => (alike(a, b) ? 3 : -3),
    surprise: (a, b) => (alone(a) ? 0 : alike(a, b) ? 9 : -9),
  });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { order, blocks } = step.value;
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, at) => at));
  expect(blocks).toHaveLength(groups);
  for (const { first, last } of blocks) {
    const block = order.subarray(first, last + 1);
    expect(new Set(block.map((item) => item % groups)).size).toBe(1);
  }
  expect([...order.subarray(2_990)]).toEqual(Array.from({ length: 10 }, (_, at) => 2_990 + at));
});

test('labels never touch, and name the blocks', () => {
  const labels = denseLabels(matrix, (wanted) => spread(wanted));
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
    const confidence = field({ show: 'confidence', order: 'size' });
    const both = denseMatrix(confidence.table, confidence.picture, 'confidence', 1200);
    const square = denseMarks(both, describePair);
    expect(keys(square.first())).toEqual([both.names[0], both.names[1]]);
    expect(keys(square.inWay(square.byKey(`${both.names[1]}\u001f${both.names[0]}`)!, 'right'))).toEqual([
      both.names[1],
      both.names[2],
    ]);
  });
});
