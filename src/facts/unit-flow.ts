import {
  firstDayOfUnit,
  lastDayOfUnit,
  NO_DAY,
  quarterOfMonth,
  unitOfDay,
  yearOfMonth,
  type CalendarUnit,
} from '../domain/calendar';
import { cuttingWindow, isInside } from './complete-periods';
import type { Facts } from './facts';
import type { Scope } from './scope';

export type FlowUnit = Exclude<CalendarUnit, 'week'>;
export const FLOWS = ['new', 'returning', 'resurrecting', 'dormant', 'lost'] as const;
export type Flow = (typeof FLOWS)[number];

/** The units between the first and the last observed day that no window cuts; ascending. */
export function unitsInView(facts: Facts, scope: Scope, unit: FlowUnit): number[] {
  const { observed } = facts;
  const units: number[] = [];
  if (!observed) return units;
  const window = cuttingWindow(scope, observed);
  const last = unitOfDay(unit, observed.until);
  for (let index = unitOfDay(unit, observed.from); index <= last; index++) {
    const days = { from: firstDayOfUnit(unit, index), until: lastDayOfUnit(unit, index) };
    if (isInside({ from: Math.max(days.from, observed.from), until: Math.min(days.until, observed.until) }, window))
      units.push(index);
  }
  return units;
}

const unitOfMonth = (unit: FlowUnit, month: number) =>
  unit === 'month' ? month : unit === 'quarter' ? quarterOfMonth(month) : yearOfMonth(month);

/**
 * Follows every customer through the units, by purchases on any day: the window only chooses units to look at.
 * Calls `visit` at most once for a customer, unit and flow. Units ascend for each flow of a customer.
 * @param lapse days without a purchase after which a customer is lost; null: nobody is
 */
export function scanFlows(
  facts: Facts,
  scope: Scope,
  unit: FlowUnit,
  lapse: number | null,
  visit: (flow: Flow, index: number, customer: number) => void,
): void {
  const { orders, customers, observed } = facts;
  const until = observed?.until ?? NO_DAY;
  for (let c = 0; c < customers.count; c++) {
    if (customers.firstDay[c] === NO_DAY) continue;
    const first = unitOfDay(unit, customers.firstDay[c]);
    let active = -1;
    let day = NO_DAY;
    let lost = -1;
    const lapseBefore = (next: number) => {
      if (lapse === null || day === NO_DAY || next <= day + lapse || day + lapse > until) return;
      const index = unitOfDay(unit, day + lapse);
      if (index !== lost) visit('lost', (lost = index), c);
    };
    for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++) {
      if (!scope.purchaseAnyDay[order]) continue;
      const index = unitOfMonth(unit, orders.month[order]);
      if (index !== active) {
        if (active >= 0 && index !== active + 1) visit('dormant', active + 1, c);
        visit(index === first ? 'new' : active >= 0 && index === active + 1 ? 'returning' : 'resurrecting', index, c);
        active = index;
      }
      lapseBefore(orders.day[order]);
      day = orders.day[order];
    }
    if (active >= 0) visit('dormant', active + 1, c);
    lapseBefore(Infinity);
  }
}
