import { gaussSeries } from './hypergeometric-2f1';
import { logGamma } from './log-gamma';
import { logTable, longestOf, type CountedHistories } from './purchase-histories';

/**
 * Purchases while alive at a gamma(r, alpha) rate a week; after each purchase the customer stops with a beta(a, b)
 * probability. P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting Your Customers" the Easy Way, Marketing Science 24 (2005).
 */
export interface BgNbd {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}
export const bgNbdOf = ([r, alpha, a, b]: readonly number[]): BgNbd => ({ r, alpha, a, b });

/** Log-likelihood of histories (their equation 6), each distinct one once. */
export const bgNbdLikelihood = (histories: CountedHistories): ((model: BgNbd) => number) =>
  stoppingLikelihood(histories, 0);

/**
 * Log-likelihood where a customer may stop after each of x repeat purchases.
 * @param more purchases besides these after which one may stop: 1 where the first purchase is one of them
 */
export function stoppingLikelihood(histories: CountedHistories, more: 0 | 1): (model: BgNbd) => number {
  const { x, tx, T, customers } = histories;
  const longest = longestOf(histories);
  const mostPurchases = x.reduce((most, count) => Math.max(most, count), 0);
  return ({ r, alpha, a, b }) => {
    const logTime = logTable(alpha, longest);
    const common = r * Math.log(alpha) - logGamma(r) + logGamma(a + b) - logGamma(b);
    const byCount = new Float64Array(mostPurchases + 1).fill(NaN);
    let sum = 0;
    for (let i = 0; i < x.length; i++) {
      const count = x[i];
      const stops = count + more;
      let base = byCount[count];
      if (base !== base)
        base = byCount[count] = common + logGamma(r + count) + logGamma(b + stops) - logGamma(a + b + stops);
      const power = r + count;
      const logEnd = logTime(T[i]);
      let own = base - power * logEnd;
      if (stops > 0) own += Math.log1p((a / (b + stops - 1)) * Math.exp(power * (logEnd - logTime(tx[i]))));
      sum += customers[i] * own;
    }
    return sum;
  };
}

/** How likely a customer is still buying; 1 without a repeat purchase, since one stops only after one. Times in weeks. */
export const bgNbdAlive = (model: BgNbd, x: number, tx: number, T: number): number =>
  x === 0 ? 1 : aliveAfter(model, x, tx, T);

/** How likely a customer who may have stopped after the last of x repeat purchases has not. Times in weeks. */
export const aliveAfter = ({ r, alpha, a, b }: BgNbd, x: number, tx: number, T: number): number =>
  1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + T) / (alpha + tx))));

/** Expected purchases in the next `weeks` of a customer with this history (their equation 10). */
export const bgNbdExpected = (model: BgNbd, x: number, tx: number, T: number, weeks: number): number =>
  expectedWhileBuying(model, x, T, weeks) * bgNbdAlive(model, x, tx, T);

/** The nearest to a = 1, where the formula divides 0 by 0. */
const NEAR_ONE = 1e-7;

/**
 * Expected purchases in the next `weeks` of a customer who is still buying after x repeat purchases in T weeks. Euler's transform
 * leaves (1 - z)^(a - 1) 2F1(a + b - 1 - r, a - 1; a + b + x - 1; z), which neither overflows nor cancels for frequent buyers.
 */
export function expectedWhileBuying(model: BgNbd, x: number, T: number, weeks: number): number {
  const { r, alpha, b } = model;
  const a = Math.abs(model.a - 1) < NEAR_ONE ? 1 + NEAR_ONE : model.a;
  const whole = a + b + x - 1;
  const c = Math.abs(whole) < NEAR_ONE ? NEAR_ONE : whole;
  const z = weeks / (alpha + T + weeks);
  const gone = Math.exp((a - 1) * Math.log1p(-z)) * gaussSeries(a + b - 1 - r, a - 1, c, z);
  return (c / (a - 1)) * (1 - gone);
}
