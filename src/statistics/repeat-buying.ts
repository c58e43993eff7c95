import { BUYING_MODELS, type Likelihood, type ModelName, type Predictions } from './buying-models';
import { expectedSpend, gammaGammaLikelihood, gammaGammaOf, type GammaGamma } from './gamma-gamma';
import { bestOptimum } from './nelder-mead';
import {
  countHistories,
  DAYS_A_WEEK,
  someHistories,
  type CountedHistories,
  type Histories,
} from './purchase-histories';
import { inverseCurvature } from './standard-errors';

/** Why no figure is given: too few repeat customers; no optimum; nobody seen to stop; spend goes with frequency; no mean spend. */
export type Refusal = 'too_few' | 'not_converged' | 'degenerate' | 'spend_by_frequency' | 'spend_without_mean';

export interface Parameter {
  readonly name: string;
  readonly value: number;
  /** Standard error; NaN where the likelihood has no peak. */
  readonly se: number;
}
interface Fit {
  readonly parameters: readonly Parameter[];
  readonly logLikelihood: number;
  readonly refusal: Refusal | null;
}
export interface BuyingFit extends Fit, Predictions {
  readonly model: ModelName;
}
export interface SpendFit extends Fit {
  /** Of repeat purchases with their mean spend, over those who have any. */
  readonly correlation: number;
  readonly spend: (x: number, mean: number) => number;
}

/** Fewer repeat customers say too little about four parameters. */
export const LEAST_REPEAT_CUSTOMERS = 30;
/** The spend model takes it that spend and frequency are unrelated. */
const MOST_CORRELATION = 0.3;
/** Below this share (a purchase, or a week) nobody can be seen to stop. */
const LEAST_STOPPING = 1e-4;

/** From the starts a part of the customers is enough to go by. */
const MOST_COARSE = 3_000;
/** On a ridge the search would run for ever. */
const FARTHEST_LOG = 9;

const exps = (point: readonly number[]) => point.map(Math.exp);

/** @param coarse the likelihood of a part of the customers */
function* fitLogs(
  likelihood: Likelihood,
  coarse: Likelihood,
  names: readonly string[],
  starts: readonly (readonly number[])[],
  customers: number,
): Generator<number, Fit & { readonly converged: boolean }> {
  // Logs keep parameters above 0; the mean keeps the precision the same for few customers and for many.
  const minus = (of: Likelihood) => (point: readonly number[]) =>
    point.some((log) => Math.abs(log) > FARTHEST_LOG) ? Infinity : -of(exps(point)) / customers;
  const objective = minus(likelihood);
  const best = yield* bestOptimum(
    objective,
    starts.map((start) => start.map(Math.log)),
    minus(coarse),
  );
  const covariance = inverseCurvature((point) => customers * objective(point), best.point);
  const parameters = exps(best.point).map((value, i) => ({
    name: names[i],
    value,
    // At the optimum the error of a log is that of the parameter, relatively.
    se: covariance ? value * Math.sqrt(covariance[i][i]) : NaN,
  }));
  return { parameters, logLikelihood: -customers * best.value, refusal: null, converged: best.converged };
}

/** Starts of different spread round the file's own rate of purchases a week. */
function startsFor(model: ModelName, { x, T, customers }: CountedHistories): number[][] {
  let purchases = 0;
  let weeks = 0;
  for (let i = 0; i < x.length; i++) {
    purchases += customers[i] * x[i];
    weeks += (customers[i] * T[i]) / DAYS_A_WEEK;
  }
  const rate = Math.max(purchases, 1) / Math.max(weeks, 1);
  const length = Math.max(1, weeks / customers.reduce((sum, one) => sum + one, 0));
  const stops = BUYING_MODELS[model].stops(length);
  return [0.5, 1, 0.25].map((r, at) => [r, r / rate, ...stops[at]]);
}

/** Fits one of the models by maximum likelihood from several starts. Yields now and then, so that it can be stopped. */
export function* fitBuying(model: ModelName, histories: Histories): Generator<number, BuyingFit> {
  const counted = countHistories(histories);
  const { names, likelihood, at } = BUYING_MODELS[model];
  const repeat = histories.x.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
  if (repeat < LEAST_REPEAT_CUSTOMERS)
    return { model, parameters: [], logLikelihood: NaN, refusal: 'too_few', alive: () => NaN, expected: () => NaN };
  const [all, some] = [counted, someHistories(counted, MOST_COARSE)].map(likelihood);
  const { converged, ...fit } = yield* fitLogs(all, some, names, startsFor(model, counted), histories.x.length);
  return {
    ...fit,
    ...at(fit.parameters.map(({ value }) => value)),
    model,
    refusal: isDegenerate(model, fit) ? 'degenerate' : converged ? null : 'not_converged',
  };
}

