import type { Derive } from '../metric';
import type { valueCurve } from './definition';

/** Shares of the whole; empty unless the whole is above 0. Top 20 % and Gini stand in every row. */
export const derive: Derive<typeof valueCurve> = (base) => {
  const { customers, value, loss_makers } = base;
  const rows = value.length;
  const total = rows > 0 ? value[rows - 1] : 0;
  const shares = value.map((part) => (total > 0 ? part / total : NaN));
  const inEveryRow = (figure: number) => new Float64Array(rows).fill(figure);
  return {
    customers_share: base.hundredth.map((hundredth) => hundredth / 100),
    value_share: shares,
    customers,
    value,
    loss_makers,
    top20_share: inEveryRow(rows > 0 ? shares[20] : NaN),
    gini: inEveryRow(total > 0 ? giniOf(base) : NaN),
  };
};

/**
 * Gini's coefficient of n values from their ranks, best first: (n + 1) / n - 2 R / (n S) with S their sum and R the sum of
 * rank x value. A. Sen, On Economic Inequality (1973), turned to descending ranks. Above 1 where losses are large.
 */
function giniOf({ customers, value, weighted }: Parameters<typeof derive>[0]): number {
  const last = value.length - 1;
  const n = customers[last];
  let ranked = 0;
  for (let h = 1; h <= last; h++) ranked += customers[h - 1] * (value[h] - value[h - 1]) + weighted[h];
  return (n + 1) / n - (2 * ranked) / (n * value[last]);
}
