import type { Dataset, TransactionColumns } from '../domain/columns';
import type { CustomerKeys } from './customers';
import type { UnifiedRecords } from './facts';
import { sumByCustomer } from './line-facts';
import { ntile5 } from './quintiles';

/**
 * @param customerOf the customer of each transaction row, -1 where unknown
 */
export function unifiedRecords(
  { unification }: Pick<Dataset, 'unification'>,
  keys: CustomerKeys,
  columns: TransactionColumns,
  customerOf: Int32Array,
): UnifiedRecords | null {
  if (!unification) return null;
  const { unit, units } = unification;
  const owner = ownersOf(columns, customerOf, units);
  const owners = units + keys.ids.length;
  const net = sumByCustomer(columns, columns.amount, owner, owners);
  const profit = columns.profit && sumByCustomer(columns, columns.profit, owner, owners);
  const hasLines = new Uint8Array(owners);
  for (const one of owner) if (one >= 0) hasLines[one] = 1;
  const fifth = ntile5(profit ?? net, hasLines);
  return {
    sources: unification.sources,
    source: unification.source,
    keys: unification.keys,
    customer: Int32Array.from(unification.customer, (id) => keys.indexOf(id)!),
    rule: unification.rule,
    score: Int32Array.from(unification.score, (chance) => (Number.isNaN(chance) ? -1 : Math.round(chance * 1e6))),
    net: Float64Array.from(unit, (one) => net[one]),
    fifth: Uint8Array.from(unit, (one) => fifth[one]),
  };
}

/** Who a row belonged to before: its unit, or a customer that no customers file lists; -1 where unknown. */
function ownersOf(columns: TransactionColumns, customerOf: Int32Array, units: number): Int32Array {
  const { unit } = columns;
  return customerOf.map((customer, row) => (unit && unit[row] >= 0 ? unit[row] : customer < 0 ? -1 : units + customer));
}
