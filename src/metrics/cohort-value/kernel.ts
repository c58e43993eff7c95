import { NO_DAY, unitOfDay } from '../../domain/calendar';
import { cohortCalendar, type CohortUnit } from '../../domain/cohort-periods';
import { cohortOfCustomers } from '../../facts/cohort-triangle';
import type { Facts } from '../../facts/facts';
import { lineInView, type Scope } from '../../facts/scope';
import type { Kernel } from '../metric';
import type { cohortValue } from './definition';

interface Sums {
  net: number;
  profit: number;
}

/** Adds up money of lines in view by the cohort of their customer and the period of their own day. */
export const kernel: Kernel<typeof cohortValue> = (facts, scope, { unit }) => {
  const sizes = sizesOf(facts, scope, unit);
  const { cells, outside } = sumLines(facts, scope, unit);
  const spend = spendByUnit(facts, scope, unit);
  const rows: number[][] = [];
  for (const [cohort, size] of [...sizes].sort(([a], [b]) => a - b)) {
    const own = cells.get(cohort) ?? [];
    own[0] ??= { net: 0, profit: 0 };
    own.forEach(({ net, profit }, period) => {
      rows.push([cohort, period, size, net, profit, period === 0 ? (spend.get(cohort) ?? -1) : -1, outside]);
    });
  }
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    cohort: column(0),
    period: column(1),
    cohort_size: column(2),
    net: column(3),
    profit: column(4),
    spend: column(5),
    outside: column(6),
  };
};

function sizesOf(facts: Facts, scope: Scope, unit: CohortUnit): Map<number, number> {
  const cohort = cohortOfCustomers(facts, unit);
  const sizes = new Map<number, number>();
  for (let c = 0; c < cohort.length; c++)
    if (scope.customer[c] && cohort[c] !== NO_DAY) sizes.set(cohort[c], (sizes.get(cohort[c]) ?? 0) + 1);
  return sizes;
}

/** Sparse by period. `outside` is the net of customers who never bought. */
function sumLines(facts: Facts, scope: Scope, unit: CohortUnit) {
  const { customers, orders } = facts;
  const { day, net, profit } = facts.lines;
  const cohort = cohortOfCustomers(facts, unit);
  const calendar = cohortCalendar(unit);
  const units = new Map<number, number>();
  const unitAt = (of: number) => {
    let index = units.get(of);
    if (index === undefined) units.set(of, (index = unitOfDay(calendar, of)));
    return index;
  };
  const cells = new Map<number, Sums[]>();
  let outside = 0;
  for (let order = 0; order < orders.known; order++) {
    const c = orders.customer[order];
    if (!scope.customer[c]) continue;
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      if (!lineInView(facts, scope, line)) continue;
      if (cohort[c] === NO_DAY) {
        outside += net[line];
        continue;
      }
      if (day[line] === NO_DAY) continue;
      const since = day[line] - customers.firstDay[c];
      const period = unit === '30d' ? Math.floor(since / 30) : unitAt(day[line]) - cohort[c];
      let own = cells.get(cohort[c]);
      if (!own) cells.set(cohort[c], (own = []));
      const sums = (own[Math.max(0, period)] ??= { net: 0, profit: 0 });
      sums.net += net[line];
      if (profit) sums.profit += profit[line];
    }
  }
  return { cells, outside };
}

/**
 * Marketing money by calendar unit. Empty under a filter of customers, whose share of the money nobody knows, and by
 * weeks, since money is mostly recorded by the month.
 */
function spendByUnit({ spend }: Facts, scope: Scope, unit: CohortUnit): Map<number, number> {
  const sums = new Map<number, number>();
  if (!spend || !scope.unknown || unit === 'week') return sums;
  spend.day.forEach((day, row) => {
    if (day === NO_DAY) return;
    const index = unitOfDay(cohortCalendar(unit), day);
    sums.set(index, (sums.get(index) ?? 0) + spend.amount[row]);
  });
  return sums;
}
