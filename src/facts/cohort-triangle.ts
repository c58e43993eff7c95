import { NO_DAY, quarterOfMonth, unitOfDay, yearOfMonth, type CalendarUnit } from '../domain/calendar';
import { cohortCalendar, type CohortMode, type CohortUnit } from '../domain/cohort-periods';
import { mapDays } from './day-units';
import type { Facts } from './facts';
import type { Scope } from './scope';

/** Cells of a cohort triangle in rows by cohort and period: those with activity, and period 0 of every cohort. */
export interface CohortCells {
  readonly cohort: Float64Array;
  readonly period: Float64Array;
  readonly cohort_size: Float64Array;
  readonly active: Float64Array;
}

/** The cohort of each customer, NO_DAY without a purchase in the whole file. */
export const cohortOfCustomers = (facts: Facts, unit: CohortUnit): Int32Array => placesOf(facts, unit).cohort;

/** The period of each order, counted from the first purchase of its customer; NO_DAY for orders of nobody. */
export const periodOfOrders = (facts: Facts, unit: CohortUnit): Int32Array => placesOf(facts, unit).period;

/** No filter moves a customer's cohort or an order's period, so they are worked out once. */
interface Places {
  readonly cohort: Int32Array;
  readonly period: Int32Array;
}
const known = new WeakMap<Facts, Map<CohortUnit, Places>>();

function placesOf(facts: Facts, unit: CohortUnit): Places {
  let byUnit = known.get(facts);
  if (!byUnit) known.set(facts, (byUnit = new Map<CohortUnit, Places>()));
  let places = byUnit.get(unit);
  if (!places) byUnit.set(unit, (places = findPlaces(facts, unit)));
  return places;
}

function findPlaces(facts: Facts, unit: CohortUnit): Places {
  const { orderStart, firstDay, count } = facts.customers;
  const { day } = facts.orders;
  const calendar = cohortCalendar(unit);
  const cohort = mapDays(firstDay, (first) => unitOfDay(calendar, first));
  const units = unit === '30d' ? null : unitOfOrders(facts, calendar);
  const period = new Int32Array(day.length).fill(NO_DAY);
  for (let c = 0; c < count; c++) {
    if (cohort[c] === NO_DAY) continue;
    for (let order = orderStart[c]; order < orderStart[c + 1]; order++) {
      if (day[order] === NO_DAY) continue;
      period[order] = units ? units[order] - cohort[c] : Math.floor((day[order] - firstDay[c]) / 30);
    }
  }
  return { cohort, period };
}

function unitOfOrders({ orders }: Facts, unit: CalendarUnit): Int32Array {
  if (unit === 'week') return orders.week;
  return unit === 'month' ? orders.month : mapDays(orders.month, unit === 'quarter' ? quarterOfMonth : yearOfMonth);
}

/** Counts distinct active customers by cohort and period. Orders of a customer are dated in order, so a change of period is a new visit. */
export function cohortTriangle(facts: Facts, scope: Scope, unit: CohortUnit, mode: CohortMode): CohortCells {
  const { cohort, period } = placesOf(facts, unit);
  const { orderStart, count } = facts.customers;
  const inView = scope.customer;
  let first = Infinity;
  let last = -Infinity;
  let widest = 0;
  for (let c = 0; c < count; c++) {
    if (!inView[c] || cohort[c] === NO_DAY) continue;
    if (cohort[c] < first) first = cohort[c];
    if (cohort[c] > last) last = cohort[c];
    const end = orderStart[c + 1];
    if (end > orderStart[c] && period[end - 1] > widest) widest = period[end - 1];
  }
  const cohorts = first === Infinity ? 0 : last - first + 1;
  const width = widest + 1;
  const size = new Float64Array(cohorts);
  const active = new Float64Array(cohorts * width);
  for (let c = 0; c < count; c++) {
    if (!inView[c] || cohort[c] === NO_DAY) continue;
    size[cohort[c] - first]++;
    countCustomer(scope.purchase, orderStart[c], orderStart[c + 1], period, mode, active, (cohort[c] - first) * width);
  }
  return cellsOf(first, cohorts, width, size, active);
}

/** @param row where the cells of the customer's cohort begin in `active` */
function countCustomer(
  purchase: Uint8Array,
  from: number,
  to: number,
  period: Int32Array,
  mode: CohortMode,
  active: Float64Array,
  row: number,
): void {
  let seen = -1;
  for (let order = from; order < to; order++) {
    if (!purchase[order] || period[order] <= seen) continue;
    if (mode === 'on') active[row + period[order]]++;
    else for (let k = seen + 1; k <= period[order]; k++) active[row + k]++;
    seen = period[order];
  }
}

function cellsOf(first: number, cohorts: number, width: number, size: Float64Array, active: Float64Array): CohortCells {
  const cells: [number, number, number, number][] = [];
  for (let row = 0; row < cohorts; row++) {
    if (size[row] === 0) continue;
    for (let k = 0; k < width; k++) {
      if (k === 0 || active[row * width + k] > 0) cells.push([first + row, k, size[row], active[row * width + k]]);
    }
  }
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(cells, (cell) => cell[at]);
  return { cohort: column(0), period: column(1), cohort_size: column(2), active: column(3) };
}

/** Customers of one cohort, or those of them active in one period: the list behind a cell. */
export function cohortMembers(
  facts: Facts,
  scope: Scope,
  unit: CohortUnit,
  mode: CohortMode,
  which: { cohort: number | null; period: number | null },
): Int32Array {
  const cohort = cohortOfCustomers(facts, unit);
  const period = which.period === null ? null : periodOfOrders(facts, unit);
  const found: number[] = [];
  for (let c = 0; c < facts.customers.count; c++) {
    if (!scope.customer[c] || cohort[c] === NO_DAY) continue;
    if (which.cohort !== null && cohort[c] !== which.cohort) continue;
    if (period && !activeInPeriod(facts, scope, c, period, mode, which.period!)) continue;
    found.push(c);
  }
  return Int32Array.from(found);
}

/** Whether a customer bought in a period, or (`on_or_after`) in it or a later one. */
export function activeInPeriod(
  facts: Facts,
  scope: Scope,
  c: number,
  period: Int32Array,
  mode: CohortMode,
  wanted: number,
): boolean {
  const { orderStart } = facts.customers;
  for (let order = orderStart[c]; order < orderStart[c + 1]; order++) {
    if (!scope.purchase[order]) continue;
    if (mode === 'on' ? period[order] === wanted : period[order] >= wanted) return true;
  }
  return false;
}
