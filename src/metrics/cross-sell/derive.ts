import { compareUtf8 } from '../../domain/keys';
import { countingSort } from '../../facts/order-lines';
import { conviction, leverage, lift, zhang } from '../../statistics/association-measures';
import { falseDiscoveryRates } from '../../statistics/benjamini-hochberg';
import { fisherUpperTails } from '../../statistics/hypergeometric';
import type { Derive, MetricBase } from '../metric';
import { LEVELS, type crossSell } from './definition';

type PairBase = MetricBase<typeof crossSell>;

/** Measures of association for every pair, in the order of level and names. Items paired with themselves are not written. */
export const derive: Derive<typeof crossSell> = (base, context, { item }) => {
  const names = context.names(item);
  const rows = orderedRows(base, names);
  const paired = [0, 0];
  for (let row = 0; row < base.n.length; row++)
    if (base.from_item[row] === base.to_item[row]) paired[base.level[row]]++;
  const { p, q } = probabilities(base, paired);
  const measure = (of: (row: number) => number) => {
    const column = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) column[at] = of(rows[at]);
    return column;
  };
  const words = (of: (row: number) => string) => {
    const column = new Array<string>(rows.length);
    for (let at = 0; at < rows.length; at++) column[at] = of(rows[at]);
    return column;
  };
  const { n, n_from, n_to, n_both } = base;
  const pair = (row: number) => ({ n: n[row], from: n_from[row], to: n_to[row], both: n_both[row] });
  return {
    level: words((row) => LEVELS[base.level[row]]),
    from: words((row) => names[base.from_item[row]]),
    to: words((row) => names[base.to_item[row]]),
    n: measure((row) => n[row]),
    n_from: measure((row) => n_from[row]),
    n_to: measure((row) => n_to[row]),
    n_both: measure((row) => n_both[row]),
    support: measure((row) => n_both[row] / n[row]),
    confidence: measure((row) => n_both[row] / n_from[row]),
    lift: measure((row) => lift(pair(row))),
    leverage: measure((row) => leverage(pair(row))),
    conviction: measure((row) => conviction(pair(row))),
    zhang: measure((row) => zhang(pair(row))),
    p_value: measure((row) => p[row]),
    q_value: measure((row) => q[row]),
    from_first: measure((row) => (base.level[row] === 1 ? base.from_first[row] : NaN)),
    to_first: measure((row) => (base.level[row] === 1 ? base.to_first[row] : NaN)),
    items: measure((row) => base.items[row]),
    items_paired: measure((row) => paired[base.level[row]]),
  };
};

/** p of every row, and q over all ordered pairs of the level; both the same from a to b as from b to a. */
function probabilities(base: PairBase, paired: readonly number[]): { p: Float64Array; q: Float64Array } {
  const { level, n, n_from, n_to, n_both } = base;
  const p = new Float64Array(n.length);
  const q = new Float64Array(n.length);
  LEVELS.forEach((_, code) => {
    const start = level.findIndex((value) => value >= code);
    if (start < 0 || level[start] !== code) return;
    const { rows, mirrors } = mirroredRows(base, start);
    const upperTail = fisherUpperTails(n[start]);
    const values = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at];
      values[at] = upperTail(n_both[row], Math.min(n_from[row], n_to[row]), Math.max(n_from[row], n_to[row]));
    }
    // A pair and its mirror share a rank, so half the ranks and half the tests give the same rates.
    const rates = falseDiscoveryRates(values, (paired[code] * (paired[code] - 1)) / 2);
    for (let at = 0; at < rows.length; at++) {
      p[rows[at]] = p[mirrors[at]] = values[at];
      q[rows[at]] = q[mirrors[at]] = rates[at];
    }
  });
  return { p, q };
}

/**
 * Rows of a level from a lower to a higher code, and their mirrors. Rows ascend by both codes, so the mirrors of an item come
 * in the order in which the rows are met: before its pair with itself.
 */
function mirroredRows(
  { level, from_item, to_item }: PairBase,
  start: number,
): { rows: Int32Array; mirrors: Int32Array } {
  let end = start;
  let highest = 0;
  let both = 0;
  for (; end < level.length && level[end] === level[start]; end++) {
    if (from_item[end] > highest) highest = from_item[end];
    if (from_item[end] < to_item[end]) both++;
  }
  const next = new Int32Array(highest + 1);
  for (let row = end - 1; row >= start; row--) next[from_item[row]] = row;
  const rows = new Int32Array(both);
  const mirrors = new Int32Array(both);
  for (let row = start, at = 0; row < end; row++) {
    if (from_item[row] >= to_item[row]) continue;
    rows[at] = row;
    mirrors[at++] = next[to_item[row]]++;
  }
  return { rows, mirrors };
}

/** Place of each text in the order of UTF-8 bytes. */
function rankOfTexts(texts: readonly string[]): Int32Array {
  const order = Int32Array.from(texts, (_, code) => code).sort((a, b) => compareUtf8(texts[a], texts[b]));
  const rank = new Int32Array(texts.length);
  order.forEach((code, place) => (rank[code] = place));
  return rank;
}
/** Rows of pairs of different items by level, name of the one, name of the other: stable counting sorts, the last key first. */
function orderedRows({ level, from_item, to_item }: PairBase, names: readonly string[]): Int32Array {
  const rank = rankOfTexts(names);
  let rows: Int32Array = Int32Array.from(level, (_, row) => row).filter((row) => from_item[row] !== to_item[row]);
  const keys = new Int32Array(level.length);
  for (const column of [to_item, from_item]) {
    for (let row = 0; row < keys.length; row++) keys[row] = rank[column[row]];
    rows = countingSort(rows, keys, names.length);
  }
  for (let row = 0; row < keys.length; row++) keys[row] = level[row];
  return countingSort(rows, keys, LEVELS.length);
}
