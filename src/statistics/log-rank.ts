import { quadraticForm, symmetricInverse } from './linear';
import type { RiskSets } from './risk-sets';
import { chiSquareUpperTail, type UpperTail } from './upper-tails';

/** How a difference at each time counts: `logrank` all alike, `peto` early ones more, `tarone_ware` in between. */
export const LOG_RANK_TESTS = ['logrank', 'peto', 'tarone_ware'] as const;
export type LogRankTest = (typeof LOG_RANK_TESTS)[number];

export interface TestResult extends UpperTail {
  readonly statistic: number;
  readonly df: number;
}

/**
 * Whether groups survive alike: observed less expected events, weighted, against their hypergeometric variance.
 * N. Mantel (1966) and R. Peto and J. Peto (1972) for the log-rank; R. E. Tarone and J. Ware, Biometrika 64 (1977), for
 * weights sqrt(n); T. R. Fleming and D. P. Harrington (1981), rho = 1, for weights S(t-) of all groups together.
 * Ties take the variance d (n - d) / (n - 1), so events at the same time are drawn without replacement.
 * @returns NaN, with 0 degrees of freedom, where no two groups are ever at risk together
 */
export function logRankTest(sets: RiskSets, test: LogRankTest): TestResult {
  const groups = sets.atRisk.length;
  const difference = new Array<number>(groups).fill(0);
  const variance = difference.map(() => new Array<number>(groups).fill(0));
  let survival = 1;
  for (let at = 0; at < sets.t.length; at++) {
    const n = sum(sets.atRisk, at);
    const d = sum(sets.events, at);
    const weight = test === 'logrank' ? 1 : test === 'peto' ? survival : Math.sqrt(n);
    survival *= (n - d) / n;
    const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
    for (let i = 0; i < groups; i++) {
      const share = sets.atRisk[i][at] / n;
      difference[i] += weight * (sets.events[i][at] - d * share);
      for (let j = 0; j < groups; j++) variance[i][j] += spread * share * ((i === j ? 1 : 0) - sets.atRisk[j][at] / n);
    }
  }
  // The last group is what the others leave.
  const free = groups - 1;
  const { inverse, rank } = symmetricInverse(variance.slice(0, free).map((row) => row.slice(0, free)));
  if (rank === 0) return { statistic: NaN, df: 0, p: NaN, log10: NaN };
  const statistic = quadraticForm(difference.slice(0, free), inverse);
  return { statistic, df: rank, ...chiSquareUpperTail(statistic, rank) };
}

const sum = (values: readonly Float64Array[], at: number) => values.reduce((total, one) => total + one[at], 0);
