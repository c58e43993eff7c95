import { NO_DAY, unitOfDay } from '../../domain/calendar';
import { cohortCalendar, type CohortUnit } from '../../domain/cohort-periods';
import { cohortOfCustomers, cohortMembers } from '../../facts/cohort-triangle';
import type { Facts } from '../../facts/facts';
import { lineCells } from './line-cells';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Kernel, type Members } from '../metric';
import { cohortValue } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** Adds up money of lines in view by the cohort of their customer and the period of their own day. */
const kernel: Kernel<typeof cohortValue> = (facts, scope, { unit }) => {
  const sizes = sizesOf(facts, scope, unit);
  const { first, width } = lineCells(facts, unit);
  const { net, profit, seen, outside } = sumLines(facts, scope, unit);
  const spend = spendByUnit(facts, scope, unit);
  const rows: number[][] = [];
  for (const [cohort, size] of [...sizes].sort(([a], [b]) => a - b)) {
    for (let period = 0; period < width; period++) {
      const cell = (cohort - first) * width + period;
      if (period > 0 && !seen[cell]) continue;
      const spent = period === 0 ? (spend.get(cohort) ?? -1) : -1;
      rows.push([cohort, period, size, net[cell], profit[cell], spent, outside]);
    }
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

/** By cell. `outside` is the net of customers who never bought. */
function sumLines(facts: Facts, scope: Scope, unit: CohortUnit) {
  const { customers, orders } = facts;
  const { net, profit, day } = facts.lines;
  const { cell, width, cohorts } = lineCells(facts, unit);
  const sums = { net: new Float64Array(cohorts * width), profit: new Float64Array(cohorts * width) };
  const seen = new Uint8Array(cohorts * width);
  const { line: kept, windowed, from, until } = scope;
  let outside = 0;
  for (let c = 0; c < customers.count; c++) {
    if (!scope.customer[c]) continue;
    const end = orders.lineStart[customers.orderStart[c + 1]];
    const isOutside = customers.firstDay[c] === NO_DAY;
    for (let line = orders.lineStart[customers.orderStart[c]]; line < end; line++) {
      if (kept && !kept[line]) continue;
      if (windowed && (day[line] < from || day[line] > until)) continue;
      if (isOutside) outside += net[line];
      const at = cell[line];
      if (at < 0) continue;
      seen[at] = 1;
      sums.net[at] += net[line];
      if (profit) sums.profit[at] += profit[line];
    }
  }
  return { ...sums, seen, outside };
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

const members: Members<typeof cohortValue> = (facts, scope, { unit }, row) =>
  cohortMembers(facts, scope, unit, 'on', { cohort: Number(row['cohort']), period: null });

export default defineComputation(cohortValue, { sql, kernel, members, derive });
