import { logGamma } from './log-gamma';

/**
 * Spend a purchase: gamma(p) round a customer's own mean, the means spread with shape q and scale gamma. P. S. Fader,
 * B. G. S. Hardie and K. L. Lee, "RFM and CLV: Using Iso-Value Curves", Journal of Marketing Research 42 (2005).
 */
export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}
export const gammaGammaOf = ([p, q, gamma]: readonly number[]): GammaGamma => ({ p, q, gamma });

/**
 * Log-likelihood of mean spends.
 * @param x repeat purchases of each customer, above 0
 * @param mean their mean spend a purchase, above 0
 */
export function gammaGammaLikelihood(x: Float64Array, mean: Float64Array): (model: GammaGamma) => number {
  // Whatever does not change with the parameters is summed once: a search asks thousands of times.
  const customersByCount = new Map<number, number>();
  const spend = x.map((count, i) => count * mean[i]);
  let logMeans = 0;
  let countedLogs = 0;
  for (let i = 0; i < x.length; i++) {
    customersByCount.set(x[i], (customersByCount.get(x[i]) ?? 0) + 1);
    logMeans += Math.log(mean[i]);
    countedLogs += x[i] * Math.log(spend[i]);
  }
  return ({ p, q, gamma }) => {
    let sum = x.length * (q * Math.log(gamma) - logGamma(q)) + p * countedLogs - logMeans;
    for (const [count, customers] of customersByCount)
      sum += customers * (logGamma(p * count + q) - logGamma(p * count));
    for (let i = 0; i < x.length; i++) sum -= (p * x[i] + q) * Math.log(gamma + spend[i]);
    return sum;
  };
}

/** The spend a purchase to be expected of a customer; without a repeat purchase the mean of all. NaN where q does not exceed 1. */
export function expectedSpend({ p, q, gamma }: GammaGamma, x: number, mean: number): number {
  if (x === 0) return q > 1 ? (p * gamma) / (q - 1) : NaN;
  const divisor = p * x + q - 1;
  return divisor > 0 ? (p * (gamma + x * Math.max(0, mean))) / divisor : NaN;
}
