-- What each fifth of the customers is worth.
-- Grain: one row per quintile with anyone in view. Every customer with a transaction line in the whole file is ranked
-- by profit (by net, if so chosen or without cost), best first, ties by key; money and categories are those in view.
WITH valued AS (
  SELECT l.customer_key, CASE WHEN o."by" = 'net' THEN SUM(l.net) ELSE COALESCE(SUM(l.profit), SUM(l.net)) END AS value
  FROM lines AS l CROSS JOIN options AS o WHERE l.customer_key IS NOT NULL GROUP BY l.customer_key, o."by"
),
ranked AS (SELECT customer_key, NTILE(5) OVER (ORDER BY value DESC, customer_key) AS quintile FROM valued),
money AS (
  SELECT customer_key, SUM(net) AS net, SUM(profit) AS profit
  FROM scoped_lines WHERE customer_key IS NOT NULL GROUP BY customer_key
),
held AS (
  SELECT customer_key, COUNT(DISTINCT category_key) AS categories
  FROM scoped_holdings WHERE customer_key IS NOT NULL GROUP BY customer_key
)
SELECT r.quintile, COUNT(*) AS customers, SUM(COALESCE(m.net, 0)) AS net, SUM(COALESCE(m.profit, 0)) AS profit,
  SUM(COALESCE(h.categories, 0)) AS categories
FROM ranked AS r
JOIN scope_customers AS s ON s.customer_key = r.customer_key
LEFT JOIN money AS m ON m.customer_key = r.customer_key
LEFT JOIN held AS h ON h.customer_key = r.customer_key
GROUP BY r.quintile
ORDER BY r.quintile
