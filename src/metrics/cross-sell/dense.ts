import { bisectRight } from 'd3';
import type { Field } from '../../charts/cell-field';
import type { MarkSource } from '../../charts/mark-source';
import type { Point } from '../../charts/nearest';
import type { PlotMark } from '../../charts/plot';
import { liftCuts, plainCuts, type Order, type Show } from './matrix';
import { orderByLikeness, type Ordered } from './order';
import type { Pairs } from './pairs';

/** From so many items on cells are too fine for words, and too many for shapes of their own. */
export const DENSE = 30;

const NAMES = 170;
const READ_OUT = 320;
const BESIDE = 900;
const [LARGEST_CELL, HIGHEST] = [14, 840];
/** A row so high has its own name. */
const NAMED_ROW = 13;
const LABELS = 24;
/** How far from the pointer a coloured cell is still meant. */
const REACH = 7;

export interface DenseMatrix extends Ordered {
  readonly square: boolean;
  readonly left: number;
  readonly cell: number;
  readonly side: number;
  readonly beside: boolean;
  readonly cuts: readonly number[];
  readonly field: Field;
}

/** The items that are shown; null where there are too few for such a picture. */
export function manyItems(pairs: Pairs, wanted: number): string[] | null {
  const names = pairs.items.slice(0, wanted).map(({ name }) => name);
  return names.length >= DENSE ? names : null;
}

/** Where a matrix of many items stands, and the colour of each of its cells. */
export function denseMatrix(
  pairs: Pairs,
  wanted: readonly string[],
  show: Show,
  order: Order,
  width: number,
): DenseMatrix {
  const ordered =
    order === 'likeness'
      ? orderByLikeness(pairs, wanted)
      : { names: order === 'size' ? wanted : [...wanted].sort((a, b) => a.localeCompare(b)), blocks: [] };
  const square = show === 'confidence';
  const beside = width >= BESIDE;
  const left = square ? NAMES : 0;
  const room = width - left - (square ? (beside ? READ_OUT : 0) : NAMES);
  const size = ordered.names.length;
  const cell = Math.min(LARGEST_CELL, room / size, HIGHEST / size);
  return { ...ordered, ...coloured(pairs, ordered.names, show), square, left, cell, side: cell * size, beside };
}

/** The step of every cell: both ways round for confidence, else below the diagonal. Within chance, or nobody, is no colour. */
function coloured(pairs: Pairs, names: readonly string[], show: Show): { field: Field; cuts: readonly number[] } {
  const size = names.length;
  const { held, both, beyond, n } = pairs.grid(names);
  const values = new Float64Array(size * size).fill(NaN);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < (show === 'confidence' ? size : row); column++) {
      const cell = row * size + column;
      if (show === 'lift' && beyond[cell] !== 0) values[cell] = both[cell] / ((held[row] * held[column]) / n);
      if (show !== 'lift' && both[cell] > 0) values[cell] = both[cell] / (show === 'count' ? 1 : held[row]);
    }
  }
  const seen = Array.from(values.filter((value) => !Number.isNaN(value)));
  const cuts = show === 'lift' ? liftCuts(seen) : plainCuts(seen, show === 'count' ? COUNT_STEPS : SHARE_STEPS);
  const steps = Int8Array.from(values, (value) => (Number.isNaN(value) ? -1 : bisectRight(cuts, value)));
  return { field: { size, steps, ramp: show === 'lift' ? 'div' : 'seq' }, cuts };
}
export const SHARE_STEPS = [0.01, 0.02, 0.05, 0.1, 0.15];
export const COUNT_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10_000, 50_000, 100_000];

export interface DenseLabel {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  /** Where it would stand if there were room: a hairline leads there. */
  readonly at: number;
}

/**
 * Every row by its name while there is room, else the largest blocks by their most bought item.
 * @param apart pushes labels apart so that none touch
 */
