import { periodDays, isComplete } from '../../domain/cohort-periods';
import { attributeOf } from '../../facts/attributes';
import { activeInPeriod, cohortOfCustomers, periodOfOrders } from '../../facts/cohort-triangle';
import { cuttingWindow } from '../../facts/complete-periods';
import { NO_DAY } from '../../domain/calendar';
import type { Members } from '../metric';
import type { retentionCurve } from './definition';
import { groupsOf } from './kernel';

/** Customers of cohorts whose cell at this period is complete, or those of them who were active in it. */
export const members: Members<typeof retentionCurve> = (facts, scope, options, row, column) => {
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
