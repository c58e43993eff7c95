import { GROUPS, STATES, type Balance, type Cell } from './balance';

/** Where customers stand, by column: at the start, after those who came, after those who stopped, at the end. */
export type NodeId = 'new' | 'best' | 'middle' | 'loss' | 'grew' | 'same' | 'back' | 'stopped' | 'away';
/** From the top down: above the waterline customers buying, below it customers away. */
const ABOVE: readonly NodeId[] = ['new', 'best', 'middle', 'loss', 'grew', 'same', 'back'];
const BELOW: readonly NodeId[] = ['stopped', 'away'];
export const COLUMNS = [0, 1, 2, 3] as const;

/** An extent across the flow, in pixels. `from` is nearer to the top (or, turned, to the left). */
export interface Extent {
  readonly from: number;
  readonly to: number;
}
export interface Node extends Extent {
  readonly column: number;
  readonly id: NodeId;
  readonly customers: number;
}
/** One cell of the balance on its way through the columns. */
export interface Thread {
  readonly key: string;
  readonly cell: Cell;
  /** By column; absent before a new customer came. */
  readonly stops: readonly (Extent | null)[];
}
export interface Link {
  /** Of the column it leaves; -1 where new customers enter. */
  readonly column: number;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly start: Extent;
  readonly end: Extent;
}
export interface Layout {
  /** Pixels a customer: the same everywhere in the picture. */
  readonly scale: number;
  readonly waterline: number;
  readonly nodes: readonly Node[];
  readonly links: readonly Link[];
  readonly threads: readonly Thread[];
}

/** Where a cell's customers stand in a column. */
export function nodeOf({ group, state }: Pick<Cell, 'group' | 'state'>, column: number): NodeId | null {
  if (group === 'new') return column === 0 ? null : 'new';
  if (group === 'away') return column > 0 && state === 'back' ? 'back' : 'away';
  if (column < 2) return group;
  if (state === 'stopped') return column === 2 ? 'stopped' : 'away';
  return column === 2 ? group : state === 'grew' ? 'grew' : 'same';
}

/** Customers above and below the waterline in the fullest column, and the most gaps between nodes. */
export function extremes(balance: Balance): { above: number; below: number; gaps: number } {
  const counts = COLUMNS.map((column) => countNodes(balance, column));
  const sum = (nodes: readonly NodeId[], count: Map<NodeId, number>) =>
    nodes.reduce((all, id) => all + (count.get(id) ?? 0), 0);
  return {
    above: Math.max(...counts.map((count) => sum(ABOVE, count))),
    below: Math.max(...counts.map((count) => sum(BELOW, count))),
    gaps: Math.max(...counts.map((count) => ABOVE.filter((id) => count.has(id)).length)),
  };
}

function countNodes(balance: Balance, column: number): Map<NodeId, number> {
  const count = new Map<NodeId, number>();
  for (const cell of balance.cells) {
    const id = nodeOf(cell, column);
    if (id && cell.customers > 0) count.set(id, (count.get(id) ?? 0) + cell.customers);
  }
  return count;
}

/** Cells in the order in which they lie within a node. */
const threadOrder = (balance: Balance): Cell[] =>
  balance.cells
    .filter((cell) => cell.customers > 0)
    .sort(
      (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || STATES.indexOf(a.state) - STATES.indexOf(b.state),
    );

/**
 * Stacks every column on the waterline, buying above and away below, at one scale. Ribbons of a node leave and arrive in the
 * order of `GROUPS` and `STATES`, so a cell keeps one thread through the picture.
 */
export function layOut(balance: Balance, scale: number, waterline: number, gap: number): Layout {
  const cells = threadOrder(balance);
  const nodes = COLUMNS.flatMap((column) => stack(balance, column, scale, waterline, gap));
  const at = new Map(nodes.map((node) => [`${node.column} ${node.id}`, { ...node, used: 0 }]));
  const stops = new Map<Cell, (Extent | null)[]>(cells.map((cell) => [cell, []]));
  for (const column of COLUMNS) {
    for (const cell of cells) {
      const id = nodeOf(cell, column);
      const node = id && at.get(`${column} ${id}`);
      if (!node) {
        stops.get(cell)!.push(null);
        continue;
      }
      const from = node.from + node.used;
      node.used += cell.customers * scale;
      stops.get(cell)!.push({ from, to: from + cell.customers * scale });
    }
  }
  const threads = cells.map((cell) => ({ key: `${cell.group} ${cell.state}`, cell, stops: stops.get(cell)! }));
  return { scale, waterline, nodes, threads, links: linksOf(threads) };
}

const WATERLINE_GAP = 9;

function stack(balance: Balance, column: number, scale: number, waterline: number, gap: number): Node[] {
  const count = countNodes(balance, column);
  const nodes: Node[] = [];
  let edge = waterline - WATERLINE_GAP;
  for (const id of [...ABOVE].reverse()) {
    const customers = count.get(id);
    if (!customers) continue;
    nodes.unshift({ column, id, customers, from: edge - customers * scale, to: edge });
    edge -= customers * scale + gap;
  }
  edge = waterline + WATERLINE_GAP;
  for (const id of BELOW) {
    const customers = count.get(id);
    if (!customers) continue;
    nodes.push({ column, id, customers, from: edge, to: edge + customers * scale });
    edge += customers * scale + gap;
  }
  return nodes;
}

/** Threads that run side by side from one node to the next make one ribbon, so that no seam is seen in it. */
function linksOf(threads: readonly Thread[]): Link[] {
  const links = new Map<string, Link>();
  for (const { cell, stops } of threads) {
    for (const column of [0, 1, 2]) {
      const from = nodeOf(cell, column);
      const to = nodeOf(cell, column + 1);
      const start = stops[column];
      const end = stops[column + 1];
      if (!from || !to || !start || !end) continue;
      const key = `${column} ${from} ${to}`;
      const before = links.get(key);
      links.set(key, {
        column,
        from,
        to,
        start: { from: before?.start.from ?? start.from, to: start.to },
        end: { from: before?.end.from ?? end.from, to: end.to },
      });
    }
  }
  // Those who stopped cross the others: they are drawn last.
  return [...links.values()].sort((a, b) => Number(a.to === 'stopped') - Number(b.to === 'stopped'));
}

/** A ribbon from one extent to another; `turned` flows downward. */
export function ribbon(along0: number, start: Extent, along1: number, end: Extent, turned: boolean): string {
  const middle = (along0 + along1) / 2;
  const round = (value: number) => Math.round(value * 10) / 10;
  const at = (along: number, across: number) =>
    turned ? `${round(across)},${round(along)}` : `${round(along)},${round(across)}`;
  // A flow too thin to be seen is drawn as a hairline.
  const wide = (extent: Extent) => Math.max(extent.to, extent.from + 1);
  return (
    `M${at(along0, start.from)}C${at(middle, start.from)} ${at(middle, end.from)} ${at(along1, end.from)}` +
    `L${at(along1, wide(end))}C${at(middle, wide(end))} ${at(middle, wide(start))} ${at(along0, wide(start))}Z`
  );
}

/** A round number of customers whose bar is 18 to 60 pixels long, or the largest that fits. */
export function scaleStep(scale: number): number {
  let best = 1;
  for (let power = 1; power <= 1e7; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power * scale <= 60) best = step * power;
  }
  return best;
}

export const isBuying = (id: NodeId): boolean => ABOVE.includes(id);
