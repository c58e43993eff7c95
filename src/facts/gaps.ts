import type { Facts } from './facts';

/** The gaps between successive purchase days of each customer who has bought on two days or more, in the whole file. */
export interface PurchaseGaps {
  /** `start[i] .. start[i + 1]` are the gaps of the i-th such customer. Length customers + 1. */
  readonly start: Int32Array;
  /** In days, at least 1, ascending within each customer. */
  readonly days: Int32Array;
  readonly customers: number;
}

const known = new WeakMap<Facts, PurchaseGaps>();

export function purchaseGaps(facts: Facts): PurchaseGaps {
  let gaps = known.get(facts);
  if (!gaps) known.set(facts, (gaps = findGaps(facts)));
  return gaps;
}

function findGaps({ orders, customers }: Facts): PurchaseGaps {
  const days = new Int32Array(orders.known);
  const start = new Int32Array(customers.count + 1);
  let found = 0;
  let many = 0;
  for (let c = 0; c < customers.count; c++) {
    const first = found;
    let day = 0;
    let isFirst = true;
    for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++) {
      if (!orders.isPurchase[order] || (!isFirst && orders.day[order] === day)) continue;
      if (!isFirst) days[found++] = orders.day[order] - day;
      day = orders.day[order];
      isFirst = false;
    }
    if (found === first) continue;
    days.subarray(first, found).sort();
    start[++many] = found;
  }
  return { start: start.slice(0, many + 1), days: days.slice(0, found), customers: many };
}
