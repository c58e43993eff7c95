import { orderByLikeness, type Ordered } from './order';
import { MOST_SHOWN, strongest, type Pair, type Pairs } from './pairs';

export type Show = 'lift' | 'confidence' | 'count';
export type Order = 'likeness' | 'size' | 'name';

export interface MatrixCell {
  readonly key: string;
  readonly pair: Pair;
  readonly row: number;
  readonly column: number;
}
export interface Matrix extends Ordered {
  readonly cells: readonly MatrixCell[];
  /** Both ways round: confidence depends on which comes first. */
  readonly square: boolean;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly width: number;
  readonly height: number;
  /** The read-out stands in the empty corner; otherwise below. */
  readonly beside: boolean;
}

export const NARROW = 620;
const BESIDE = 900;
const READ_OUT = 320;
/** So few have larger cells. */
const FEW_ITEMS = 12;
/** Room for a name behind the diagonal. */
const NAME = 170;

/** The items that are shown: the most bought, and among them the pair of the finding, however narrow the picture. */
export function shownItems(pairs: Pairs, wanted: number, width: number, square: boolean): string[] {
  const fits =
    width < NARROW
      ? square
        ? 6
        : 10
      : square
        ? Math.min(wanted, Math.floor((Math.min(width, 1300) - NAME - (width >= BESIDE ? READ_OUT : 0)) / 56))
        : Math.min(wanted, 25);
  const most = pairs.items.map(({ name }) => name);
  const shown = most.slice(0, Math.max(2, fits));
  const top = strongest(pairs, most.slice(0, MOST_SHOWN));
  if (!top) return shown;
  const pair = [top.from, top.to];
  const others = shown.filter((name) => !pair.includes(name)).slice(0, Math.max(0, shown.length - pair.length));
  return most.filter((name) => pair.includes(name) || others.includes(name));
}

export function matrixOf(pairs: Pairs, names: readonly string[], show: Show, order: Order, width: number): Matrix {
  const square = show === 'confidence';
  const ordered =
    order === 'likeness'
      ? orderByLikeness(pairs, names)
      : { names: order === 'size' ? names : [...names].sort((a, b) => a.localeCompare(b)), blocks: [] };
  const narrow = width < NARROW;
  const beside = width >= BESIDE;
  const count = Math.max(1, names.length);
  const left = square ? (narrow ? 96 : NAME) : 0;
  const room = width - left - (beside && square ? READ_OUT : 0) - (square ? 0 : narrow ? 108 : NAME);
  const few = count <= FEW_ITEMS;
  const cellWidth = Math.min(square ? 84 : few ? 56 : 38, Math.floor(room / count));
  const cellHeight = narrow ? Math.max(24, Math.min(cellWidth, 34)) : Math.min(Math.max(cellWidth, 26), few ? 34 : 30);
  const top = square ? 40 : 0;
  const cells = ordered.names.flatMap((from, row) =>
    ordered.names.flatMap((to, column): MatrixCell[] =>
      (square ? row !== column : column < row)
        ? [{ key: `${from}\u001f${to}`, pair: pairs.pair(from, to), row, column }]
        : [],
    ),
  );
  return {
    ...ordered,
    cells,
    square,
    left,
    top,
    cellWidth,
    cellHeight,
    beside,
    width: left + count * cellWidth,
    height: top + count * cellHeight,
  };
}
