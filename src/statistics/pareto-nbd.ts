import { logHypergeometric } from './hypergeometric-2f1';
import { logGamma } from './log-gamma';
import { DAYS_A_WEEK, type CountedHistories } from './purchase-histories';

/**
 * Purchases at a gamma(r, alpha) rate a week until the customer stops, at a gamma(s, beta) rate a week. D. C. Schmittlein,
 * D. G. Morrison and R. Colombo, Management Science 33 (1987); formulas as in P. S. Fader and B. G. S. Hardie, "A Note on
 * Deriving the Pareto/NBD Model and Related Expressions" (2005).
 */
export interface ParetoNbd {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}
export const paretoNbdOf = ([r, alpha, s, beta]: readonly number[]): ParetoNbd => ({ r, alpha, s, beta });

/**
 * log of 2F1(...) / (larger scale + t)^(r + s + x), the term of A0 at time t. Euler's transform turns the note's 2F1 into
 * one whose first argument is 1, so that every term of the series is below the one before.
 */
function logTerm({ r, alpha, s, beta }: ParetoNbd, x: number, t: number): number {
  const total = r + s + x;
  const larger = Math.max(alpha, beta) + t;
  const z = Math.abs(alpha - beta) / larger;
  const second = alpha >= beta ? s + 1 : r + x;
  return logHypergeometric(total, second, z) - total * Math.log(larger);
}

/** log of s / (r + s + x) A0: the customer stopped between the last purchase and the end. -Infinity where that is no time. */
function logStopped(model: ParetoNbd, x: number, tx: number, T: number): number {
  const early = logTerm(model, x, tx);
  const difference = -Math.expm1(logTerm(model, x, T) - early);
  return Math.log(model.s / (model.r + model.s + x)) + early + Math.log(Math.max(0, difference));
}
const logStays = ({ r, alpha, s, beta }: ParetoNbd, x: number, T: number) =>
  -(r + x) * Math.log(alpha + T) - s * Math.log(beta + T);

function logSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === -Infinity ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}

/** Log-likelihood of histories (the note's equation 43), each distinct one once. */
export function paretoNbdLikelihood({ x, tx, T, customers }: CountedHistories): (model: ParetoNbd) => number {
  return (model) => {
    const { r, alpha, s, beta } = model;
    const common = r * Math.log(alpha) + s * Math.log(beta) - logGamma(r);
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      const [start, end] = [tx[i] / DAYS_A_WEEK, T[i] / DAYS_A_WEEK];
      const own = logSum(logStays(model, x[i], end), logStopped(model, x[i], start, end));
      sum += customers[i] * (common + logGamma(r + x[i]) + own);
    }
    return sum;
  };
}

/** How likely a customer is still buying. Times in weeks. */
export const paretoNbdAlive = (model: ParetoNbd, x: number, tx: number, T: number): number =>
  1 / (1 + Math.exp(logStopped(model, x, tx, T) - logStays(model, x, T)));

/** Expected purchases in the next `weeks` of a customer with this history (the note's equation 55; its limit at s = 1). */
export function paretoNbdExpected(model: ParetoNbd, x: number, tx: number, T: number, weeks: number): number {
  const { r, alpha, s, beta } = model;
  const stretch = Math.log1p(weeks / (beta + T));
  const lived = s === 1 ? stretch : -Math.expm1((1 - s) * stretch) / (s - 1);
  return ((r + x) / (alpha + T)) * (beta + T) * lived * paretoNbdAlive(model, x, tx, T);
}
