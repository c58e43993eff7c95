import { wilson } from '../../statistics/intervals';
import type { Derive } from '../metric';
import type { retentionCurve } from './definition';

/** Adds the share of the eligible who were active, and its Wilson interval. */
export const derive: Derive<typeof retentionCurve> = ({ period, eligible, active }) => {
  const intervals = Array.from(active, (count, row) => wilson(count, eligible[row]));
  return {
    period,
    eligible,
    active,
    rate: active.map((count, row) => (eligible[row] > 0 ? count / eligible[row] : NaN)),
    ci_low: Float64Array.from(intervals, ({ low }) => low),
    ci_high: Float64Array.from(intervals, ({ high }) => high),
  };
};
