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
  const logMean = mean.map(Math.log);
  const logCount = x.map(Math.log);
  return ({ p, q, gamma }) => {
    const common = q * Math.log(gamma) - logGamma(q);
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      const shape = p * x[i];
      sum +=
        common +
        logGamma(shape + q) -
        logGamma(shape) +
        (shape - 1) * logMean[i] +
        shape * logCount[i] -
        (shape + q) * Math.log(gamma + x[i] * mean[i]);
    }
    return sum;
  };
}

/** The spend a purchase to be expected of a customer; without a repeat purchase the mean of all. NaN where q does not exceed 1. */
export function expectedSpend({ p, q, gamma }: GammaGamma, x: number, mean: number): number {
  if (x === 0) return q > 1 ? (p * gamma) / (q - 1) : NaN;
  const divisor = p * x + q - 1;
  return divisor > 0 ? (p * (gamma + x * Math.max(0, mean))) / divisor : NaN;
}
