import { NO_DAY } from '../../domain/calendar';
import { RETURN, VOID } from '../../domain/columns';
import type { SalesTotals } from '../../domain/receipt';
import type { Facts } from '../../facts/facts';
import { scopeOf } from '../../facts/scope';
import { isUndatedPurchase } from '../../facts/summary';

/**
 * Sales of all files together, or of each: an order with lines in two files counts in both.
 * @param files how many files there are; null takes all lines together
 * @returns one entry for each file, or a single one
 */
export function salesTotals(facts: Facts, files: number | null, hasAmounts: boolean): SalesTotals[] {
  const tallies = Array.from({ length: files ?? 1 }, () => new Tally());
  const { orders, lines } = facts;
  const { amount, kind, day, file } = lines;
  const whole = scopeOf(facts, []);
  const isBought = (order: number) => orders.isPurchase[order] === 1 || isUndatedPurchase(facts, whole, order);
  for (let order = 0; order < orders.count; order++)
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      const tally = tallies[files === null ? 0 : file[line]];
      if (tally.lastOrder !== order) tally.addOrder(order, orders.customer[order], isBought(order));
      tally.addLine(Math.abs(amount[line]), kind[line], day[line]);
    }
  return tallies.map((tally) => tally.totals(hasAmounts));
}

/** Orders come sorted by customer, so that each customer is seen once. */
class Tally {
  lastOrder = -1;
  #customer = -1;
  #ofCustomer = 0;
  #orders = 0;
  #purchases = 0;
  #unnamed = 0;
  #customers = 0;
  #once = 0;
  #lines = 0;
  #gross = 0;
  #returned = 0;
  #from = Infinity;
  #until = -Infinity;

  addOrder(order: number, customer: number, isPurchase: boolean): void {
    this.lastOrder = order;
    this.#orders++;
    if (!isPurchase) return;
    this.#purchases++;
    if (customer < 0) {
      this.#unnamed++;
      return;
    }
    if (customer !== this.#customer) {
      this.#endCustomer();
      this.#customer = customer;
      this.#ofCustomer = 0;
      this.#customers++;
    }
    this.#ofCustomer++;
  }

  addLine(size: number, kind: number, day: number): void {
    this.#lines++;
    if (kind !== RETURN) this.#gross += size;
    if (kind === RETURN || kind === VOID) this.#returned += size;
    if (day === NO_DAY) return;
    if (day < this.#from) this.#from = day;
    if (day > this.#until) this.#until = day;
  }

  #endCustomer(): void {
    if (this.#ofCustomer === 1) this.#once++;
  }

  totals(hasAmounts: boolean): SalesTotals {
    this.#endCustomer();
    this.#ofCustomer = 0;
    const hasDays = this.#from <= this.#until;
    return {
      orders: this.#orders,
      purchases: this.#purchases,
      unnamed: this.#unnamed,
      customers: this.#customers,
      once: this.#once,
      lines: this.#lines,
      hasAmounts,
      gross: this.#gross,
      returned: this.#returned,
      net: this.#gross - this.#returned,
      from: hasDays ? this.#from : null,
      until: hasDays ? this.#until : null,
    };
  }
}
