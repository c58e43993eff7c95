import { normalUpperTail } from './upper-tails';

/** The standard normal quantile of 0.975. */
export const Z95 = 1.959963984540054;

/** The z beyond which, either way, a standard normal variable lies with a probability of `risk`; to the last digits of a double. */
export function normalCritical(risk: number): number {
  if (risk === 0.05) return Z95;
  let [low, high] = [0, 40];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (2 * normalUpperTail(middle).p > risk) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Wilson's score interval for a share (E. B. Wilson, JASA 22, 1927), 95 %.
 * @returns NaN bounds where n is 0
 */
export function wilson(successes: number, n: number, z = Z95): { low: number; high: number } {
  if (!(n > 0)) return { low: NaN, high: NaN };
  const share = successes / n;
  const denominator = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / denominator;
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
