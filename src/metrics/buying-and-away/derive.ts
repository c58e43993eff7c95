import type { Derive } from '../metric';
import type { buyingAndAway } from './definition';

/** The counts are all there is; beside them the rule by which they were counted. */
export const derive: Derive<typeof buyingAndAway> = (base, _context, { source, lapse_days: days }) => ({
  ...base,
  source: Array.from(base.month, () => source),
  lapse_days: base.month.map(() => days ?? NaN),
});
