import { symmetricInverse, times } from './linear';
import type { RiskSets } from './risk-sets';
import { chiSquareUpperTail } from './upper-tails';

/** A fitted proportional hazards model. */
export interface CoxFit {
  /** One for each covariate: the logarithm of the hazard ratio of one more of it. */
  readonly coefficients: readonly number[];
  readonly errors: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** Logarithms of the partial likelihood, at 0 and at the fit. */
  readonly logLikelihood: readonly [number, number];
}

interface Likelihood {
  readonly log: number;
  readonly gradient: number[];
  readonly information: number[][];
}

const MOST_STEPS = 50;
/** Beyond a hazard ratio of e^15 the likelihood only rises towards infinity: there is no fit. */
const RUNAWAY = 15;

/**
 * D. R. Cox's proportional hazards (JRSS B 34, 1972) by maximum partial likelihood; ties by B. Efron (JASA 72, 1977);
 * Newton-Raphson with halved steps. People with the same covariates form a group, so that a model of three contracts
 * costs three rows, however many customers.
 * @param sets the groups, each with its covariates in the same place of `covariates`
 * @returns null where the likelihood has no maximum: a covariate that only those have who never, or always, leave; one
 * that depends on others; nobody who left
 */
export function fitCox(sets: RiskSets, covariates: readonly (readonly number[])[]): CoxFit | null {
  const width = covariates[0]?.length ?? 0;
  if (width === 0 || sets.t.length === 0) return null;
  const { centred, scale } = standardise(sets, covariates);
  let beta = new Array<number>(width).fill(0);
  let now = likelihoodAt(sets, centred, beta);
  const atZero = now.log;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { inverse, rank } = symmetricInverse(now.information);
    if (rank < width) return null;
    const move = times(inverse, now.gradient);
    const next = climb(sets, centred, beta, move, now.log);
    const gain = next.likelihood.log - now.log;
    beta = next.beta;
    now = next.likelihood;
    if (beta.some((value) => Math.abs(value) > RUNAWAY * 4)) return null;
    const isStill = move.every((by, at) => Math.abs(by) <= 1e-10 * Math.max(1, Math.abs(beta[at])));
    if (isStill || (gain === 0 && step > 3)) return finished(now, beta, scale, atZero);
  }
  return null;
}

function finished(now: Likelihood, beta: number[], scale: number[], atZero: number): CoxFit | null {
  const { inverse, rank } = symmetricInverse(now.information);
  if (rank < beta.length) return null;
  const covariance = inverse.map((row, i) => row.map((value, j) => value / (scale[i] * scale[j])));
  const errors = covariance.map((row, i) => Math.sqrt(row[i]));
  const coefficients = beta.map((value, at) => value / scale[at]);
  // A coefficient that runs away stops only where its information vanishes.
  if (beta.some((value, at) => Math.abs(value) > RUNAWAY && errors[at] * scale[at] > RUNAWAY)) return null;
  return { coefficients, errors, covariance, logLikelihood: [atZero, now.log] };
}

/** Halves a step until the likelihood does not fall. */
function climb(sets: RiskSets, x: number[][], beta: number[], move: number[], log: number) {
  for (let part = 1; part > 1e-6; part /= 2) {
    const next = beta.map((value, at) => value + part * move[at]);
    const likelihood = likelihoodAt(sets, x, next);
    if (likelihood.log >= log - 1e-9 * Math.abs(log)) return { beta: next, likelihood };
  }
  return { beta, likelihood: likelihoodAt(sets, x, beta) };
}

