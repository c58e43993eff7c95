import { Z95 } from '../../statistics/intervals';
import type { Derive } from '../metric';
import type { categoryBreadth } from './definition';

/** Means with their 95 % interval, by the standard error of a mean; empty for one customer. */
export const derive: Derive<typeof categoryBreadth> = ({ period, customers, categories, squares }) => {
  const mean = categories.map((sum, row) => sum / customers[row]);
  const half = mean.map((average, row) => {
    const n = customers[row];
    return n > 1 ? Z95 * Math.sqrt(Math.max(0, squares[row] - n * average ** 2) / (n - 1) / n) : NaN;
  });
  return {
    period,
    customers,
    categories_per_customer: mean,
    ci_low: mean.map((average, row) => average - half[row]),
    ci_high: mean.map((average, row) => average + half[row]),
  };
};