export function denseLabels(
  { names, blocks, square, cell }: DenseMatrix,
  pairs: Pairs,
  apart: <T extends { readonly y: number }>(labels: readonly T[]) => T[],
): DenseLabel[] {
  if (cell >= NAMED_ROW)
    return names.map((name, i) => ({
      words: name,
      x: square ? 0 : (i + 1) * cell + 6,
      y: (i + 0.5) * cell,
      at: (i + 0.5) * cell,
    }));
  const place = new Map(pairs.items.map(({ name }, at) => [name, at]));
  const largest = [...blocks]
    .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .slice(0, LABELS);
  const wanted = largest.map(({ first, last }) => {
    const [most] = names.slice(first, last + 1).sort((a, b) => place.get(a)! - place.get(b)!);
    const middle = ((first + last + 1) / 2) * cell;
    return { words: `${most} and ${last - first} more`, y: middle, at: middle, end: (last + 1) * cell };
  });
  return apart(wanted).map(({ words, y, at, end }) => ({ words, y, at, x: square ? 0 : Math.max(end, y) + 10 }));
}

const SEPARATOR = '\u001f';
export const keyOf = (from: string, to: string) => `${from}${SEPARATOR}${to}`;

/** Cells as marks, made when they are pointed at or walked to. */
export function denseMarks(
  { names, square, left, cell, side, field }: DenseMatrix,
  describe: (from: string, to: string) => Pick<PlotMark, 'title' | 'lines' | 'opens'>,
): MarkSource {
  const place = new Map(names.map((name, at) => [name, at]));
  const size = names.length;
  const isCell = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < size && column < size && (square ? row !== column : column < row);
  const markAt = (row: number, column: number): PlotMark | null =>
    isCell(row, column)
      ? {
          key: keyOf(names[row], names[column]),
          x: left + (column + 0.5) * cell,
          y: (row + 0.5) * cell,
          width: cell,
          height: cell,
          ...describe(names[row], names[column]),
        }
      : null;
  const placeOf = (key: string) => {
    const [from, to] = key.split(SEPARATOR);
    return { row: place.get(from) ?? -1, column: place.get(to) ?? -1 };
  };
  return {
    isEmpty: size < 2,
    first: () => (square ? markAt(0, 1) : markAt(1, 0)),
    last: () => markAt(size - 1, size - 2),
    byKey: (key) => {
      const { row, column } = placeOf(key);
      return markAt(row, column);
    },
    near: ({ x, y }) => {
      if (x < left || y < 0 || x > left + side || y > side) return null;
      const found = nearestColoured({ x: (x - left) / cell, y: y / cell }, REACH / cell, field);
      return found ? markAt(found.row, found.column) : markAt(Math.floor(y / cell), Math.floor((x - left) / cell));
    },
    inWay: ({ key }, way) => {
      const { row, column } = placeOf(key);
      const [down, right] = { left: [0, -1], right: [0, 1], up: [-1, 0], down: [1, 0] }[way];
      // Over the diagonal, which is no pair.
      return markAt(row + down, column + right) ?? (square ? markAt(row + 2 * down, column + 2 * right) : null);
    },
    around: [],
  };
}

/** The coloured cell next to a point, within reach; all in cells. Where cells are wide, only the one that is pointed at. */
function nearestColoured({ x, y }: Point, reach: number, { size, steps }: Field) {
  let best: { row: number; column: number; distance: number } | null = null;
  const around = Math.floor(reach);
  for (let row = Math.max(0, Math.floor(y) - around); row <= Math.min(size - 1, Math.floor(y) + around); row++) {
    for (
      let column = Math.max(0, Math.floor(x) - around);
      column <= Math.min(size - 1, Math.floor(x) + around);
      column++
    ) {
      if (steps[row * size + column] < 0) continue;
      const distance = Math.hypot(row + 0.5 - y, column + 0.5 - x);
      if (!best || distance < best.distance) best = { row, column, distance };
    }
  }
  return best;
}
