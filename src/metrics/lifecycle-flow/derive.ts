import type { Derive } from '../metric';
import type { lifecycleFlow } from './definition';

/** Nothing to add; where no lapse is known, `lost` is empty (METRICS rule 5). */
export const derive: Derive<typeof lifecycleFlow> = (base) => ({
  ...base,
  lost: base.lost.map((count) => (count < 0 ? NaN : count)),
});
