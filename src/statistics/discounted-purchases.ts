const WEEKS_A_YEAR = 365 / 7;

/**
 * Expected purchases with those of later weeks worth less: each step's purchases times (1 + rate)^-(years to its end).
 * P. S. Fader and B. G. S. Hardie sum the same series in "RFM and CLV" (2005).
 * @param within expected purchases of the first so many weeks
 * @param rate a year: 0.1 for ten per cent
 * @param step weeks
 */
export function discountedPurchases(
  within: (weeks: number) => number,
  horizon: number,
  rate: number,
  step = 1,
): number {
  let sum = 0;
  let before = 0;
  for (let n = 1; (n - 1) * step < horizon; n++) {
    const weeks = Math.min(n * step, horizon);
    const purchases = within(weeks);
    sum += (purchases - before) / (1 + rate) ** (weeks / WEEKS_A_YEAR);
    before = purchases;
  }
  return sum;
}
