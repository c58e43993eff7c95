import type { MetricTable } from '../metric';
import type { survivalTests } from './definition';

/** Below this p the check on Cox's model says that the hazards are not proportional. */
export const PROPORTIONAL = 0.05;

/** Whether hazards are not proportional, by the check on Cox's model. */
export const isUneven = (table: MetricTable<typeof survivalTests>): boolean => table.ph_p.some((p) => p < PROPORTIONAL);
