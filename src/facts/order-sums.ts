import { SALE } from '../domain/columns';
import type { Facts } from './facts';
import type { Scope } from './scope';

export type ItemField = 'category' | 'product';

/** The different items of each order's sale lines that the line filter keeps: `item[start[o]] .. item[start[o + 1] - 1]`. */
export interface OrderItems {
  readonly start: Int32Array;
  /** Codes of the field's dictionary. */
  readonly item: Int32Array;
}
/** Money of each order's lines that the line filter keeps. */
export interface OrderMoney {
  readonly net: Float64Array;
  /** Null without cost or margin. */
  readonly profit: Float64Array | null;
  /** 1 where all of these lines are of the order's day. */
  readonly oneDay: Uint8Array;
}
interface Sums {
  money?: OrderMoney;
  readonly items: { [Field in ItemField]?: OrderItems };
}

/** A brush moves the window alone: what a line filter leaves of each order is worked out once, for all metrics. */
const ofFacts = new WeakMap<Facts, Sums>();
const ofLines = new WeakMap<Uint8Array, Sums>();

function sumsOf(facts: Facts, scope: Scope): Sums {
  const known = scope.line === null ? ofFacts.get(facts) : ofLines.get(scope.line);
  if (known) return known;
  const sums: Sums = { items: {} };
  if (scope.line === null) ofFacts.set(facts, sums);
  else ofLines.set(scope.line, sums);
  return sums;
}

export function itemsByOrder(facts: Facts, scope: Scope, field: ItemField): OrderItems {
  return (sumsOf(facts, scope).items[field] ??= collectItems(facts, scope.line, field));
}
export function moneyByOrder(facts: Facts, scope: Scope): OrderMoney {
  return (sumsOf(facts, scope).money ??= addMoney(facts, scope.line));
}

function collectItems({ orders, lines }: Facts, keep: Uint8Array | null, field: ItemField): OrderItems {
  const start = new Int32Array(orders.count + 1);
  const column = lines[field];
  if (!column) return { start, item: new Int32Array(0) };
  const { codes, values } = column;
  const { kind } = lines;
  const seenIn = new Int32Array(values.length).fill(-1);
  const item = new Int32Array(lines.count);
  let at = 0;
  for (let order = 0; order < orders.count; order++) {
    const end = orders.lineStart[order + 1];
    for (let line = orders.lineStart[order]; line < end; line++) {
      const code = codes[line];
      if (code < 0 || kind[line] !== SALE || seenIn[code] === order || (keep !== null && keep[line] === 0)) continue;
      seenIn[code] = order;
      item[at++] = code;
    }
    start[order + 1] = at;
  }
  return { start, item: item.slice(0, at) };
}

function addMoney({ orders, lines }: Facts, keep: Uint8Array | null): OrderMoney {
  const net = new Float64Array(orders.count);
  const profit = lines.profit && new Float64Array(orders.count);
  const oneDay = new Uint8Array(orders.count).fill(1);
  const { net: netOf, profit: profitOf, day } = lines;
  for (let order = 0; order < orders.count; order++) {
    const end = orders.lineStart[order + 1];
    for (let line = orders.lineStart[order]; line < end; line++) {
      if (keep !== null && keep[line] === 0) continue;
      net[order] += netOf[line];
      if (profit) profit[order] += profitOf![line];
      if (day[line] !== orders.day[order]) oneDay[order] = 0;
    }
  }
  return { net, profit, oneDay };
}

/** Money of each customer; 0 for those out of view. */
export interface CustomerMoney {
  readonly net: Float64Array;
  /** Null without cost or margin. */
  readonly profit: Float64Array | null;
}

const inView = new WeakMap<Scope, CustomerMoney>();

/** What the lines in view leave, by customer: lines that the line filter keeps, inside the window. Added up once for all metrics. */
export function moneyInView(facts: Facts, scope: Scope): CustomerMoney {
  let money = inView.get(scope);
  if (!money) inView.set(scope, (money = addMoneyInView(facts, scope)));
  return money;
}

function addMoneyInView(facts: Facts, scope: Scope): CustomerMoney {
  const { customers, orders, lines } = facts;
  const { from, until, line: keep } = scope;
  const sums = moneyByOrder(facts, scope);
  const net = new Float64Array(customers.count);
  const profit = lines.profit && new Float64Array(customers.count);
  for (let order = 0; order < orders.known; order++) {
    const customer = orders.customer[order];
    if (scope.customer[customer] === 0) continue;
    if (sums.oneDay[order] === 1) {
      if (orders.day[order] < from || orders.day[order] > until) continue;
      net[customer] += sums.net[order];
      if (profit) profit[customer] += sums.profit![order];
      continue;
    }
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      const day = lines.day[line];
      if (day < from || day > until || (keep !== null && keep[line] === 0)) continue;
      net[customer] += lines.net[line];
      if (profit) profit[customer] += lines.profit[line];
    }
  }
  return { net, profit };
}

/** How many different items each customer holds through purchases in view. */
export function countHeldItems(facts: Facts, scope: Scope, field: ItemField): Int32Array {
  const { customers, orders, lines } = facts;
  const { start, item } = itemsByOrder(facts, scope, field);
  const held = new Int32Array(customers.count);
  const seenBy = new Int32Array(lines[field]?.values.length ?? 0).fill(-1);
  for (let order = 0; order < orders.known; order++) {
    if (scope.purchase[order] === 0) continue;
    const customer = orders.customer[order];
    const end = start[order + 1];
    let fresh = 0;
    for (let at = start[order]; at < end; at++) {
      const code = item[at];
      fresh += isOther(seenBy[code], customer);
      seenBy[code] = customer;
    }
    held[customer] += fresh;
  }
  return held;
}

/** 1 where two whole numbers differ, else 0; without a branch, since in a scan of items nobody can foretell which. */
export const isOther = (a: number, b: number): number => {
  const difference = a ^ b;
  return (difference | -difference) >>> 31;
};
