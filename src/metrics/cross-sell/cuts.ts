export const SHARE_STEPS = [0.01, 0.02, 0.05, 0.1, 0.15];
export const COUNT_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000, 10_000, 50_000, 100_000];

/** Thresholds round 1 for lifts: narrower where all are near it, as among customers who hold nearly everything,
 * wider where thousands of products are each bought by few. */
export function liftCuts(beyondChance: ArrayLike<number>): readonly number[] {
  const distances = Float64Array.from(beyondChance)
    .filter((lift) => lift > 0)
    .map((lift) => Math.abs(Math.log2(lift)))
    .sort();
  const most = distances[Math.floor(0.95 * (distances.length - 1))] ?? 1;
  if (most < Math.log2(1.3)) return [0.8, 0.9, 0.97, 1.03, 1.1, 1.2];
  if (most > Math.log2(30)) return [0.125, 0.25, 0.5, 2, 8, 32];
  return most > Math.log2(5) ? [0.25, 0.5, 0.8, 1.25, 2, 4] : [0.5, 0.7, 0.87, 1.15, 1.4, 2];
}

/** Six round thresholds from 0 to the highest. */
export function plainCuts(values: ArrayLike<number>, steps: readonly number[]): number[] {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, values[at]);
  const step = steps.find((size) => 7 * size >= most) ?? most / 7;
  return [1, 2, 3, 4, 5, 6].map((i) => Number((i * step).toPrecision(6)));
}
