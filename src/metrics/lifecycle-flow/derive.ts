import type { Derive } from '../metric';
import type { lifecycleFlow } from './definition';

/** Where no lapse is known, `lost` is empty (METRICS rule 5). */
export const derive: Derive<typeof lifecycleFlow> = (base, _context, { lapse_days: lapse }) => ({
  ...base,
  lost: base.lost.map((count) => (count < 0 ? NaN : count)),
  lapse_days: base.month.map(() => lapse ?? NaN),
});
