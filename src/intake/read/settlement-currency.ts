import type { RawTable } from './raw-table';

/**
 * A settlement report of Amazon names its currency on the row of the settlement's sum alone: it is that of all rows of the settlement.
 * Tables of anything else come through untouched.
 */
export function completeSettlementCurrency(table: RawTable): RawTable {
  const [settlement, sum, currency, type] = ['settlement-id', 'total-amount', 'currency', 'transaction-type'].map(
    (name) => table.header.indexOf(name),
  );
  if ([settlement, sum, currency, type].includes(-1)) return table;
  const { codes: ids } = table.columns[settlement];
  const { codes, values } = table.columns[currency];
  const known = new Map<number, number>();
  for (const [row, code] of codes.entries()) if (code >= 0 && !known.has(ids[row])) known.set(ids[row], code);
  const filled = codes.map((code, row) => (code >= 0 ? code : (known.get(ids[row]) ?? -1)));
  const columns = table.columns.map((column, i) => (i === currency ? { codes: filled, values } : column));
  return { ...table, columns };
}
