import { cohortTriangle } from '../../facts/cohort-triangle';
import type { Kernel } from '../metric';
import type { cohortRetention } from './definition';

export const kernel: Kernel<typeof cohortRetention> = (facts, scope, options) =>
  cohortTriangle(facts, scope, options.unit, options.mode);
