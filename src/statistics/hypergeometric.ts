/** log(n!) - log(sqrt(2 pi n) (n / e)^n) for n = 0 (by convention 0) to 15. */
const STIRLING_ERROR = [
  0, 0.08106146679532726, 0.0413406959554093, 0.02767792568499834, 0.020790672103765093, 0.016644691189821193,
  0.013876128823070748, 0.01189670994589177, 0.010411265261972096, 0.009255462182712733, 0.00833056343336287,
  0.007573675487951841, 0.00694284010720953, 0.006408994188004207, 0.0059513701127588475, 0.005554733551962801,
]; // prettier-ignore

function stirlingError(n: number): number {
  if (n < STIRLING_ERROR.length) return STIRLING_ERROR[n];
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x log(x / mean) + mean - x without cancellation, given difference = x - mean. */
function deviance(x: number, mean: number, difference: number): number {
  if (x === 0) return mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 3; ; j += 2) {
    term *= v * v;
    const next = sum + term / j;
    if (next === sum) return sum;
    sum = next;
  }
}

const root = (n: number) => (n === 0 ? 1 : 2 * Math.PI * n);

/**
 * Probability that `both` of n fall under two headings that hold `first` and `second` of them, under independence.
 * C. Loader, "Fast and accurate computation of binomial probabilities" (2000): Stirling errors and deviances, so that no
 * large logarithms are subtracted. Relative error about 1e-14.
 */
export function hypergeometricProbability(both: number, first: number, second: number, n: number): number {
  const onlyFirst = first - both;
  const onlySecond = second - both;
  const neither = n - first - second + both;
  if (both < 0 || onlyFirst < 0 || onlySecond < 0 || neither < 0) return 0;
  const difference = (both * n - first * second) / n;
  const errors =
    stirlingError(first) + stirlingError(n - first) + stirlingError(second) + stirlingError(n - second) - stirlingError(n) -
    stirlingError(both) - stirlingError(onlyFirst) - stirlingError(onlySecond) - stirlingError(neither); // prettier-ignore
  const deviances =
    deviance(both, (first * second) / n, difference) +
    deviance(onlyFirst, (first * (n - second)) / n, -difference) +
    deviance(onlySecond, ((n - first) * second) / n, -difference) +
    deviance(neither, ((n - first) * (n - second)) / n, difference);
  const roots =
    (root(first) / root(both)) *
    (root(n - first) / root(onlyFirst)) *
    (root(second) / root(onlySecond)) *
    (root(n - second) / root(neither));
  return Math.exp(errors - deviances) * Math.sqrt(roots / root(n));
}

/**
 * Fisher's exact test, one-sided: the probability of at least `both` under independence, given how many hold either.
 * R. A. Fisher, Statistical Methods for Research Workers (1934), section 21.02. A small p-value is summed as an upper tail,
 * never as 1 minus the rest.
 */
export function fisherUpperTail(both: number, first: number, second: number, n: number): number {
  const least = Math.max(0, first + second - n);
  if (both <= least) return 1;
  if (both > Math.min(first, second)) return 0;
  if (both * n > first * second) return Math.min(1, sumAway(both, first, second, n, 1));
  return Math.max(0, 1 - sumAway(both - 1, first, second, n, -1));
}

/** Adds up probabilities from a count away from the mean, by the ratio of neighbours, until they no longer matter. */
function sumAway(from: number, first: number, second: number, n: number, step: 1 | -1): number {
  const probability = hypergeometricProbability(from, first, second, n);
  let sum = 1;
  let term = 1;
  for (let both = from; term > sum * 1e-18; both += step) {
    const up = (first - both) * (second - both);
    const down = both * (n - first - second + both);
    term *=
      step > 0
        ? up / ((both + 1) * (n - first - second + both + 1))
        : down / ((first - both + 1) * (second - both + 1));
    sum += term;
  }
  return probability * sum;
}

/** A power of two: the answers that are kept. */
const KEPT = 1 << 16;

/**
 * `fisherUpperTail` for many tables of one n: an answer is kept until another takes its place, since rare items make the
 * same table again and again.
 */
export function fisherUpperTails(n: number): (both: number, first: number, second: number) => number {
  const tables = new Float64Array(3 * KEPT).fill(-1);
  const answers = new Float64Array(KEPT);
  return (both, first, second) => {
    const slot =
      (Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) ^ Math.imul(both, 0xc2b2ae35)) & (KEPT - 1);
    const at = 3 * slot;
    if (tables[at] !== both || tables[at + 1] !== first || tables[at + 2] !== second) {
      tables[at] = both;
      tables[at + 1] = first;
      tables[at + 2] = second;
      answers[slot] = fisherUpperTail(both, first, second, n);
    }
    return answers[slot];
  };
}

/**
 * The other side: the probability of at most `both`. Whoever has the first and not the second is counted instead, so that a
 * small value is again summed as an upper tail.
 */
export const fisherLowerTail = (both: number, first: number, second: number, n: number): number =>
  fisherUpperTail(first - both, first, n - second, n);
