import { SALE } from '../../domain/columns';
import type { Facts } from '../../facts/facts';
import type { ItemField } from '../../facts/order-sums';
import type { Scope } from '../../facts/scope';

/** One row a known customer, item and day on which purchases in view hold it, by customer, item and day. */
export interface ItemDays {
  readonly customer: Float64Array;
  readonly item: Float64Array;
  readonly day: Float64Array;
  /** Profit of the sale lines; net where no file has a cost. */
  readonly value: Float64Array;
  /** Known customers with a purchase in view, whatever they hold; the same in every row. */
  readonly n: Float64Array;
}

/** The shared summary of offers: who bought what when, and what it brought. */
export function itemDays(facts: Facts, scope: Scope, field: ItemField): ItemDays {
  const { customers, orders, lines } = facts;
  const codes = lines[field]?.codes;
  const { kind } = lines;
  const value = lines.profit ?? lines.net;
  const rows: [number, number, number, number][] = [];
  let n = 0;
  for (let customer = 0; customer < customers.count; customer++) {
    const own = new Map<string, [number, number, number, number]>();
    let bought = false;
    for (let order = customers.orderStart[customer]; order < customers.orderStart[customer + 1]; order++) {
      if (!scope.purchase[order]) continue;
      bought = true;
      for (let line = orders.lineStart[order]; codes && line < orders.lineStart[order + 1]; line++) {
        if (kind[line] !== SALE || codes[line] < 0 || (scope.line !== null && !scope.line[line])) continue;
        const key = `${codes[line]} ${orders.day[order]}`;
        const row = own.get(key);
        if (row) row[3] += value[line];
        else own.set(key, [customer, codes[line], orders.day[order], value[line]]);
      }
    }
    if (bought) n++;
    rows.push(...[...own.values()].sort((a, b) => a[1] - b[1] || a[2] - b[2]));
  }
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    customer: column(0),
    item: column(1),
    day: column(2),
    value: column(3),
    n: new Float64Array(rows.length).fill(n),
  };
}
