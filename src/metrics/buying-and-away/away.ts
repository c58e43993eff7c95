import { monthOfDay, NO_DAY } from '../../domain/calendar';
import type { Facts } from '../../facts/facts';
import type { Scope } from '../../facts/scope';

/**
 * Every stretch of months in which a customer is buying (a purchase in that month or one of the `months` - 1 before) or away,
 * from one purchase month to the next: `until` is the first month after it, Infinity without a later purchase.
 * Purchases of any day count. `isNew` marks a stretch that begins with the first purchase of the whole file.
 */
export function scanStretches(
  facts: Facts,
  scope: Scope,
  months: number,
  visit: (customer: number, stretch: { from: number; until: number; buying: boolean; isNew: boolean }) => void,
): void {
  const { customers, orders } = facts;
  for (let c = 0; c < customers.count; c++) {
    const first = customers.firstDay[c] === NO_DAY ? NO_DAY : monthOfDay(customers.firstDay[c]);
    let month = NO_DAY;
    const close = (next: number) => {
      if (month === NO_DAY) return;
      const away = month + months;
      visit(c, { from: month, until: Math.min(next, away), buying: true, isNew: month === first });
      if (next > away) visit(c, { from: away, until: next, buying: false, isNew: false });
    };
    for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++) {
      if (!scope.purchaseAnyDay[order] || orders.month[order] === month) continue;
      close(orders.month[order]);
      month = orders.month[order];
    }
    close(Infinity);
  }
}