/** Covariates about their means and in units of their spread: sums of exponentials stay in range. */
function standardise(sets: RiskSets, covariates: readonly (readonly number[])[]) {
  const weights = sets.atRisk.map((group) => Math.max(0, ...group));
  const total = weights.reduce((a, b) => a + b, 0);
  const means = covariates[0].map((_, j) => covariates.reduce((s, x, i) => s + (weights[i] * x[j]) / total, 0));
  const scale = covariates[0].map((_, j) => {
    const variance = covariates.reduce((s, x, i) => s + (weights[i] * (x[j] - means[j]) ** 2) / total, 0);
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
  return { centred: covariates.map((x) => x.map((value, j) => (value - means[j]) / scale[j])), scale };
}

/** Sums over some people: of their weights exp(beta x), of weight times x, of weight times x x'. */
interface Moments {
  s0: number;
  readonly s1: number[];
  readonly s2: number[][];
}
const noMoments = (width: number): Moments => ({
  s0: 0,
  s1: new Array<number>(width).fill(0),
  s2: Array.from({ length: width }, () => new Array<number>(width).fill(0)),
});

function addTo({ s1, s2 }: Moments, x: readonly number[], weight: number): void {
  for (let i = 0; i < x.length; i++) {
    s1[i] += weight * x[i];
    for (let j = 0; j <= i; j++) s2[i][j] += weight * x[i] * x[j];
  }
}

/** The moments of those at risk and of those who have the event at a time. */
function momentsAt(sets: RiskSets, x: readonly (readonly number[])[], risk: Float64Array, at: number) {
  const all = noMoments(x[0].length);
  const gone = noMoments(x[0].length);
  for (let group = 0; group < x.length; group++) {
    const n = sets.atRisk[group][at];
    if (n === 0) continue;
    all.s0 += n * risk[group];
    addTo(all, x[group], n * risk[group]);
    const d = sets.events[group][at];
    if (d === 0) continue;
    gone.s0 += d * risk[group];
    addTo(gone, x[group], d * risk[group]);
  }
  return { all, gone };
}

function likelihoodAt(sets: RiskSets, x: readonly (readonly number[])[], beta: readonly number[]): Likelihood {
  const width = beta.length;
  const score = x.map((row) => row.reduce((sum, value, j) => sum + value * beta[j], 0));
  const risk = Float64Array.from(score, Math.exp);
  let log = 0;
  const gradient = new Array<number>(width).fill(0);
  const information = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  for (let at = 0; at < sets.t.length; at++) {
    const { all, gone } = momentsAt(sets, x, risk, at);
    let deaths = 0;
    for (let group = 0; group < x.length; group++) {
      const d = sets.events[group][at];
      if (d === 0) continue;
      deaths += d;
      log += d * score[group];
      for (let i = 0; i < width; i++) gradient[i] += d * x[group][i];
    }
    // Efron: of d who leave at once, the l-th leaves a risk set that holds (d - l) / d of each of them.
    for (let l = 0; l < deaths; l++) {
      const part = l / deaths;
      const s0 = all.s0 - part * gone.s0;
      log -= Math.log(s0);
      for (let i = 0; i < width; i++) {
        const mean = (all.s1[i] - part * gone.s1[i]) / s0;
        gradient[i] -= mean;
        for (let j = 0; j <= i; j++) {
          const other = (all.s1[j] - part * gone.s1[j]) / s0;
          information[i][j] += (all.s2[i][j] - part * gone.s2[i][j]) / s0 - mean * other;
        }
      }
    }
  }
  for (let i = 0; i < width; i++) for (let j = 0; j < i; j++) information[j][i] = information[i][j];
  return { log, gradient, information };
}

/** A test of one covariate, or of all of them together. */
export interface ProportionalityTest {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Whether hazards are proportional: scaled Schoenfeld residuals against time, time taken as 1 - S(t-) of all together.
 * D. Schoenfeld, Biometrika 69 (1982); P. M. Grambsch and T. M. Therneau, Biometrika 81 (1994), with the variance of each
 * residual taken as the mean one.
 * @returns one test for each covariate and one for all
 */
export function testProportionality(
  sets: RiskSets,
  covariates: readonly (readonly number[])[],
  fit: CoxFit,
): { readonly each: readonly ProportionalityTest[]; readonly all: ProportionalityTest } {
  const { sums, places, counts } = schoenfeldSums(sets, covariates, fit.coefficients);
  const events = counts.reduce((a, b) => a + b, 0);
  const mean = counts.reduce((s, d, at) => s + d * places[at], 0) / events;
  const spread = counts.reduce((s, d, at) => s + d * (places[at] - mean) ** 2, 0);
  const weighted = fit.coefficients.map((_, i) => sums.reduce((s, row, at) => s + (places[at] - mean) * row[i], 0));
  const scaled = times(fit.covariance, weighted).map((value) => value * events);
  const tested = (statistic: number, df: number) => ({ statistic, df, p: chiSquareUpperTail(statistic, df).p });
  const each = scaled.map((value, i) => tested((value * value) / (fit.covariance[i][i] * events * spread), 1));
  const together = weighted.reduce((s, value, i) => s + value * scaled[i], 0) / spread;
  return { each, all: tested(together, weighted.length) };
}

/** By time: the sum over events of x less its mean in the risk set (Efron's, over ties), 1 - S(t-), and the events. */
function schoenfeldSums(sets: RiskSets, x: readonly (readonly number[])[], beta: readonly number[]) {
  const risk = Float64Array.from(x, (row) => Math.exp(row.reduce((s, value, j) => s + value * beta[j], 0)));
  const sums: number[][] = [];
  const places: number[] = [];
  const counts: number[] = [];
  let survival = 1;
  for (let at = 0; at < sets.t.length; at++) {
    const { all, gone } = momentsAt(sets, x, risk, at);
    const d = sets.events.reduce((s, group) => s + group[at], 0);
    const n = sets.atRisk.reduce((s, group) => s + group[at], 0);
    const row = beta.map((_, i) => sets.events.reduce((s, group, g) => s + group[at] * x[g][i], 0));
    for (let l = 0; l < d; l++) {
      const part = l / d;
      for (let i = 0; i < beta.length; i++) row[i] -= (all.s1[i] - part * gone.s1[i]) / (all.s0 - part * gone.s0);
    }
    sums.push(row);
    places.push(1 - survival);
    counts.push(d);
    survival *= (n - d) / n;
  }
  return { sums, places, counts };
}
