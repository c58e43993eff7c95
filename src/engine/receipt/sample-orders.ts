import { NO_DAY } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import { MONEY_SCALE } from '../../domain/money';
import type { SampleLine, SampleOrder } from '../../domain/receipt';
import type { Facts } from '../../facts/facts';

const MOST_LINES = 4;

/** The first purchase by day, the one in the middle and the last; purchases without a day come last. */
export function sampleOrders(facts: Facts, files: readonly { readonly name: string }[]): SampleOrder[] {
  const { orders } = facts;
  const byDay = new Map<number, number>();
  let count = 0;
  for (let order = 0; order < orders.count; order++) {
    if (!orders.isPurchase[order]) continue;
    count++;
    byDay.set(sortKeyOf(orders.day[order]), (byDay.get(sortKeyOf(orders.day[order])) ?? 0) + 1);
  }
  const days = [...byDay].sort((a, b) => a[0] - b[0]);
  const ranks = [...new Set(count === 0 ? [] : [0, (count - 1) >> 1, count - 1])];
  return ranks.map((rank) => tellOrder(facts, files, orderOfRank(facts, days, rank)));
}

const sortKeyOf = (day: number) => (day === NO_DAY ? Infinity : day);

/** The purchase that so many come before, by day and then by their order in the facts. */
function orderOfRank({ orders }: Facts, days: readonly (readonly [number, number])[], rank: number): number {
  let left = rank;
  const [day] = days.find(([, purchases]) => {
    if (left < purchases) return true;
    left -= purchases;
    return false;
  })!;
  for (let order = 0; order < orders.count; order++) {
    if (!orders.isPurchase[order] || sortKeyOf(orders.day[order]) !== day) continue;
    if (left-- === 0) return order;
  }
  return -1;
}

function tellOrder(facts: Facts, files: readonly { readonly name: string }[], order: number): SampleOrder {
  const { orders, lines } = facts;
  const hasAmounts = facts.available.has('transactions.amount');
  const [start, end] = [orders.lineStart[order], orders.lineStart[order + 1]];
  let total = 0;
  for (let line = start; line < end; line++) total += lines.net[line];
  const day = orders.day[order];
  return {
    customer: nameOf(facts, orders.customer[order]),
    day: day === NO_DAY ? null : day,
    order: textAt(orders.id, order),
    lines: Array.from({ length: Math.min(MOST_LINES, end - start) }, (_, at) =>
      tellLine(facts, start + at, hasAmounts),
    ),
    more: Math.max(0, end - start - MOST_LINES),
    total: hasAmounts ? total : null,
    file: files[lines.file[start]]?.name ?? '',
    line: lines.sourceLine[start],
  };
}

function tellLine({ lines }: Facts, line: number, hasAmounts: boolean): SampleLine {
  const quantity = lines.quantity ? lines.quantity[line] : NaN;
  return {
    item: textAt(lines.product, line) || textAt(lines.category, line),
    quantity: Number.isNaN(quantity) ? null : quantity / MONEY_SCALE,
    amount: hasAmounts ? lines.net[line] : null,
  };
}

function nameOf({ customers }: Facts, customer: number): string | null {
  if (customer < 0) return null;
  return textAt(customers.names, customer) || customers.ids[customer];
}

const textAt = (column: TextColumn | null, row: number): string =>
  column && column.codes[row] >= 0 ? column.values[column.codes[row]] : '';
