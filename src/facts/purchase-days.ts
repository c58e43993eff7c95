import { NO_DAY, type Day } from '../domain/calendar';
import { MONEY_SCALE } from '../domain/money';
import type { Facts, Observed } from './facts';
import { moneyByOrder } from './order-sums';
import type { Scope } from './scope';

/** One row a known customer and distinct day with a purchase in view, by both. Net: of that day's purchases, as far as lines are in view. */
export interface PurchaseDays {
  readonly customer: Float64Array;
  readonly day: Float64Array;
  readonly net: Float64Array;
}

const known = new WeakMap<Scope, PurchaseDays>();

/** The shared summary of the models of repeat buying. The same arrays for the same scope: what is fitted to them is kept by them. */
export function purchaseDays(facts: Facts, scope: Scope): PurchaseDays {
  let days = known.get(scope);
  if (!days) known.set(scope, (days = collect(facts, scope)));
  return days;
}

function collect(facts: Facts, scope: Scope): PurchaseDays {
  const { orders } = facts;
  const { net } = moneyByOrder(facts, scope);
  const customer = new Float64Array(orders.known);
  const day = new Float64Array(orders.known);
  const money = new Float64Array(orders.known);
  let rows = 0;
  for (let order = 0; order < orders.known; order++) {
    if (!scope.purchase[order] || orders.day[order] === NO_DAY) continue;
    const isSame = rows > 0 && customer[rows - 1] === orders.customer[order] && day[rows - 1] === orders.day[order];
    if (!isSame) {
      customer[rows] = orders.customer[order];
      day[rows++] = orders.day[order];
    }
    money[rows - 1] += net[order];
  }
  return { customer: customer.slice(0, rows), day: day.slice(0, rows), net: money.slice(0, rows) };
}

/** Each customer's history up to the end of a day, of those who had bought by then; one entry a customer. Times in days. */
export interface CustomerHistories {
  readonly customer: Float64Array;
  readonly first: Float64Array;
  readonly x: Float64Array;
  readonly tx: Float64Array;
  readonly T: Float64Array;
  /** Mean net a purchase day without the first day, in currency units; NaN without a repeat purchase. */
  readonly mean: Float64Array;
  /** Rows of the purchase days where each customer's later days begin and end. */
  readonly after: Int32Array;
  readonly end: Int32Array;
}

const knownHistories = new WeakMap<Float64Array, Map<Day, CustomerHistories>>();

/** Histories up to the end of a day. The same arrays for the same purchase days: fits are kept by them. */
export function historiesUntil(days: PurchaseDays, until: Day): CustomerHistories {
  let byEnd = knownHistories.get(days.customer);
  if (!byEnd) knownHistories.set(days.customer, (byEnd = new Map<Day, CustomerHistories>()));
  let histories = byEnd.get(until);
  if (!histories) byEnd.set(until, (histories = cutHistories(days, until)));
  return histories;
}

function cutHistories({ customer, day, net }: PurchaseDays, until: Day): CustomerHistories {
  const rows: number[][] = [];
  for (let row = 0; row < customer.length;) {
    const start = row;
    let last = -1;
    let spent = 0;
    for (; row < customer.length && customer[row] === customer[start]; row++) {
      if (day[row] > until) continue;
      if (row > start) spent += net[row];
      last = row;
    }
    if (last < 0) continue;
    const x = last - start;
    rows.push([
      customer[start],
      day[start],
      x,
      day[last] - day[start],
      until - day[start],
      x > 0 ? spent / x / MONEY_SCALE : NaN,
      last + 1,
      row,
    ]);
  }
  const column = (at: number) => Float64Array.from(rows, (values) => values[at]);
  const places = (at: number) => Int32Array.from(rows, (values) => values[at]);
  return {
    customer: column(0),
    first: column(1),
    x: column(2),
    tx: column(3),
    T: column(4),
    mean: column(5),
    after: places(6),
    end: places(7),
  };
}

/** The end of the calibration of a hold-out: the day asked for, else after two thirds of the window. */
export function calibrationEnd(window: Observed, given: Day | null): Day {
  return Math.min(given ?? window.from + Math.floor((2 * (window.until - window.from)) / 3), window.until);
}
