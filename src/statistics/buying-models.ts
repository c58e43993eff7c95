import { bgNbdAlive, bgNbdExpected, bgNbdLikelihood, bgNbdOf } from './bgnbd';
import { mbgNbdAlive, mbgNbdExpected, mbgNbdLikelihood } from './mbgnbd';
import { paretoNbdAlive, paretoNbdExpected, paretoNbdLikelihood, paretoNbdOf } from './pareto-nbd';
import type { CountedHistories } from './purchase-histories';

export type ModelName = 'mbgnbd' | 'bgnbd' | 'paretonbd';

/** The log-likelihood of parameters in their order. */
export type Likelihood = (parameters: readonly number[]) => number;

export interface Predictions {
  /** How likely a customer is still buying, and what to expect of them in the next weeks. Times in weeks. */
  readonly alive: (x: number, tx: number, T: number) => number;
  readonly expected: (x: number, tx: number, T: number, weeks: number) => number;
}

/** What a fit needs of a model of repeat buying. */
interface BuyingModel {
  readonly names: readonly string[];
  readonly likelihood: (histories: CountedHistories) => Likelihood;
  readonly at: (parameters: readonly number[]) => Predictions;
  /** Starts of the last two parameters, which tell when customers stop, where these are observed for `length` weeks. */
  readonly stops: (length: number) => readonly (readonly [number, number])[];
  /** How readily customers stop: the share after a purchase, or the rate a week. */
  readonly stopping: (third: number, fourth: number) => number;
}

const STOPS_AFTER_PURCHASES: Pick<BuyingModel, 'names' | 'stops' | 'stopping'> = {
  names: ['r', 'alpha', 'a', 'b'],
  stops: () => [[0.5, 2], [1, 4], [0.1, 1]], // prettier-ignore
  stopping: (a, b) => a / (a + b),
};

export const BUYING_MODELS: { readonly [N in ModelName]: BuyingModel } = {
  mbgnbd: {
    ...STOPS_AFTER_PURCHASES,
    likelihood: (histories) => withParameters(bgNbdOf, mbgNbdLikelihood(histories)),
    at: (parameters) => predicting(bgNbdOf(parameters), mbgNbdAlive, mbgNbdExpected),
  },
  bgnbd: {
    ...STOPS_AFTER_PURCHASES,
    likelihood: (histories) => withParameters(bgNbdOf, bgNbdLikelihood(histories)),
    at: (parameters) => predicting(bgNbdOf(parameters), bgNbdAlive, bgNbdExpected),
  },
  paretonbd: {
    names: ['r', 'alpha', 's', 'beta'],
    likelihood: (histories) => withParameters(paretoNbdOf, paretoNbdLikelihood(histories)),
    at: (parameters) => predicting(paretoNbdOf(parameters), paretoNbdAlive, paretoNbdExpected),
    stops: (length) => [[0.5, length / 3], [1, length], [0.2, 5]], // prettier-ignore
    stopping: (s, beta) => s / beta,
  },
};

function withParameters<M>(of: (parameters: readonly number[]) => M, likelihood: (model: M) => number): Likelihood {
  return (parameters) => likelihood(of(parameters));
}

function predicting<M>(
  model: M,
  alive: (model: M, x: number, tx: number, T: number) => number,
  expected: (model: M, x: number, tx: number, T: number, weeks: number) => number,
): Predictions {
  return {
    alive: (x, tx, T) => alive(model, x, tx, T),
    expected: (x, tx, T, weeks) => expected(model, x, tx, T, weeks),
  };
}
