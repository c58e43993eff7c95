import { aliveAfter, expectedWhileBuying, stoppingLikelihood, type BgNbd } from './bgnbd';
import type { CountedHistories } from './purchase-histories';

/**
 * As BG/NBD, but a customer may stop right after the first purchase too. E. P. Batislam, M. Denizel and A. Filiztekin, Empirical
 * validation and comparison of models for customer base analysis, International Journal of Research in Marketing 24 (2007).
 *
 * One more chance to stop has been survived by who is still buying, so that the posterior of stopping is beta(a, b + x + 1) where
 * BG/NBD has beta(a, b + x): its formulas hold with b + 1 in place of b, for customers without a repeat purchase too.
 */
export type MbgNbd = BgNbd;

const afterFirst = (model: MbgNbd): BgNbd => ({ ...model, b: model.b + 1 });

/** Log-likelihood of histories, each distinct one once. */
export const mbgNbdLikelihood = (histories: CountedHistories): ((model: MbgNbd) => number) =>
  stoppingLikelihood(histories, 1);

/** How likely a customer is still buying. Times in weeks. */
export const mbgNbdAlive = (model: MbgNbd, x: number, tx: number, T: number): number =>
  aliveAfter(afterFirst(model), x, tx, T);

/** Expected purchases in the next `weeks` of a customer with this history. */
export const mbgNbdExpected = (model: MbgNbd, x: number, tx: number, T: number, weeks: number): number =>
  expectedWhileBuying(afterFirst(model), x, T, weeks) * mbgNbdAlive(model, x, tx, T);
