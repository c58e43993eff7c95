/** Counts of a two-by-two table: holders of both, of the one, of the other, among n. */
export interface PairCount {
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly both: number;
}

/** n x n times the leverage: how far the pair is from independence, an exact integer. */
const excess = ({ n, from, to, both }: PairCount) => n * both - from * to;

export const lift = ({ n, from, to, both }: PairCount): number => (both * n) / (from * to);
export const leverage = (pair: PairCount): number => excess(pair) / (pair.n * pair.n);

/** (1 - support of `to`) / (1 - confidence); NaN at confidence 1. Brin, Motwani, Ullman and Tsur, SIGMOD 1997. */
export function conviction({ n, from, to, both }: PairCount): number {
  const misses = from - both;
  return misses === 0 ? NaN : ((n - to) * from) / (n * misses);
}

/** T. Zhang, "Association rules", PAKDD 2000, from -1 to 1; NaN at denominator 0. */
export function zhang(pair: PairCount): number {
  const { n, from, to, both } = pair;
  const most = Math.max(both * (n - from), from * (to - both));
  return most === 0 ? NaN : excess(pair) / most;
}
