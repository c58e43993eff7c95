import { NO_DAY } from '../domain/calendar';
import { RETURN, SALE, type TransactionColumns } from '../domain/columns';
import { numberOrders } from './order-numbers';

/** Lines grouped into orders (METRICS rule 4): permutations and boundaries only. */
export interface OrderGrouping {
  /** Rows of the columns, sorted by customer, date of the order, order. */
  readonly rows: Int32Array;
  /** Positions in `rows` where orders begin; length orders + 1. */
  readonly lineStart: Int32Array;
  readonly customer: Int32Array;
  readonly day: Int32Array;
  readonly known: number;
}

/** Stable counting sort of `items` by `keys[item]`, keys in 0 .. size - 1. */
export function countingSort(items: Int32Array, keys: Int32Array, size: number): Int32Array {
  const start = new Int32Array(size + 1);
  for (let i = 0; i < items.length; i++) start[keys[items[i]] + 1]++;
  for (let k = 0; k < size; k++) start[k + 1] += start[k];
  const sorted = new Int32Array(items.length);
  for (let i = 0; i < items.length; i++) sorted[start[keys[items[i]]]++] = items[i];
  return sorted;
}

/** Sorts lines by customer, time of the order and order; unknown customers (-1) come last. */
export function groupIntoOrders(columns: TransactionColumns, customerOf: Int32Array, customers: number): OrderGrouping {
  const { orderOf, firstRow } = numberOrders(columns, customerOf);
  const customer = firstRow.map((row) => customerOf[row]);
  const time = timeOfOrders(columns, orderOf, firstRow.length);
  const sorted = sortOrders(columns, { firstRow, customer, time }, customers);
  const lineStart = new Int32Array(sorted.length + 1);
  const next = new Int32Array(sorted.length);
  for (let row = 0; row < orderOf.length; row++) next[orderOf[row]]++;
  for (let at = 0; at < sorted.length; at++) {
    lineStart[at + 1] = lineStart[at] + next[sorted[at]];
    next[sorted[at]] = lineStart[at];
  }
  const rows = new Int32Array(orderOf.length);
  for (let row = 0; row < orderOf.length; row++) rows[next[orderOf[row]]++] = row;
  const firstUnknown = sorted.findIndex((order) => customer[order] < 0);
  return {
    rows,
    lineStart,
    known: firstUnknown < 0 ? sorted.length : firstUnknown,
    customer: sorted.map((order) => customer[order]),
    day: sorted.map((order) => (columns.day ? Math.floor(time[order] / DAY) : NO_DAY)),
  };
}

/** Seconds of a day, and one place before them for a bare date. */
const DAY = 86_401;

/**
 * The moment of each order's first sale line, of its first line where there is none; 0 without dates. A line without a day dates
 * nothing; orders of such lines alone come first and have no day.
 */
function timeOfOrders({ day, second, kind }: TransactionColumns, orderOf: Int32Array, orders: number): Float64Array {
  if (!day) return new Float64Array(orders);
  const time = new Float64Array(orders).fill(Infinity);
  const saleTime = new Float64Array(orders).fill(Infinity);
  for (let row = 0; row < orderOf.length; row++) {
    if (day[row] === NO_DAY) continue;
    const order = orderOf[row];
    const at = day[row] * DAY + (second ? second[row] + 1 : 0);
    if (at < time[order]) time[order] = at;
    if (kind[row] === SALE && at < saleTime[order]) saleTime[order] = at;
  }
  for (let order = 0; order < orders; order++) {
    if (saleTime[order] < Infinity) time[order] = saleTime[order];
    else if (time[order] === Infinity) time[order] = NO_DAY * DAY;
  }
  return time;
}

interface UnsortedOrders {
  readonly firstRow: Int32Array;
  readonly customer: Int32Array;
  readonly time: Float64Array;
}

/** By customer, then time, then the text of the id (orders without one first), then as they first appear. */
function sortOrders(
  columns: TransactionColumns,
  { firstRow, customer, time }: UnsortedOrders,
  customers: number,
): Int32Array {
  const slot = customer.map((who) => (who < 0 ? customers : who));
  const sorted = countingSort(
    slot.map((_, order) => order),
    slot,
    customers + 1,
  );
  const before = (a: number, b: number) => time[a] - time[b] || compareIds(columns, firstRow[a], firstRow[b]) || a - b;
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    let inOrder = true;
    for (; to < sorted.length && slot[sorted[to]] === slot[sorted[from]]; to++) {
      if (inOrder && before(sorted[to - 1], sorted[to]) > 0) inOrder = false;
    }
    if (!inOrder) sorted.subarray(from, to).sort(before);
    from = to;
  }
  return sorted;
}

function compareIds({ order }: TransactionColumns, rowA: number, rowB: number): number {
  const a = order ? order.codes[rowA] : -1;
  const b = order ? order.codes[rowB] : -1;
  if (a < 0 || b < 0 || a === b) return Math.sign(a + 1) - Math.sign(b + 1);
  return order!.values[a] < order!.values[b] ? -1 : 1;
}

/**
 * METRICS rule 4: an order with a sale line that is not wholly returned within the order, not (S > 0 and R >= S).
 * `keep` limits it to the lines of a line filter; null keeps all.
 */
export function isPurchase(
  kind: Uint8Array,
  amount: Float64Array,
  from: number,
  to: number,
  keep: Uint8Array | null,
): boolean {
  let sold = 0;
  let returned = 0;
  let hasSale = false;
  for (let line = from; line < to; line++) {
    if (keep && keep[line] === 0) continue;
    if (kind[line] === SALE) {
      hasSale = true;
      sold += amount[line];
    } else if (kind[line] === RETURN) {
      returned -= amount[line];
    }
  }
  return hasSale && !(sold > 0 && returned >= sold);
}
