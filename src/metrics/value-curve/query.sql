-- How much the best customers bring, by hundredths of the customers.
-- Grain: one row per hundredth from 0 to 100. Customers in view with a transaction line in the whole file are ranked by
-- profit in view (by net, if so chosen or without cost; by profit less what winning them cost, if so chosen: winning_costs,
-- for those won in view); the best h hundredths of n are the first ceil(h n / 100):
-- place p is among them if 100 (p - 1) < h n. weighted sums position x value within the hundredth, for Gini.
WITH known_profit AS (SELECT COUNT(profit) AS lines FROM lines),
money AS (
  SELECT l.customer_key, CASE WHEN o."by" = 'net' THEN SUM(l.net) ELSE COALESCE(SUM(l.profit), SUM(l.net)) END AS value
  FROM scoped_lines AS l CROSS JOIN options AS o WHERE l.customer_key IS NOT NULL GROUP BY l.customer_key, o."by"
),
valued AS (
  SELECT c.customer_key, COALESCE(m.value, 0) - COALESCE(k.cost, 0) AS value
  FROM scoped_customers AS c CROSS JOIN options AS o CROSS JOIN scope_window AS w CROSS JOIN known_profit AS p
  LEFT JOIN money AS m ON m.customer_key = c.customer_key
  LEFT JOIN winning_costs AS k ON k.customer_key = c.customer_key AND o."by" = 'contribution'
    AND p.lines > 0 AND (w.windowed = 0 OR (c.first_day >= w.from_day AND c.first_day <= w.until_day))
  WHERE c.has_lines = 1
),
size AS (SELECT COUNT(*) AS customers FROM valued),
ranked AS (SELECT value, ROW_NUMBER() OVER (ORDER BY value DESC, customer_key) AS place FROM valued),
placed AS (
  SELECT h.n AS hundredth, r.value, ROW_NUMBER() OVER (PARTITION BY h.n ORDER BY r.place) AS position
  FROM ranked AS r CROSS JOIN size AS s
  JOIN numbers AS h ON h.n >= 1 AND h.n <= 100
    AND 100 * (r.place - 1) < h.n * s.customers AND 100 * (r.place - 1) >= (h.n - 1) * s.customers
),
added AS (
  SELECT hundredth, COUNT(*) AS customers, SUM(value) AS value, SUM(position * value) AS weighted,
    SUM(CASE WHEN value < 0 THEN 1 ELSE 0 END) AS loss_makers
  FROM placed GROUP BY hundredth
)
SELECT h.n AS hundredth, SUM(COALESCE(a.customers, 0)) OVER (ORDER BY h.n) AS customers,
  SUM(COALESCE(a.value, 0)) OVER (ORDER BY h.n) AS value, COALESCE(a.weighted, 0) AS weighted,
  SUM(COALESCE(a.loss_makers, 0)) OVER (ORDER BY h.n) AS loss_makers
FROM numbers AS h CROSS JOIN size AS s LEFT JOIN added AS a ON a.hundredth = h.n
WHERE h.n <= 100 AND s.customers > 0
ORDER BY h.n
