import type { FilterField } from '../domain/database-table';
import { quoteName } from './quote';

const NAMED = [
  { column: 'product', lookup: 'products' },
  { column: 'category', lookup: 'categories' },
  { column: 'channel', lookup: 'channels' },
  { column: 'department', lookup: 'departments' },
];

/**
 * `transactions`: every line with its names, dates as text and money in currency units, for the console;
 * `scoped_transactions`: those in view. SQLite only: no metric reads these.
 */
export function readableViews(fields: readonly FilterField[]): string[] {
  const attributes = fields
    .filter((field) => field.kind === 'line')
    .filter(({ lookup }) => !NAMED.some((named) => named.lookup === lookup));
  const texts = [...NAMED.map(({ column, lookup }) => ({ column, lookup, key: `${column}_key` })), ...attributes];
  const select = (lines: string) => `SELECT c.customer_id, c.name AS customer_name, o.order_id,
  date(l.day * 86400, 'unixepoch') AS date, substr(date(l.day * 86400, 'unixepoch'), 1, 7) AS month,
  ${texts.map(({ column }, at) => `t${at}.${quoteName(column)}`).join(', ')},
  CASE l.kind WHEN 0 THEN 'sale' WHEN 1 THEN 'return' ELSE 'void' END AS kind,
  l.quantity / 10000.0 AS quantity, l.amount / 10000.0 AS amount, l.net / 10000.0 AS net, l.profit / 10000.0 AS profit,
  o.is_purchase AS in_purchase
FROM ${lines} AS l
JOIN orders AS o ON o.order_key = l.order_key
LEFT JOIN customers AS c ON c.customer_key = l.customer_key
${texts.map(({ lookup, key }, at) => `LEFT JOIN ${quoteName(lookup)} AS t${at} ON t${at}.${quoteName(key)} = l.${quoteName(key)}`).join('\n')}`;
  return [
    `CREATE VIEW transactions AS ${select('lines')}`,
    `CREATE VIEW scoped_transactions AS ${select('scoped_lines')}`,
  ];
}