/**
 * Nobody can be seen to stop: the optimum lies on a ridge. (Customers who are all alike make a ridge too, on which parameters
 * grow together; what is to be expected of a customer is the same all along it, so that is no reason to refuse.)
 */
function isDegenerate(model: ModelName, { parameters }: Fit): boolean {
  const [, , third, fourth] = parameters.map(({ value }) => value);
  return BUYING_MODELS[model].stopping(third, fourth) < LEAST_STOPPING;
}

/**
 * Fits what customers spend a purchase.
 * @param mean each customer's mean spend of repeat purchases; those without any or with none above 0 take no part
 */
export function* fitSpend(x: Float64Array, mean: Float64Array): Generator<number, SpendFit> {
  const takesPart = (_: number, i: number) => x[i] > 0 && mean[i] > 0;
  const [counts, means] = [x.filter(takesPart), mean.filter(takesPart)];
  const correlation = correlationOf(counts, means);
  if (counts.length < LEAST_REPEAT_CUSTOMERS)
    return { parameters: [], logLikelihood: NaN, refusal: 'too_few', correlation, spend: () => NaN };
  const step = Math.ceil(counts.length / MOST_COARSE);
  const some = (values: Float64Array) => values.filter((_, i) => i % step === 0);
  const [all, coarse] = [gammaGammaLikelihood(counts, means), gammaGammaLikelihood(some(counts), some(means))];
  const average = means.reduce((sum, value) => sum + value, 0) / means.length;
  const { converged, ...fit } = yield* fitLogs(
    (parameters) => all(gammaGammaOf(parameters)),
    (parameters) => coarse(gammaGammaOf(parameters)),
    ['p', 'q', 'gamma'],
    [[1, 3, 2 * average], [5, 2, average / 3], [0.5, 5, 8 * average]], // prettier-ignore
    counts.length,
  );
  const model = gammaGammaOf(fit.parameters.map(({ value }) => value));
  return {
    ...fit,
    correlation,
    refusal: spendRefusal(model, correlation, converged),
    spend: (n, m) => expectedSpend(model, n, m),
  };
}

function spendRefusal(model: GammaGamma, correlation: number, converged: boolean): Refusal | null {
  if (Math.abs(correlation) > MOST_CORRELATION) return 'spend_by_frequency';
  if (!(model.q > 1)) return 'spend_without_mean';
  return converged ? null : 'not_converged';
}

/** Pearson's correlation; NaN where one of the two does not vary. */
function correlationOf(a: Float64Array, b: Float64Array): number {
  const centred = (values: Float64Array) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [u, v] = [centred(a), centred(b)];
  const product = (p: Float64Array, q: Float64Array) => p.reduce((sum, value, i) => sum + value * q[i], 0);
  const scale = Math.sqrt(product(u, u) * product(v, v));
  return scale > 0 ? product(u, v) / scale : NaN;
}

/** A search that several may wait for: whoever asks takes it a step further, until it is done. */
class SharedSearch<R> {
  #search: Generator<number, R> | null;
  #result: R | null = null;

  constructor(search: Generator<number, R>) {
    this.#search = search;
  }

  *follow(): Generator<number, R> {
    while (this.#search) {
      const step = this.#search.next();
      if (step.done) {
        this.#result = step.value;
        this.#search = null;
      } else yield step.value;
    }
    return this.#result!;
  }
}

const buyingFits = new WeakMap<Float64Array, Partial<Record<ModelName, SharedSearch<BuyingFit>>>>();
const spendFits = new WeakMap<Float64Array, SharedSearch<SpendFit>>();

/** As `fitBuying`, once for the same arrays. */
export function buyingFit(model: ModelName, histories: Histories): Generator<number, BuyingFit> {
  const fits = buyingFits.get(histories.x) ?? {};
  buyingFits.set(histories.x, fits);
  return (fits[model] ??= new SharedSearch(fitBuying(model, histories))).follow();
}

/** As `fitSpend`, once for the same arrays. */
export function spendFit(x: Float64Array, mean: Float64Array): Generator<number, SpendFit> {
  const fit = spendFits.get(mean) ?? new SharedSearch(fitSpend(x, mean));
  spendFits.set(mean, fit);
  return fit.follow();
}
