import { NO_DAY, unitOfDay } from '../../domain/calendar';
import { cohortCalendar, type CohortUnit } from '../../domain/cohort-periods';
import { cohortOfCustomers } from '../../facts/cohort-triangle';
import type { Facts } from '../../facts/facts';

/** The cell of a cohort triangle in which the money of each line counts; no filter moves it, so it is worked out once. */
export interface LineCells {
  /** `(cohort - first) * width + period`; -1 where the customer has no cohort, or the line no day. */
  readonly cell: Int32Array;
  readonly first: number;
  readonly width: number;
  readonly cohorts: number;
}

const known = new WeakMap<Facts, Map<CohortUnit, LineCells>>();

export function lineCells(facts: Facts, unit: CohortUnit): LineCells {
  let byUnit = known.get(facts);
  if (!byUnit) known.set(facts, (byUnit = new Map<CohortUnit, LineCells>()));
  let cells = byUnit.get(unit);
  if (!cells) byUnit.set(unit, (cells = findCells(facts, unit)));
  return cells;
}

/** Money dated before the first purchase's period counts in period 0 (METRICS.md, `cohort_value`). */
function findCells(facts: Facts, unit: CohortUnit): LineCells {
  const { orders, customers } = facts;
  const { day } = facts.lines;
  const cohort = cohortOfCustomers(facts, unit);
  const bought = cohort.filter((one) => one !== NO_DAY);
  const first = bought.reduce((least, one) => Math.min(least, one), Infinity);
  const last = bought.reduce((most, one) => Math.max(most, one), -Infinity);
  const calendar = cohortCalendar(unit);
  const period = new Int32Array(facts.lines.count).fill(-1);
  const units = new Map<number, number>();
  let width = 1;
  for (let line = 0; line < orders.lineStart[orders.known]; line++) {
    if (day[line] !== NO_DAY && !units.has(day[line])) units.set(day[line], unitOfDay(calendar, day[line]));
  }
  for (let order = 0; order < orders.known; order++) {
    const c = orders.customer[order];
    if (cohort[c] === NO_DAY) continue;
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      if (day[line] === NO_DAY) continue;
      const since =
        unit === '30d' ? Math.floor((day[line] - customers.firstDay[c]) / 30) : units.get(day[line])! - cohort[c];
      period[line] = Math.max(0, since);
      if (period[line] >= width) width = period[line] + 1;
    }
  }
  for (let order = 0; order < orders.known; order++) {
    const row = (cohort[orders.customer[order]] - first) * width;
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++)
      if (period[line] >= 0) period[line] += row;
  }
  return { cell: period, first, width, cohorts: last >= first ? last - first + 1 : 0 };
}
