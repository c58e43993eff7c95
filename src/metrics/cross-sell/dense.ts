import type { Field } from '../../charts/cell-field';
import type { MarkSource } from '../../charts/mark-source';
import type { Point } from '../../charts/nearest';
import type { PlotMark } from '../../charts/plot';
import type { MetricTable } from '../metric';
import type { crossSellField } from './definition';
import type { FieldPicture } from './field';
import { triangleAt } from './triangle';
import type { Show } from './matrix';
import type { Ordered } from './order';
import type { Level, Pair } from './pairs';

const NAMES = 170;
const READ_OUT = 320;
const BESIDE = 900;
const [LARGEST_CELL, HIGHEST] = [14, 840];
/** A row so high has its own name. */
const NAMED_ROW = 13;
const LABELS = 24;
/** How far from the pointer a coloured cell is still meant. */
const REACH = 7;
/** Smaller cells are pointed at in the glass beside the picture. */
const READABLE = 8;

/** A matrix of many items, where it stands and what is in its cells. Positions are rows of the table. */
export interface DenseMatrix extends Ordered {
  readonly level: Level;
  readonly n: number;
  readonly held: Float64Array;
  readonly square: boolean;
  readonly left: number;
  readonly cell: number;
  readonly side: number;
  readonly beside: boolean;
  /** Cells are too small to be told apart. */
  readonly fine: boolean;
  readonly cuts: readonly number[];
  /** What is drawn: a pixel a cell, or for several. */
  readonly field: Field;
  readonly steps: Int8Array;
  readonly both: Uint32Array;
  readonly show: Show;
}

export function denseMatrix(
  table: MetricTable<typeof crossSellField>,
  picture: FieldPicture,
  show: Show,
  width: number,
): DenseMatrix {
  const names = table.from;
  const square = show === 'confidence';
  const beside = width >= BESIDE;
  const wide = width >= 620;
  const left = square && wide ? NAMES : 0;
  const room = width - left - (square ? (beside ? READ_OUT : 0) : wide ? NAMES : 0);
  const cell = Math.min(LARGEST_CELL, room / names.length, HIGHEST / names.length);
  const blocks = Array.from({ length: picture.blocks.length / 2 }, (_, at) => ({
    first: picture.blocks[2 * at],
    last: picture.blocks[2 * at + 1],
  }));
  const ramp = show === 'lift' ? 'div' : 'seq';
  return {
    names,
    blocks,
    level: (table.level[0] ?? 'customer') as Level,
    n: table.n[0] ?? 0,
    held: table.n_from,
    square,
    left,
    cell,
    side: cell * names.length,
    beside,
    fine: cell < READABLE,
    cuts: [...picture.cuts],
    field: { size: Math.ceil(names.length / picture.bin[0]), steps: picture.overview, ramp },
    steps: picture.steps,
    both: picture.both,
    show,
  };
}

/** Two items by their rows. */
export function densePair(matrix: DenseMatrix, row: number, column: number): Pair {
  const { names, held, n, steps, both, show, level } = matrix;
  const [from, to] = [names[row], names[column]];
  const [high, low] = [Math.max(row, column), Math.min(row, column)];
  const count = both[triangleAt(low, high)];
  const expected = (held[row] * held[column]) / n;
  const step = steps[high * names.length + low];
  return {
    from,
    to,
    both: count,
    nFrom: held[row],
    nTo: held[column],
    expected,
    confidence: count / held[row],
    lift: count / expected,
    beyond: show === 'lift' && step < 0 ? 0 : count < expected ? -1 : 1,
    row: () => (count > 0 ? { level, from, to, n_both: count } : null),
  };
}

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
  { names, held, blocks, square, cell }: DenseMatrix,
  apart: <T extends { readonly y: number }>(labels: readonly T[]) => T[],
): DenseLabel[] {
  if (cell >= NAMED_ROW)
    return names.map((name, i) => ({
      words: name,
      x: square ? 0 : (i + 1) * cell + 6,
      y: (i + 0.5) * cell,
      at: (i + 0.5) * cell,
    }));
  const largest = [...blocks]
    .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
    .slice(0, LABELS);
  const wanted = largest.map(({ first, last }) => {
    let most = first;
    for (let at = first; at <= last; at++) if (held[at] > held[most]) most = at;
    const middle = ((first + last + 1) / 2) * cell;
    return { words: `${names[most]} and ${last - first} more`, y: middle, at: middle, end: (last + 1) * cell };
  });
  return apart(wanted).map(({ words, y, at, end }) => ({ words, y, at, x: square ? 0 : Math.max(end, y) + 10 }));
}

const SEPARATOR = '\u001f';
export const keyOf = (from: string, to: string) => `${from}${SEPARATOR}${to}`;

/** A cell by its row and column. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}
/** Rows of items by their names, for finding a mark's cell again. */
export const cellFinder = (names: readonly string[]): ((key: string) => Cell) => {
  const place = new Map(names.map((name, at) => [name, at]));
  return (key) => {
    const [from, to] = key.split(SEPARATOR);
    return { row: place.get(from) ?? -1, column: place.get(to) ?? -1 };
  };
};

/** Cells as marks, made when they are pointed at or walked to. */
export function denseMarks(
  matrix: Pick<DenseMatrix, 'names' | 'square' | 'left' | 'cell' | 'side' | 'steps'>,
  describe: (row: number, column: number) => Pick<PlotMark, 'title' | 'lines' | 'opens'>,
): MarkSource {
  const { names, square, left, cell, side, steps } = matrix;
  const placeOf = cellFinder(names);
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
          ...describe(row, column),
        }
      : null;
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
      const found = nearestColoured({ x: (x - left) / cell, y: y / cell }, REACH / cell, { size, steps });
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
function nearestColoured({ x, y }: Point, reach: number, { size, steps }: Pick<Field, 'size' | 'steps'>) {
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
