import { monthOfDay } from '../../domain/calendar';
import { SALE } from '../../domain/columns';
import { lineInView } from '../../facts/scope';
import { unitsInView } from '../../facts/unit-flow';
import { defineComputation, type Kernel, type Members } from '../metric';
import { kpiTree } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

const ONE_ITEM = 10_000;

/** Adds up lines by their own month, purchases and their items by the purchase's. */
const kernel: Kernel<typeof kpiTree> = (facts, scope) => {
  const { orders, lines } = facts;
  const months = unitsInView(facts, scope, 'month');
  const first = months[0] ?? 0;
  const column = () => new Float64Array(months.length);
  const base = {
    month: Float64Array.from(months),
    net: column(),
    customers: column(),
    orders: column(),
    items: column(),
  };
  const { day, net, kind, quantity } = lines;
  // Orders of a customer stand together, by date.
  const lastBuyer = new Int32Array(months.length).fill(-1);
  for (let order = 0; order < orders.known; order++) {
    const customer = orders.customer[order];
    if (scope.customer[customer] === 0) continue;
    const at = orders.month[order] - first;
    const bought = scope.purchase[order] === 1 && at >= 0 && at < months.length;
    if (bought) {
      base.orders[at]++;
      if (lastBuyer[at] !== customer) base.customers[at]++;
      lastBuyer[at] = customer;
    }
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      if (bought && kind[line] === SALE && (scope.line === null || scope.line[line] === 1))
        base.items[at] += quantity === null || Number.isNaN(quantity[line]) ? ONE_ITEM : quantity[line];
      const own = monthOfDay(day[line]) - first;
      if (own >= 0 && own < months.length && lineInView(facts, scope, line)) base.net[own] += net[line];
    }
  }
  return base;
};

const members: Members<typeof kpiTree> = ({ orders }, scope, _options, row) => {
  const wanted = Number(row['month']);
  const found = new Set<number>();
  for (let order = 0; order < orders.known; order++)
    if (scope.purchase[order] === 1 && orders.month[order] === wanted) found.add(orders.customer[order]);
  return Int32Array.from(found).sort();
};

export default defineComputation(kpiTree, { sql, kernel, members, derive });
