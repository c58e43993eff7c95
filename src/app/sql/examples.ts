export interface Example {
  readonly title: string;
  readonly sql: string;
}

/** Statements that are offered when the field is empty. Each runs on any file of transactions. */
export const EXAMPLES: readonly Example[] = [
  {
    title: 'Net by month',
    sql: `SELECT month, COUNT(DISTINCT customer_id) AS customers, ROUND(SUM(net), 2) AS net
FROM scoped_transactions
GROUP BY month
ORDER BY month`,
  },
  {
    title: 'The ten customers who bring most',
    sql: `SELECT customer_id, customer_name, COUNT(DISTINCT order_id) AS orders, ROUND(SUM(net), 2) AS net
FROM scoped_transactions
WHERE customer_id IS NOT NULL
GROUP BY customer_id, customer_name
ORDER BY net DESC
LIMIT 10`,
  },
  {
    title: 'What the best fifth buys',
    sql: `SELECT category, product, COUNT(*) AS lines, ROUND(SUM(t.net), 2) AS net
FROM scoped_transactions AS t
JOIN customers AS c ON c.customer_id = t.customer_id
WHERE c.value_quintile = 1
GROUP BY category, product
ORDER BY net DESC
LIMIT 50`,
  },
  {
    title: 'Customers who bought once and not again',
    sql: `SELECT c.customer_id, c.name, date(MAX(p.day) * 86400, 'unixepoch') AS bought_on
FROM scoped_purchases AS p
JOIN customers AS c ON c.customer_key = p.customer_key
GROUP BY p.customer_key
HAVING COUNT(*) = 1
ORDER BY bought_on DESC`,
  },
  {
    title: 'Returns by product',
    sql: `SELECT product,
  SUM(kind = 'sale') AS sold_lines,
  SUM(kind = 'return') AS returned_lines,
  ROUND(100.0 * SUM(kind = 'return') / COUNT(*), 1) AS percent
FROM scoped_transactions
GROUP BY product
HAVING returned_lines > 0
ORDER BY percent DESC`,
  },
  { title: 'How the tables are made', sql: 'SELECT type, name, sql\nFROM sqlite_master\nORDER BY type, name' },
];
