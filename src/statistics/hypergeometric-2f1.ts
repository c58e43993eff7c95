const MOST_TERMS = 100_000;
const PRECISION = 1e-17;

/** Gauss's series 1 + a b / c z + ...; converges for 0 <= z < 1 and any c but 0, -1, -2, ... */
export function gaussSeries(a: number, b: number, c: number, z: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 0; n < MOST_TERMS; n++) {
    const ratio = ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    term *= ratio;
    sum += term;
    // Once the ratios stay below 1, what is left out is at most a geometric series.
    if (Math.abs(ratio) < 1 && Math.abs(term) <= PRECISION * Math.abs(sum) * (1 - Math.max(z, Math.abs(ratio)))) break;
  }
  return sum;
}

/** A quotient that is never exactly 0 keeps the fraction going. */
const TINY = 1e-300;

/**
 * 2F1(1, b; c; z) for positive b, c by Gauss's continued fraction, in the steps of W. J. Lentz (Applied Optics 15, 1976): near
 * z = 1 it takes some hundred steps where the series takes as many as 1 / (1 - z) makes. H. S. Wall, Analytic Theory of
 * Continued Fractions (1948), chapter 18.
 */
function gaussFraction(b: number, c: number, z: number): number {
  const below = c - 1;
  const coefficient = (step: number) => {
    const n = Math.floor(step / 2);
    return step % 2 === 1
      ? (-(below + n) * (b + n)) / ((below + 2 * n) * (below + 2 * n + 1))
      : ((b - below - n) * n) / ((below + 2 * n - 1) * (below + 2 * n));
  };
  let fraction = 1;
  let [numerator, denominator] = [1, 0];
  for (let step = 1; step < MOST_TERMS; step++) {
    const k = coefficient(step) * z;
    denominator = 1 + k * denominator || TINY;
    numerator = 1 + k / numerator || TINY;
    denominator = 1 / denominator;
    const change = numerator * denominator;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return 1 / fraction;
}

/** From here on the fraction is shorter than the series. */
const NEAR_ONE = 0.6;

/**
 * log of 2F1(a, b; a + 1; z) for positive a, b with b < a + 1 and 0 <= z < 1, where the sum itself may be beyond a double:
 * Euler's transform (1 - z)^(1 - b) 2F1(1, a + 1 - b; a + 1; z) takes the growth out, and leaves terms that only fall.
 * M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 15.3.3.
 */
export function logHypergeometric(a: number, b: number, z: number): number {
  const second = a + 1 - b;
  const rest = z < NEAR_ONE ? gaussSeries(1, second, a + 1, z) : gaussFraction(second, a + 1, z);
  return (1 - b) * Math.log1p(-z) + Math.log(rest);
}
