import { lastDayOfUnit } from '../../domain/calendar';
import { wilson } from '../../statistics/intervals';
import type { Derive } from '../metric';
import type { churnRate } from './definition';

/**
 * Both common rates: of those at the start (with Wilson's interval), and on the mean of start and end. Where leaving is told by
 * inactivity nobody can have left before the file is as old as that takes: a rate of 0 there is no rate.
 */
export const derive: Derive<typeof churnRate> = (base, context, { unit, source, lapse_days: lapse }) => {
  const earliest = source === 'purchases' && context.observed ? context.observed.from + (lapse ?? 0) : -Infinity;
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
    possible: base.month.map((index) => (lastDayOfUnit(unit, index) >= earliest ? 1 : 0)),
  };
};
