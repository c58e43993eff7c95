import { csvBlob } from '../../../charts/export-csv';
import { formatDay } from '../../../domain/calendar';
import type { CustomerRow } from '../../../domain/customer-list';
import { formatMoneyPlain } from '../../../domain/money';

/** A list of customers for a mailing: name, contact columns, and their net in the period before. */
export function mailOut(customers: readonly CustomerRow[], byProfit: boolean): Blob {
  const attributes = Object.keys(customers[0]?.attributes ?? {});
  const header = [
    'customer',
    'name',
    'email',
    ...attributes,
    'net_sales_before',
    ...(byProfit ? ['profit_before'] : []),
    'last_purchase',
  ];
  const lines = customers.map((row) => [
    row.id,
    row.name,
    row.email,
    ...attributes.map((name) => row.attributes[name] ?? ''),
    formatMoneyPlain(row.net),
    ...(byProfit ? [row.profit === null ? null : formatMoneyPlain(row.profit)] : []),
    row.last === null ? null : formatDay(row.last),
  ]);
  return csvBlob(header, lines);
}
