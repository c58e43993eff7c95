/**
 * Holm's step-down adjustment: the i-th smallest of m p-values times m - i + 1, never below the one before it, at most 1.
 * S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979).
 * @param p NaN stands for a test that could not be made: it stays NaN and is not counted
 */
export function holm(p: readonly number[]): number[] {
  const adjusted = p.map(() => NaN);
  const order = p.map((_, at) => at).filter((at) => !Number.isNaN(p[at]));
  order.sort((a, b) => p[a] - p[b]);
  let least = 0;
  order.forEach((at, rank) => {
    least = Math.max(least, Math.min(1, (order.length - rank) * p[at]));
    adjusted[at] = least;
  });
  return adjusted;
}
