import type { MetricTable, TableRow } from '../metric';
import type { crossSell } from './definition';

type Table = MetricTable<typeof crossSell>;
export type Level = 'customer' | 'basket';

export interface Item {
  readonly name: string;
  readonly count: number;
}
/** Two items, in the order in which they stand. */
export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly both: number;
  readonly nFrom: number;
  readonly nTo: number;
  readonly confidence: number;
  readonly lift: number;
  /** Customers or baskets that chance alone would give. */
  readonly expected: number;
  /** Whether it differs from chance, the many pairs allowed for; the sign tells the way. */
  readonly beyond: -1 | 0 | 1;
  /** The row of the table; null where the two were never together. */
  readonly row: () => TableRow | null;
}
export interface Pairs {
  readonly level: Level;
  /** All customers or baskets. */
  readonly n: number;
  /** The most bought first. */
  readonly items: readonly Item[];
  readonly pair: (from: string, to: string) => Pair;
  /** The same for all pairs of some items at once. */
  readonly grid: (names: readonly string[]) => Grid;
}
/** Every two of some items, row by row: as numbers, since there are thousands of them. */
export interface Grid {
  readonly names: readonly string[];
  /** Holders of each item. */
  readonly held: Float64Array;
  readonly both: Float64Array;
  readonly beyond: Int8Array;
  readonly n: number;
}

/** Pairs beyond chance: at most one in twenty of them is a fluke. */
export const RISK = 0.05;
/** Fewer than so many together are no strong pair, however unlikely they are. */
export const LEAST_TOGETHER = 5;

/** As many as most pictures show; a table of products may pair thousands. */
const MOST_READ = 60;

/** The pairs of one level among the most bought. Where it has none (baskets without customers), those of the other. */
export function readPairs(table: Table, wanted: Level, most = MOST_READ): Pairs | null {
  const runs = readRuns(table, wanted);
  const level = runs[0]?.level;
  if (!level) return null;
  const items = runs
    .map(({ name, count }) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const read = items.slice(0, most);
  const place = new Map(read.map(({ name }, at) => [name, at]));
  /** Row of the table by places of the one and the other; -1 where they were never together. */
  const rows = new Int32Array(read.length ** 2).fill(-1);
  for (const { name, start, end } of runs) {
    const from = place.get(name);
    if (from === undefined) continue;
    for (let row = start; row < end; row++) {
      const to = place.get(table.to[row]);
      if (to !== undefined) rows[from * read.length + to] = row;
    }
  }
  const n = table.n[runs[0].start];
  const rowOf = (from: string, to: string): number => {
    const [one, other] = [place.get(from), place.get(to)];
    return one === undefined || other === undefined ? -1 : rows[one * read.length + other];
  };
  const held = (name: string) => read[place.get(name) ?? -1]?.count ?? 0;
  const pair = (from: string, to: string) =>
    pairAt(table, rowOf(from, to), { from, to, nFrom: held(from), nTo: held(to), n });
  const grid = (names: readonly string[]) => {
    const places = Int32Array.from(names, (name) => place.get(name) ?? -1);
    const at = (from: number, to: number) =>
      places[from] < 0 || places[to] < 0 ? -1 : rows[places[from] * read.length + places[to]];
    return gridOf(table, names, Float64Array.from(names, held), n, at);
  };
  return { level, n, items, pair, grid };
}

function gridOf(
  table: Table,
  names: readonly string[],
  held: Float64Array,
  n: number,
  rowAt: (from: number, to: number) => number,
): Grid {
  const size = names.length;
  const both = new Float64Array(size * size);
  const beyond = new Int8Array(size * size);
  for (let from = 0; from < size; from++) {
    for (let to = 0; to < from; to++) {
      const row = rowAt(from, to);
      const [cell, mirror] = [from * size + to, to * size + from];
      both[cell] = both[mirror] = row < 0 ? 0 : table.n_both[row];
      beyond[cell] = beyond[mirror] = beyondChance(table, row, held[from], held[to], n);
    }
  }
  return { names, held, both, beyond, n };
}

interface Run extends Item {
  readonly level: Level;
  readonly start: number;
  readonly end: number;
}
/** Rows of one first item stand together; every item is a first item, since pairs are written both ways. */
function readRuns(table: Table, wanted: Level): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < table.level.length;) {
    let end = start + 1;
    while (end < table.level.length && table.from[end] === table.from[start] && table.level[end] === table.level[start])
      end++;
    runs.push({ level: table.level[start] as Level, name: table.from[start], count: table.n_from[start], start, end });
    start = end;
  }
  const ofLevel = runs.filter(({ level }) => level === wanted);
  return ofLevel.length > 0 ? ofLevel : runs;
}

function pairAt(
  table: Table,
  row: number,
  of: { from: string; to: string; nFrom: number; nTo: number; n: number },
): Pair {
  const { from, to, nFrom, nTo, n } = of;
  const both = row < 0 ? 0 : table.n_both[row];
  const expected = (nFrom * nTo) / n;
  return {
    from,
    to,
    both,
    nFrom,
    nTo,
    expected,
    confidence: both / nFrom,
    lift: both / expected,
    beyond: beyondChance(table, row, nFrom, nTo, n),
    row: () =>
      row < 0 ? null : Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[row]])),
  };
}

function beyondChance(table: Table, row: number, nFrom: number, nTo: number, n: number): -1 | 0 | 1 {
  const both = row < 0 ? 0 : table.n_both[row];
  if (both > (nFrom * nTo) / n) return table.q_value[row] <= RISK ? 1 : 0;
  return isFarBelow(both, nFrom, nTo, n) ? -1 : 0;
}

/** One-sided p of 0.0005: 5 % shared out among a hundred pairs. */
const FAR_BELOW = -3.29;
/** Below so many expected, the approximation does not hold. */
const LEAST_EXPECTED = 5;

/**
 * Far fewer together than chance would give: the hypergeometric distribution by its normal approximation with continuity
 * correction. The table itself tests for more than chance only.
 */
export function isFarBelow(both: number, nFrom: number, nTo: number, n: number): boolean {
  const expected = (nFrom * nTo) / n;
  const variance = (expected * (1 - nFrom / n) * (n - nTo)) / Math.max(1, n - 1);
  return expected >= LEAST_EXPECTED && variance > 0 && (both + 0.5 - expected) / Math.sqrt(variance) <= FAR_BELOW;
}

/** The strongest of the pairs of some items beyond chance; null where none is. */
export function strongest(pairs: Pairs, names: readonly string[], least = LEAST_TOGETHER): Pair | null {
  const { held, both, beyond } = pairs.grid(names);
  let best: { from: string; to: string; lift: number } | null = null;
  for (let from = 0; from < names.length; from++) {
    for (let to = from + 1; to < names.length; to++) {
      const cell = from * names.length + to;
      if (beyond[cell] !== 1 || both[cell] < least) continue;
      const lift = both[cell] / ((held[from] * held[to]) / pairs.n);
      if (!best || lift > best.lift) best = { from: names[from], to: names[to], lift };
    }
  }
  return best && pairs.pair(best.from, best.to);
}

/** How many of the most bought items a matrix shows. */
export const MOST_SHOWN = 18;
