import { firstDayOfUnit, lastDayOfUnit, unitOfDay, type CalendarUnit, type Day } from './calendar';

/** The units in which cohorts are counted; under `30d` the cohort is a month and periods are 30 days from the first purchase. */
export type CohortUnit = CalendarUnit | '30d';
export type CohortMode = 'on' | 'on_or_after';

export interface Days {
  readonly from: Day;
  readonly until: Day;
}

/** The calendar unit that names a cohort. */
export const cohortCalendar = (unit: CohortUnit): CalendarUnit => (unit === '30d' ? 'month' : unit);

/** From the first day of a period for the first possible member of a cohort to its last day for the last possible one. */
export function periodDays(unit: CohortUnit, cohort: number, period: number): Days {
  if (unit !== '30d')
    return { from: firstDayOfUnit(unit, cohort + period), until: lastDayOfUnit(unit, cohort + period) };
  return {
    from: firstDayOfUnit('month', cohort) + 30 * period,
    until: lastDayOfUnit('month', cohort) + 30 * (period + 1) - 1,
  };
}

/** The last period of a cohort that has begun by a day. */
export function lastPeriod(unit: CohortUnit, cohort: number, until: Day): number {
  if (unit === '30d') return Math.floor((until - firstDayOfUnit('month', cohort)) / 30);
  return unitOfDay(unit, until) - cohort;
}

/** METRICS rule 7, and rule 10 for periods that a window cuts. */
export function isComplete(days: Days, observedUntil: Day, window: Days | null): boolean {
  return days.until <= observedUntil && (window === null || (days.from >= window.from && days.until <= window.until));
}
