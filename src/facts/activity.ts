import { NO_DAY, type Day } from '../domain/calendar';
import type { Facts } from './facts';
import type { Scope } from './scope';
import { isUsable } from './stays';

/** A stretch of days on which a customer is active (METRICS.md rule 15). */
export interface Run {
  readonly customer: number;
  readonly from: Day;
  /** The first day on which the customer is gone; Infinity for one who is active at the end of observation. */
  readonly until: Day;
  /** Whether the customer was won with it: nothing of the whole file lies before. */
  readonly isFirst: boolean;
  /** Whether the customer was active before, and gone in between. */
  readonly isReturn: boolean;
}

/**
 * Every stretch in which customers in view are active: under contract where contracts tell, else from a purchase to N days after
 * the last that follow each other within them. A filter of lines leaves purchases of these lines.
 * @param byContract contracts tell of customers who have one; the others by purchases
 * @param days N; null: who has bought is active from then on
 */
export function scanRuns(
  facts: Facts,
  scope: Scope,
  byContract: boolean,
  days: number | null,
  visit: (run: Run) => void,
): void {
  const underContract = byContract ? contractRuns(facts, scope, visit) : null;
  for (let c = 0; c < facts.customers.count; c++)
    if (!underContract?.[c]) purchaseRuns(facts, scope, c, days ?? Infinity, visit);
}

/** Contracts that overlap, or follow by the next day, are one stretch. Returns whom a contract tells of. */
function contractRuns(facts: Facts, scope: Scope, visit: (run: Run) => void): Uint8Array {
  const told = new Uint8Array(facts.customers.count);
  const { contracts } = facts;
  const count = contracts?.count ?? 0;
  let row = 0;
  while (row < count) {
    const c = contracts!.customer[row];
    let [from, until] = [NO_DAY, NO_DAY];
    let runs = 0;
    const close = () => {
      if (from === NO_DAY || !scope.customer[c]) return;
      visit({ customer: c, from, until, isFirst: runs === 0, isReturn: runs > 0 });
      runs++;
    };
    for (; row < count && contracts!.customer[row] === c; row++) {
      if (!isUsable(facts, row)) continue;
      told[c] = 1;
      const end = contracts!.endedOn[row] === NO_DAY ? Infinity : contracts!.endedOn[row];
      if (from === NO_DAY || contracts!.start[row] > until + 1) {
        close();
        [from, until] = [contracts!.start[row], end];
      } else until = Math.max(until, end);
    }
    close();
  }
  return told;
}

function purchaseRuns(facts: Facts, scope: Scope, c: number, days: number, visit: (run: Run) => void): void {
  const { customers, orders, observed } = facts;
  let [from, last] = [NO_DAY, NO_DAY];
  let runs = 0;
  const close = () => {
    if (from === NO_DAY) return;
    const gone = last + days;
    const until = observed && gone <= observed.until ? gone : Infinity;
    visit({ customer: c, from, until, isFirst: from === customers.firstDay[c], isReturn: runs > 0 });
    runs++;
  };
  for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++) {
    if (!scope.purchaseAnyDay[order]) continue;
    const day = orders.day[order];
    if (from === NO_DAY || day > last + days) {
      close();
      from = day;
    }
    last = day;
  }
  close();
}
