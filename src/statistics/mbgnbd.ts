import { aliveAfter, expectedWhileBuying, type BgNbd } from './bgnbd';
import { logGamma } from './log-gamma';
import { logTable, longestOf, type CountedHistories } from './purchase-histories';

/**
 * As BG/NBD, but a customer may stop right after the first purchase too. E. P. Batislam, M. Denizel and A. Filiztekin, Empirical
 * validation and comparison of models for customer base analysis, International Journal of Research in Marketing 24 (2007).
 *
 * One more chance to stop has been survived by who is still buying, so that the posterior of stopping is beta(a, b + x + 1) where
 * BG/NBD has beta(a, b + x): its formulas hold with b + 1 in place of b, for customers without a repeat purchase too.
 */
export type MbgNbd = BgNbd;

const afterFirst = (model: MbgNbd): BgNbd => ({ ...model, b: model.b + 1 });

/** Log-likelihood of histories, each distinct one once: (their equation 4, integrated over rate and probability). */
export function mbgNbdLikelihood(histories: CountedHistories): (model: MbgNbd) => number {
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
      let base = byCount[count];
      if (base !== base)
        base = byCount[count] = common + logGamma(r + count) + logGamma(b + count + 1) - logGamma(a + b + count + 1);
      const power = r + count;
      const logEnd = logTime(T[i]);
      const stopped = (a / (b + count)) * Math.exp(power * (logEnd - logTime(tx[i])));
      sum += customers[i] * (base - power * logEnd + Math.log1p(stopped));
    }
    return sum;
  };
}

/** How likely a customer is still buying. Times in weeks. */
export const mbgNbdAlive = (model: MbgNbd, x: number, tx: number, T: number): number =>
  aliveAfter(afterFirst(model), x, tx, T);

/** Expected purchases in the next `weeks` of a customer with this history. */
export const mbgNbdExpected = (model: MbgNbd, x: number, tx: number, T: number, weeks: number): number =>
  expectedWhileBuying(afterFirst(model), x, T, weeks) * mbgNbdAlive(model, x, tx, T);
