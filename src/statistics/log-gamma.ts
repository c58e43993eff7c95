const HALF_LOG_2_PI = 0.9189385332046727;
/** Below this the argument is first raised, so that the series is exact to a double. */
const RAISED = 10;

/**
 * log of the gamma function of a positive number, by Stirling's series with Bernoulli's numbers (M. Abramowitz and
 * I. A. Stegun, Handbook of Mathematical Functions, 6.1.41); smaller arguments are raised by the recurrence 6.1.15.
 * Absolute error about 1e-14 up to 10, relative error about 1e-15 beyond.
 */
export function logGamma(x: number): number {
  let product = 1;
  let raised = x;
  while (raised < RAISED) product *= raised++;
  const inverse = 1 / raised;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360_360)))));
  return (raised - 0.5) * Math.log(raised) - raised + HALF_LOG_2_PI + series - Math.log(product);
}
