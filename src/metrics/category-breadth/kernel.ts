import { NO_DAY, type Day } from '../../domain/calendar';
import { SALE } from '../../domain/columns';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Kernel, type Members } from '../metric';
import { DAYS, categoryBreadth } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** The last day that counts: of observation, or of the window. */
const lastDay = ({ observed }: Facts, { until }: Scope): Day => Math.min(observed?.until ?? NO_DAY, until);

/** How many periods since the first purchase are over for a customer; 0 without one. */
function periodsOver(facts: Facts, scope: Scope, customer: number, days: number): number {
  const first = facts.customers.firstDay[customer];
  if (first === NO_DAY || !scope.customer[customer] || facts.observed === null) return 0;
  return Math.max(0, Math.floor((lastDay(facts, scope) - first + 1) / days));
}

/** Adds up, for every period that is over, what each customer has held by its end. */
const kernel: Kernel<typeof categoryBreadth> = (facts, scope, { each }) => {
  const days = DAYS[each];
  const sums: { customers: number; categories: number; squares: number }[] = [];
  for (let customer = 0; customer < facts.customers.count; customer++) {
    const over = periodsOver(facts, scope, customer, days);
    if (over === 0) continue;
    const first = facts.customers.firstDay[customer];
    const taken = daysTakenUp(facts, scope, customer);
    let held = 0;
    for (let period = 0; period < over; period++) {
      while (held < taken.length && taken[held] <= first + (period + 1) * days - 1) held++;
      const sum = (sums[period] ??= { customers: 0, categories: 0, squares: 0 });
      sum.customers++;
      sum.categories += held;
      sum.squares += held * held;
    }
  }
  return {
    period: Float64Array.from(sums.keys()),
    customers: Float64Array.from(sums, ({ customers }) => customers),
    categories: Float64Array.from(sums, ({ categories }) => categories),
    squares: Float64Array.from(sums, ({ squares }) => squares),
  };
};

/** The days on which a customer first held each category, ascending; the window has no say. */
function daysTakenUp({ customers, orders, lines }: Facts, scope: Scope, customer: number): Day[] {
  const codes = lines.category?.codes;
  const { kind } = lines;
  const first = new Map<number, Day>();
  for (let order = customers.orderStart[customer]; order < customers.orderStart[customer + 1]; order++) {
    const day = orders.day[order];
    if (!codes || !scope.purchaseAnyDay[order] || day === NO_DAY) continue;
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      if (kind[line] !== SALE || codes[line] < 0 || (scope.line !== null && !scope.line[line])) continue;
      first.set(codes[line], Math.min(first.get(codes[line]) ?? day, day));
    }
  }
  return [...first.values()].sort((a, b) => a - b);
}

/** Customers for whom the period is over. */
const members: Members<typeof categoryBreadth> = (facts, scope, { each }, row) => {
  const found: number[] = [];
  for (let customer = 0; customer < facts.customers.count; customer++)
    if (periodsOver(facts, scope, customer, DAYS[each]) > Number(row['period'])) found.push(customer);
  return Int32Array.from(found);
};

export default defineComputation(categoryBreadth, { sql, kernel, members, derive });
