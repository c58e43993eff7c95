import { lastDayOfMonth, firstDayOfMonth, monthOfDay, NO_DAY, type Day } from '../../domain/calendar';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';
import { isUsable } from '../../facts/stays';

/** How many months before and after the end of term are looked at. Month 0 is the month after the end. */
export const MONTHS_BEFORE = 12;
export const MONTHS_AFTER = 12;

/** The same day of the month so many months on; a day that the month lacks becomes its last. */
function addMonths(day: Day, months: number): Day {
  const month = monthOfDay(day);
  const target = month + months;
  return Math.min(firstDayOfMonth(target) + day - firstDayOfMonth(month), lastDayOfMonth(target));
}

/**
 * The first days of the months around an end of term, from `-MONTHS_BEFORE` on, and of the month after the last: month 0
 * begins on the day after the end.
 */
export function monthsAround(endOfTerm: Day): Int32Array {
  const count = MONTHS_BEFORE + MONTHS_AFTER + 1;
  return Int32Array.from({ length: count + 1 }, (_, at) => addMonths(endOfTerm + 1, at - MONTHS_BEFORE));
}

/** Whether a contract's end left its customer without any: no other runs on, or follows by the next day. */
function leavesOf(facts: Facts): Uint8Array {
  const { count, customer, start, endedOn } = facts.contracts!;
  const leaves = new Uint8Array(count);
  for (let row = 0, from = 0; row < count; row++) {
    if (customer[row] !== customer[from]) from = row;
    if (endedOn[row] === NO_DAY || !isUsable(facts, row)) continue;
    leaves[row] = 1;
    for (let other = from; other < count && customer[other] === customer[row]; other++) {
      const goesOn = endedOn[other] === NO_DAY || endedOn[other] > endedOn[row];
      if (other !== row && goesOn && start[other] <= endedOn[row] + 1 && isUsable(facts, other)) leaves[row] = 0;
    }
  }
  return leaves;
}

/**
 * Calls `visit` for every contract of a customer in view and every month around its end of term that it entered alive and
 * that observation and window cover whole; `left`: it ended in that month and left its customer without any.
 * Rows of a customer come together.
 */
export function scanTerms(
  facts: Facts,
  scope: Scope,
  visit: (row: number, monthsFromEnd: number, left: boolean) => void,
): void {
  const { contracts, observed } = facts;
  if (!contracts || !observed) return;
  const { count, customer, start, endOfTerm, endedOn } = contracts;
  const leaves = leavesOf(facts);
  const months = new Map<Day, Int32Array>();
  const until = scope.windowed ? Math.min(observed.until, scope.until) : observed.until;
  for (let row = 0; row < count; row++) {
    if (endOfTerm[row] === NO_DAY || !scope.customer[customer[row]] || !isUsable(facts, row)) continue;
    let bounds = months.get(endOfTerm[row]);
    if (!bounds) months.set(endOfTerm[row], (bounds = monthsAround(endOfTerm[row])));
    for (let at = 0; at < bounds.length - 1; at++) {
      const [opens, closes] = [bounds[at], bounds[at + 1]];
      if (opens < start[row] || closes - 1 > until || (scope.windowed && opens < scope.from)) continue;
      if (endedOn[row] !== NO_DAY && endedOn[row] < opens) break;
      visit(row, at - MONTHS_BEFORE, leaves[row] === 1 && endedOn[row] < closes);
    }
  }
}
