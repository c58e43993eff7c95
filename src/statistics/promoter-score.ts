import { Z95 } from './intervals';

/** A balance of shares in points, with its standard error and 95 % interval. NaN over nobody. */
export interface PromoterScore {
  readonly score: number;
  readonly se: number;
  readonly low: number;
  readonly high: number;
}

/**
 * 100 (p - d) of the shares of promoters and detractors. The standard error of a difference of two shares of one multinomial sample is
 * sqrt((p + d - (p - d)^2) / n); the interval is cut at the ends of the scale, -100 and 100.
 * @param n answers; of weighted ones the effective number, (sum of w)^2 / sum of w^2: L. Kish, Survey Sampling (1965), 11.7
 */
export function promoterScore(promoters: number, detractors: number, n: number): PromoterScore {
  if (!(n > 0)) return { score: NaN, se: NaN, low: NaN, high: NaN };
  const balance = promoters - detractors;
  const score = 100 * balance;
  const se = 100 * Math.sqrt(Math.max(0, promoters + detractors - balance ** 2) / n);
  return { score, se, low: Math.max(-100, score - Z95 * se), high: Math.min(100, score + Z95 * se) };
}
