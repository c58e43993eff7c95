import { NO_DAY } from '../../domain/calendar';
import { periodDays, isComplete } from '../../domain/cohort-periods';
import { AppError } from '../../domain/errors';
import { attributeOf } from '../../facts/attributes';
import { cohortTriangle, activeInPeriod, cohortOfCustomers, periodOfOrders } from '../../facts/cohort-triangle';
import { completePeriods, cuttingWindow } from '../../facts/complete-periods';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Kernel, type Members, type MetricOptions, type QueryTables } from '../metric';
import { retentionCurve } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof retentionCurve>;

/** More groups than this are no picture. */
const MOST_GROUPS = 60;

/** The code of each customer's group; null without a breakdown. Throws `unknown-filter-field`. */
const groupsOf = (facts: Facts, { by }: Options): Int32Array | null =>
  by === '' ? null : attributeOf(facts, by).codes;

/** The groups of customers as a table for the query; empty without a breakdown. */
function tables(facts: Facts, _scope: Scope, options: Options): QueryTables {
  const codes = groupsOf(facts, options) ?? new Int32Array(0);
  return { curve_groups: { customer_key: codes.map((_, customer) => customer), group_code: codes } };
}

/** Pools the complete cells of the cohort triangle of each group by period; cells in which nobody was active count with their size. */
const kernel: Kernel<typeof retentionCurve> = (facts, scope, options) => {
  const codes = groupsOf(facts, options);
  const groups = codes ? groupsInView(codes, scope, options.by) : [-1];
  const rows = groups.flatMap((group) => {
    const customer = codes ? scope.customer.map((inView, c) => (codes[c] === group ? inView : 0)) : scope.customer;
    return curveOf(facts, { ...scope, customer }, options).map((row) => [group, ...row]);
  });
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return { group_code: column(0), period: column(1), eligible: column(2), active: column(3) };
};

function groupsInView(codes: Int32Array, scope: Scope, by: string): number[] {
  const groups = [...new Set(codes.filter((_, c) => scope.customer[c]))].sort((a, b) => a - b);
  if (groups.length > MOST_GROUPS)
    throw new AppError('too-many-groups', { field: by, found: groups.length, most: MOST_GROUPS });
  return groups;
}

/** Period, eligible and active of the customers in view. */
function curveOf(facts: Facts, scope: Scope, { unit, mode }: Options): number[][] {
  const { observed } = facts;
  const eligible: number[] = [];
  const active: number[] = [];
  const cells = cohortTriangle(facts, scope, unit, mode);
  const window = observed && cuttingWindow(scope, observed);
  for (let row = 0; row < cells.cohort.length && observed;) {
    const cohort = cells.cohort[row];
    const size = cells.cohort_size[row];
    const byPeriod: number[] = [];
    for (; row < cells.cohort.length && cells.cohort[row] === cohort; row++)
      byPeriod[cells.period[row]] = cells.active[row];
    for (const period of completePeriods(unit, cohort, observed, window)) {
      eligible[period] = (eligible[period] ?? 0) + size;
      active[period] = (active[period] ?? 0) + (byPeriod[period] ?? 0);
    }
  }
  return Object.keys(eligible).map((period) => [Number(period), eligible[Number(period)], active[Number(period)]]);
}

/** Customers of cohorts whose cell at this period is complete, or those of them who were active in it. */
const members: Members<typeof retentionCurve> = (facts, scope, options, row, column) => {
  const { unit, mode, by } = options;
  const groups = groupsOf(facts, options);
  const group = groups ? attributeOf(facts, by).values.indexOf(String(row['group'])) : -1;
  const { observed } = facts;
  const wanted = Number(row['period']);
  const found: number[] = [];
  if (!observed) return new Int32Array(0);
  const window = cuttingWindow(scope, observed);
  const cohort = cohortOfCustomers(facts, unit);
  const period = periodOfOrders(facts, unit);
  for (let c = 0; c < facts.customers.count; c++) {
    if (!scope.customer[c] || cohort[c] === NO_DAY || (groups && groups[c] !== group)) continue;
    if (!isComplete(periodDays(unit, cohort[c], wanted), observed.until, window)) continue;
    if (column === 'eligible' || activeInPeriod(facts, scope, c, period, mode, wanted)) found.push(c);
  }
  return Int32Array.from(found);
};

export default defineComputation(retentionCurve, { sql, kernel, members, tables, derive });
