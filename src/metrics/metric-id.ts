import type * as catalog from './catalog';

/** The ids of all metrics: `cohort_retention`. */
export type MetricId = keyof typeof catalog;
