import type { TextColumn } from '../../domain/columns';
import { blanksOf } from '../values/read-columns';

/** The rows of each order of a table, in the order of the file. A row without an order id is an order of its own. */
export interface OrderGroups {
  readonly count: number;
  /** The order of each row, numbered as they first appear. */
  readonly orderOf: Int32Array;
  /** Where in `rows` each order begins; length count + 1. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Rows of one order id; of one customer, too, where ids are used again by others (METRICS rule 4).
 * @param order null where no order is mapped: each row is one of its own
 */
export function groupOrders(tableRows: number, order: TextColumn | null, customer: TextColumn | null): OrderGroups {
  const orderOf = new Int32Array(tableRows);
  if (!order) {
    for (let row = 0; row < tableRows; row++) orderOf[row] = row;
    return withRows(orderOf, tableRows);
  }
  const blank = blanksOf(order);
  const shared = customer ? sharedIds(order, customer) : null;
  const numberOf = new Int32Array(order.values.length).fill(-1);
  const byPair = new Map<number, number>();
  let count = 0;
  for (let row = 0; row < tableRows; row++) {
    const code = order.codes[row];
    if (code < 0 || blank[code]) orderOf[row] = count++;
    else if (shared?.[code]) {
      const pair = code * (customer!.values.length + 1) + customer!.codes[row] + 1;
      let known = byPair.get(pair);
      if (known === undefined) byPair.set(pair, (known = count++));
      orderOf[row] = known;
    } else {
      if (numberOf[code] < 0) numberOf[code] = count++;
      orderOf[row] = numberOf[code];
    }
  }
  return withRows(orderOf, count);
}

/** 1 for ids under which several customers have orders; null where there are none. */
function sharedIds(order: TextColumn, customer: TextColumn): Uint8Array | null {
  const first = new Int32Array(order.values.length).fill(-1);
  let shared: Uint8Array | null = null;
  for (let row = 0; row < order.codes.length; row++) {
    const code = order.codes[row];
    const who = customer.codes[row];
    if (code < 0 || who < 0) continue;
    if (first[code] < 0) first[code] = who;
    else if (first[code] !== who) (shared ??= new Uint8Array(order.values.length))[code] = 1;
  }
  return shared;
}

function withRows(orderOf: Int32Array, count: number): OrderGroups {
  const start = new Int32Array(count + 1);
  for (const order of orderOf) start[order + 1]++;
  for (let order = 0; order < count; order++) start[order + 1] += start[order];
  const next = start.slice(0, count);
  const rows = new Int32Array(orderOf.length);
  for (let row = 0; row < orderOf.length; row++) rows[next[orderOf[row]]++] = row;
  return { count, orderOf, start, rows };
}
