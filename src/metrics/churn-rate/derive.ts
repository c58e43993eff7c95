import { lastDayOfUnit } from '../../domain/calendar';
import { wilson } from '../../statistics/intervals';
import type { Derive } from '../metric';
import type { churnRate } from './definition';

/** Both common rates: of those at the start (with Wilson's interval), and on the mean of start and end. */
export const derive: Derive<typeof churnRate> = (base, context, { unit }) => {
  const intervals = Array.from(base.left_of_start, (left, row) => wilson(left, base.at_start[row]));
  const atEnd = base.at_start.map((count, row) => count + base.joined[row] - base.left[row]);
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : NaN);
  return {
    ...base,
    rate_of_start: base.left_of_start.map((left, row) => share(left, base.at_start[row])),
    ci_low: Float64Array.from(intervals, ({ low }) => low),
    ci_high: Float64Array.from(intervals, ({ high }) => high),
    rate_of_average: base.left.map((left, row) => share(left, (base.at_start[row] + atEnd[row]) / 2)),
    complete: base.month.map((index) =>
      context.observed && lastDayOfUnit(unit, index) <= context.observed.until ? 1 : 0,
    ),
  };
};
