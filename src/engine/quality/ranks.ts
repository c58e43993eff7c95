/**
 * The smallest value that at least `share` of the values do not exceed: of n values the one with rank ceil(share * n). NaN of none.
 * @param sorted ascending
 * @param percent whole, so that the rank is exact
 */
export function percentile(sorted: Int32Array | Float64Array, percent: number): number {
  return sorted.length === 0 ? NaN : sorted[Math.max(1, Math.ceil((percent * sorted.length) / 100)) - 1];
}
