/**
 * False discovery rates: q of the i-th smallest p is the least tests x p(j) / j over j >= i, at most 1.
 * Y. Benjamini and Y. Hochberg, Journal of the Royal Statistical Society B 57 (1995).
 * @param p values of some tests
 * @param tests how many there were; those not given have p = 1
 */
export function falseDiscoveryRates(p: Float64Array, tests: number): Float64Array {
  const sorted = p.slice().sort();
  const rates = new Float64Array(sorted.length);
  let least = 1;
  for (let at = sorted.length - 1; at >= 0; at--) {
    least = Math.min(least, (tests * sorted[at]) / (at + 1));
    rates[at] = least;
  }
  return p.map((value) => rates[lastAtMost(sorted, value)]);
}

/** The last position of a value in an ascending array that holds it: equal values share the rate of the last of them. */
function lastAtMost(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
