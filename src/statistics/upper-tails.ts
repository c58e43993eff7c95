/** An upper tail probability, and its logarithm to base 10, which goes on where doubles end (p below 1e-308 is 0). */
export interface UpperTail {
  readonly p: number;
  readonly log10: number;
}

const MOST_TERMS = 10_000;
const EPSILON = 1e-16;
/** Lentz's method must not divide by 0. */
const TINY = 1e-300;

/**
 * P(X >= x) for a chi-square variable: Q(df / 2, x / 2), the upper incomplete gamma function over the whole one. Small tails
 * are computed as such (continued fraction, DLMF 8.9.2, by the modified Lentz method), never as 1 minus the rest; large
 * ones by the series of the lower function (DLMF 8.11.4).
 * @param df whole, at least 1
 * @returns NaN where the statistic is NaN or there are no degrees of freedom
 */
export function chiSquareUpperTail(statistic: number, df: number): UpperTail {
  if (!(df >= 1) || Number.isNaN(statistic)) return { p: NaN, log10: NaN };
  if (statistic <= 0) return { p: 1, log10: 0 };
  const a = df / 2;
  const x = statistic / 2;
  const front = a * Math.log(x) - x - logGammaOfHalves(df);
  if (x < a + 1) {
    const p = 1 - Math.exp(front) * lowerSeries(a, x);
    return { p, log10: Math.log10(p) };
  }
  const log = front + Math.log(upperFraction(a, x));
  return { p: Math.exp(log), log10: log / Math.LN10 };
}

/**
 * P(Z >= z) for a standard normal variable: half of the chi-square tail of z squared for z > 0.
 * Abramowitz and Stegun 26.4.19.
 */
export function normalUpperTail(z: number): UpperTail {
  const { p, log10 } = chiSquareUpperTail(z * z, 1);
  if (z < 0) return { p: 1 - p / 2, log10: Math.log1p(-p / 2) / Math.LN10 };
  return { p: p / 2, log10: log10 - Math.log10(2) };
}

/** log(gamma(df / 2)) by the recurrence from gamma(1 / 2) = sqrt(pi) and gamma(1) = 1. */
function logGammaOfHalves(df: number): number {
  let log = df % 2 === 1 ? Math.log(Math.PI) / 2 : 0;
  for (let twice = df - 2; twice >= 1; twice -= 2) log += Math.log(twice / 2);
  return log;
}

/** Sum over n of x^n / (a (a + 1) ... (a + n)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * EPSILON; n++) sum += term *= x / (a + n);
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < EPSILON) break;
  }
  return fraction;
}

const nonZero = (value: number) => (Math.abs(value) < TINY ? TINY : value);
