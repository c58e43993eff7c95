import type { cohortRetention } from '../../../src/metrics/cohort-retention/definition';
import type { MetricTable } from '../../../src/metrics/metric';

export type TriangleTable = MetricTable<typeof cohortRetention>;

/**
 * Cohorts in adjacent months; `active` by period, the last cell of each not yet over.
 * @param first month of the first cohort
 */
export function triangle(
  cohorts: readonly { size: number; active: readonly number[] }[],
  first = 2021 * 12,
): TriangleTable {
  const rows = cohorts.flatMap(({ size, active }, i) =>
    active.map((count, period) => ({
      cohort: first + i,
      period,
      size,
      count,
      complete: period < active.length - 1 ? 1 : 0,
    })),
  );
  const column = (of: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, of);
  return {
    cohort: column(({ cohort }) => cohort),
    period: column(({ period }) => period),
    cohort_size: column(({ size }) => size),
    active: column(({ count }) => count),
    rate: column(({ size, count }) => count / size),
    complete: column(({ complete }) => complete),
  };
}

export const usual = triangle([
  { size: 70, active: [70, 35, 23, 36, 28, 17] },
  { size: 59, active: [59, 16, 18, 12, 9] },
  { size: 40, active: [40, 7, 5, 3] },
  { size: 4, active: [4, 2, 1] },
  { size: 33, active: [33, 4] },
  { size: 12, active: [12] },
]);
/** 30 months, as a shop of some years has them. */
export const years = triangle(
  Array.from({ length: 30 }, (_, i) => ({
    size: 40 + ((i * 7) % 23),
    active: Array.from({ length: 30 - i }, (_, k) => (k === 0 ? 40 + ((i * 7) % 23) : 3 + ((i + 5 * k) % 9))),
  })),
);
export const weeks = triangle(
  Array.from({ length: 104 }, (_, i) => ({
    size: 9,
    active: Array.from({ length: 104 - i }, (_, k) => (k === 0 ? 9 : (i + k) % 4)),
  })),
  2_600,
);
export const four = triangle([{ size: 4, active: [4, 1, 0] }]);
export const alike = triangle([
  { size: 10, active: [10, 5, 5] },
  { size: 10, active: [10, 5, 5] },
  { size: 10, active: [10, 5] },
]);
export const none = triangle([]);
/** Outside the window of the filter cells are empty. */
export const windowed: TriangleTable = {
  ...usual,
  active: usual.active.map((count, i) => (i % 3 === 1 ? NaN : count)),
  rate: usual.rate.map((rate, i) => (i % 3 === 1 ? NaN : rate)),
};
