import { compareUtf8 } from '../../domain/keys';
import { falseDiscoveryRates } from '../../statistics/benjamini-hochberg';
import { fisherLowerTail, fisherUpperTail } from '../../statistics/hypergeometric';
import type { Derive, MetricBase } from '../metric';
import { LEVELS, KINDS, type crossSellPairs } from './definition';
import { LEAST_TOGETHER, RISK } from './pairs';

type PairBase = MetricBase<typeof crossSellPairs>;

interface Found {
  readonly from: number;
  readonly to: number;
  readonly both: number;
  readonly expected: number;
  readonly p: number;
  readonly q: number;
}

/** What one level holds: holders of each item that is paired, and of each two of them. */
interface Held {
  readonly level: number;
  readonly n: number;
  readonly items: number;
  /** Codes by name, and how many hold each. */
  readonly paired: Int32Array;
  readonly holders: Float64Array;
  /** By place in `paired`, row by row; the lower place first. */
  readonly both: Int32Array;
}

/**
 * The pairs that chance does not explain: the strongest by lift, and those that meet least for what could be expected, the most
 * missing first. q is Benjamini and Hochberg's over all pairs of the paired items, never-together ones among them, for each side.
 */
export const deriveLists: Derive<typeof crossSellPairs> = (base, context, { item, level, most }) => {
  const names = context.names(item);
  const held = readHeld(base, names, LEVELS.indexOf(level));
  const lists = held ? [together(held, names), apart(held, names)] : [[], []];
  const rows = lists.flatMap((list, kind) => list.slice(0, most).map((pair) => ({ pair, kind, found: list.length })));
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  const holders = (item: number) => held!.holders[item];
  return {
    kind: rows.map(({ kind }) => KINDS[kind]),
    level: rows.map(() => LEVELS[held!.level]),
    from: rows.map(({ pair }) => names[held!.paired[pair.from]]),
    to: rows.map(({ pair }) => names[held!.paired[pair.to]]),
    n: column(() => held!.n),
    n_from: column(({ pair }) => holders(pair.from)),
    n_to: column(({ pair }) => holders(pair.to)),
    n_both: column(({ pair }) => pair.both),
    expected: column(({ pair }) => pair.expected),
    lift: column(({ pair }) => pair.both / pair.expected),
    p_value: column(({ pair }) => pair.p),
    q_value: column(({ pair }) => pair.q),
    only_from: column(({ pair }) => holders(pair.from) - pair.both),
    only_to: column(({ pair }) => holders(pair.to) - pair.both),
    found: column(({ found }) => found),
    items: column(() => held!.items),
    items_paired: column(() => held!.paired.length),
  };
};

/** The wanted level; where nobody holds anything at it (baskets without customers), the other. */
function readHeld(base: PairBase, names: readonly string[], wanted: number): Held | null {
  const levels = [wanted, 1 - wanted];
  const level = levels.find((code) => base.level.includes(code));
  if (level === undefined) return null;
  const rows = Int32Array.from(base.level.keys()).filter((row) => base.level[row] === level);
  const own = rows.filter((row) => base.from_item[row] === base.to_item[row]);
  own.sort((a, b) => compareUtf8(names[base.from_item[a]], names[base.from_item[b]]));
  const paired = Int32Array.from(own, (row) => base.from_item[row]);
  const place = new Map(Array.from(paired, (code, at) => [code, at]));
  const both = new Int32Array(paired.length ** 2);
  for (const row of rows)
    both[place.get(base.from_item[row])! * paired.length + place.get(base.to_item[row])!] = base.n_both[row];
  const holders = Float64Array.from(own, (row) => base.n_both[row]);
  return { level, n: base.n[rows[0]], items: base.items[rows[0]], paired, holders, both };
}

function together(held: Held, names: readonly string[]): Found[] {
  const found = significant(held, ({ both, expected }, from, to) =>
    both > expected ? fisherUpperTail(both, Math.min(from, to), Math.max(from, to), held.n) : 1,
  );
  return found
    .filter(({ both }) => both >= LEAST_TOGETHER)
    .sort((a, b) => b.both / b.expected - a.both / a.expected || b.both - a.both || byNames(held, names, a, b));
}

function apart(held: Held, names: readonly string[]): Found[] {
  const found = significant(held, ({ both, expected }, from, to) =>
    // Markov: the chance of meeting at all is at most the expected count. Fewer cannot be told from chance.
    both < expected && expected > 1 - RISK ? fisherLowerTail(both, Math.min(from, to), Math.max(from, to), held.n) : 1,
  );
  return found.sort((a, b) => b.expected - b.both - (a.expected - a.both) || byNames(held, names, a, b));
}

const byNames = ({ paired }: Held, names: readonly string[], a: Found, b: Found) =>
  compareUtf8(names[paired[a.from]], names[paired[b.from]]) || compareUtf8(names[paired[a.to]], names[paired[b.to]]);

/**
 * Pairs of which q is at most the risk. A p above the risk needs no place among the ranks: times tests over rank it stays above
 * it, whatever its rank.
 */
function significant(
  { n, paired, holders, both }: Held,
  test: (pair: { both: number; expected: number }, from: number, to: number) => number,
): Found[] {
  const size = paired.length;
  const candidates: Omit<Found, 'q'>[] = [];
  for (let from = 0; from < size; from++) {
    for (let to = from + 1; to < size; to++) {
      const pair = { both: both[from * size + to], expected: (holders[from] * holders[to]) / n };
      const p = test(pair, holders[from], holders[to]);
      if (p <= RISK) candidates.push({ from, to, ...pair, p });
    }
  }
  const rates = falseDiscoveryRates(
    Float64Array.from(candidates, ({ p }) => p),
    (size * (size - 1)) / 2,
  );
  return candidates.map((one, at) => ({ ...one, q: rates[at] })).filter(({ q }) => q <= RISK);
}
