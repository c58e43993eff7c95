export interface Spreadable {
  /** Where the centre would like to be. */
  readonly at: number;
  /** Extent along the line, gap to the neighbours included. */
  readonly size: number;
  /** The higher, the later it is left out where not all have room. */
  readonly weight?: number;
}

export type Spread<T> = readonly { readonly item: T; readonly at: number }[];

/**
 * Moves labels along a line so that none overlap and all lie between `low` and `high`: their order is kept and the sum
 * of squared moves is least (isotonic regression by pooling of adjacent violators). Where they cannot all have room, the
 * lightest are left out.
 */
export function spread<T extends Spreadable>(items: readonly T[], low = -Infinity, high = Infinity): Spread<T> {
  const kept = [...items].sort((a, b) => a.at - b.at);
  let total = kept.reduce((sum, { size }) => sum + size, 0);
  while (kept.length > 0 && total > high - low) {
    let lightest = 0;
    kept.forEach(({ weight = 0 }, i) => weight < (kept[lightest].weight ?? 0) && (lightest = i));
    total -= kept[lightest].size;
    kept.splice(lightest, 1);
  }
  return place(kept, low, high);
}

function place<T extends Spreadable>(sorted: readonly T[], low: number, high: number): Spread<T> {
  if (sorted.length === 0) return [];
  // Subtracting what stands before each leaves one condition: positions must not fall.
  const offsets: number[] = [];
  sorted.forEach(({ size }, i) => offsets.push(i === 0 ? 0 : offsets[i - 1] + (sorted[i - 1].size + size) / 2));
  const pools: { mean: number; count: number }[] = [];
  sorted.forEach(({ at }, i) => {
    let pool = { mean: at - offsets[i], count: 1 };
    while (pools.length > 0 && pools[pools.length - 1].mean > pool.mean) {
      const before = pools.pop()!;
      const count = before.count + pool.count;
      pool = { mean: (before.mean * before.count + pool.mean * pool.count) / count, count };
    }
    pools.push(pool);
  });
  const least = low + sorted[0].size / 2;
  const most = high - sorted[sorted.length - 1].size / 2 - offsets[offsets.length - 1];
  const positions = pools.flatMap(({ mean, count }) =>
    new Array<number>(count).fill(Math.max(least, Math.min(most, mean))),
  );
  return sorted.map((item, i) => ({ item, at: positions[i] + offsets[i] }));
}
