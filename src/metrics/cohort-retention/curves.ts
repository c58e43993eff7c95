import { firstDayOfUnit, monthOfDay } from '../../domain/calendar';
import { cohortCalendar, type CohortUnit } from '../../domain/cohort-periods';
import { poolCells, type Cohort, type Pooled } from './triangle';
import { FEW } from '../metric';

/** Cohorts drawn as one line: one of its own, or all of a month, quarter or year where there are many. */
export interface CohortLine {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly cohorts: readonly Cohort[];
  readonly points: readonly Pooled[];
}

const MOST_LINES = 6;
const LEAST_POINTS = 3;
/** Months of the spans that cohorts are gathered in. */
const SPANS = [
  { unit: 'month', months: 1 },
  { unit: 'quarter', months: 3 },
  { unit: 'year', months: 12 },
] as const;

/**
 * Periods from 1 on, over complete cells. In a line of several cohorts a period counts only where it is over for all of
 * them, so that the line never changes whom it speaks of.
 * @param name of the index of a calendar unit
 */
export function cohortLines(
  cohorts: readonly Cohort[],
  unit: CohortUnit,
  name: (index: number, unit: 'week' | 'month' | 'quarter' | 'year') => string,
): CohortLine[] {
  const calendar = cohortCalendar(unit);
  const single = gather(cohorts, (cohort) => name(cohort, calendar));
  if (single.length <= MOST_LINES) return single;
  let lines = single;
  for (const span of SPANS) {
    const longer = gather(cohorts, (cohort) =>
      name(Math.floor(monthOfDay(firstDayOfUnit(calendar, cohort)) / span.months), span.unit),
    );
    if (longer.length < lines.length) lines = longer;
    if (lines.length <= MOST_LINES) break;
  }
  return lines;
}

function gather(cohorts: readonly Cohort[], nameOf: (cohort: number) => string): CohortLine[] {
  const groups = new Map<string, Cohort[]>();
  for (const cohort of cohorts)
    groups.set(nameOf(cohort.cohort), [...(groups.get(nameOf(cohort.cohort)) ?? []), cohort]);
  return [...groups]
    .map(([key, members]) => {
      const size = members.reduce((sum, cohort) => sum + cohort.size, 0);
      const points = poolCells(members).filter(({ period, eligible }) => period > 0 && eligible === size);
      return { key, name: key, size, cohorts: members, points };
    })
    .filter(({ size, points }) => size >= FEW && points.length >= LEAST_POINTS);
}
