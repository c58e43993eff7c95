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
  /** Absent where the two were never together. */
  readonly row: TableRow | null;
}
export interface Pairs {
  readonly level: Level;
  /** All customers or baskets. */
  readonly n: number;
  /** The most bought first. */
  readonly items: readonly Item[];
  readonly pair: (from: string, to: string) => Pair;
}

const RISK = 0.05;

/** More than any picture shows; a table of products may pair thousands. */
const MOST_READ = 60;

/** The pairs of one level among the most bought. Where it has none (baskets without customers), those of the other. */
export function readPairs(table: Table, wanted: Level): Pairs | null {
  const runs = readRuns(table, wanted);
  const level = runs[0]?.level;
  if (!level) return null;
  const items = runs
    .map(({ name, count }) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const counts = new Map(items.slice(0, MOST_READ).map(({ name, count }) => [name, count]));
  const rows = new Map<string, number>();
  for (const { name, start, end } of runs) {
    if (!counts.has(name)) continue;
    for (let row = start; row < end; row++)
      if (counts.has(table.to[row])) rows.set(`${name}\u001f${table.to[row]}`, row);
  }
  const n = table.n[runs[0].start];
  const pair = (from: string, to: string) =>
    pairAt(table, rows.get(`${from}\u001f${to}`), {
      from,
      to,
      nFrom: counts.get(from) ?? 0,
      nTo: counts.get(to) ?? 0,
      n,
    });
  return { level, n, items, pair };
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
  row: number | undefined,
  of: { from: string; to: string; nFrom: number; nTo: number; n: number },
): Pair {
  const { from, to, nFrom, nTo, n } = of;
  const both = row === undefined ? 0 : table.n_both[row];
  const expected = (nFrom * nTo) / n;
  const above = row !== undefined && table.q_value[row] <= RISK && both > expected;
  return {
    from,
    to,
    both,
    nFrom,
    nTo,
    expected,
    confidence: both / nFrom,
    lift: both / expected,
    beyond: above ? 1 : isFarBelow(both, nFrom, nTo, n) ? -1 : 0,
    row:
      row === undefined ? null : Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[row]])),
  };
}

/** One-sided p of 0.0005: 5 % shared out among a hundred pairs. */
const FAR_BELOW = -3.29;
/** Below so many expected, the approximation does not hold. */
const LEAST_EXPECTED = 5;

/**
 * Far fewer together than chance would give: the hypergeometric distribution by its normal approximation with continuity
 * correction. The table itself tests for more than chance only.
 */
function isFarBelow(both: number, nFrom: number, nTo: number, n: number): boolean {
  const expected = (nFrom * nTo) / n;
  const variance = (expected * (1 - nFrom / n) * (n - nTo)) / Math.max(1, n - 1);
  return expected >= LEAST_EXPECTED && variance > 0 && (both + 0.5 - expected) / Math.sqrt(variance) <= FAR_BELOW;
}

/** The strongest of the pairs of some items beyond chance; null where none is. */
export function strongest(pairs: Pairs, names: readonly string[], least = 5): Pair | null {
  let best: Pair | null = null;
  names.forEach((from, i) =>
    names.slice(i + 1).forEach((to) => {
      const pair = pairs.pair(from, to);
      if (pair.beyond === 1 && pair.both >= least && (!best || pair.lift > best.lift)) best = pair;
    }),
  );
  return best;
}

/** How many of the most bought items a matrix shows. */
export const MOST_SHOWN = 18;
