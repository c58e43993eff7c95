import { bestOptimum } from './nelder-mead';
import { inverseCurvature } from './standard-errors';

/**
 * At each renewal a customer leaves with a probability of their own, which is beta(alpha, beta) over customers. P. S. Fader and
 * B. G. S. Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21 (2007).
 */
export interface ShiftedBetaGeometric {
  readonly alpha: number;
  readonly beta: number;
}

/** Share of those who came to the k-th renewal that renew (their equation 8). */
export const renewalRate = ({ alpha, beta }: ShiftedBetaGeometric, k: number): number =>
  (beta + k - 1) / (alpha + beta + k - 1);

/** Shares still there after 0 to `periods` renewals. */
export function projectedSurvival(model: ShiftedBetaGeometric, periods: number): number[] {
  const survival = [1];
  for (let k = 1; k <= periods; k++) survival.push(survival[k - 1] * renewalRate(model, k));
  return survival;
}

const MOST_TERMS = 200_000;
/**
 * Further periods to be expected of a customer who has just renewed for the k-th time, each discounted to now; k = 0 has just
 * come. Before the renewal, as the authors count it ("Customer-Base Valuation in a Contractual Setting", Marketing Science 29,
 * 2010), it is that of the renewal before, times 1 + discount.
 * @param discount a period; above 0
 */
export function discountedResidual(model: ShiftedBetaGeometric, renewals: number, discount: number): number {
  let sum = 0;
  let term = 1;
  for (let k = renewals + 1; k <= renewals + MOST_TERMS && term > 1e-13; k++) {
    term *= renewalRate(model, k) / (1 + discount);
    sum += term;
  }
  return sum;
}

/** At each renewal, from the first on: how many came to it, and how many of them left. */
export interface Renewals {
  readonly came: readonly number[];
  readonly left: readonly number[];
}
/** Why no model is given: too few left, or over too few renewals; no optimum; customers as alike as can be told. */
export type ContractRefusal = 'too_few_ended' | 'not_converged' | 'alike';

export interface ContractFit {
  readonly model: ShiftedBetaGeometric | null;
  /** Standard errors; NaN without a model. */
  readonly se: ShiftedBetaGeometric;
  readonly logLikelihood: number;
  readonly refusal: ContractRefusal | null;
}

export const LEAST_ENDED = 30;
const LEAST_RENEWALS = 3;
/** Beyond, chances of leaving differ between customers by less than a hundredth of themselves: one rate says as much. */
const MOST_LOG = Math.log(10_000);

const nothing = (refusal: ContractRefusal): ContractFit => ({
  model: null,
  se: { alpha: NaN, beta: NaN },
  logLikelihood: NaN,
  refusal,
});

/** Log-likelihood of renewals, one binomial a renewal: late entry and censoring need no more. */
export function renewalLikelihood({ came, left }: Renewals, model: ShiftedBetaGeometric): number {
  let sum = 0;
  for (let at = 0; at < came.length; at++) {
    const rate = renewalRate(model, at + 1);
    if (left[at] > 0) sum += left[at] * Math.log(1 - rate);
    if (came[at] > left[at]) sum += (came[at] - left[at]) * Math.log(rate);
  }
  return sum;
}

/** Maximum likelihood from several starts; standard errors from the curvature at the optimum. */
export function* fitRenewals(renewals: Renewals): Generator<number, ContractFit> {
  const ended = renewals.left.reduce((sum, left) => sum + left, 0);
  const withEnds = renewals.left.filter((left) => left > 0).length;
  if (ended < LEAST_ENDED || withEnds < LEAST_RENEWALS) return nothing('too_few_ended');
  const decisions = renewals.came.reduce((sum, came) => sum + came, 0);
  const objective = ([logAlpha, logBeta]: readonly number[]) =>
    Math.abs(logAlpha) > MOST_LOG || Math.abs(logBeta) > MOST_LOG
      ? Infinity
      : -renewalLikelihood(renewals, { alpha: Math.exp(logAlpha), beta: Math.exp(logBeta) }) / decisions;
  const odds = Math.log(decisions / ended);
  const best = yield* bestOptimum(objective, [
    [0, odds],
    [-1, odds - 1],
    [2, odds + 2],
  ]);
  const [alpha, beta] = best.point.map(Math.exp);
  if (best.point.some((log) => Math.abs(log) > MOST_LOG - 1)) return nothing('alike');
  const covariance = inverseCurvature((point) => decisions * objective(point), best.point);
  if (!covariance) return nothing('alike');
  if (!best.converged) return nothing('not_converged');
  // At the optimum the error of a log is that of the parameter, relatively.
  const se = { alpha: alpha * Math.sqrt(covariance[0][0]), beta: beta * Math.sqrt(covariance[1][1]) };
  return { model: { alpha, beta }, se, logLikelihood: -decisions * best.value, refusal: null };
}
