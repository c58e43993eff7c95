-- What customers give us of what they spend with everyone: the summary from which shares are worked out.
-- Grain: one row per statement of a customer in view (kind 0 yearly spend, 1 our share in millionths, 2 our rank among
-- suppliers); where no file has any statement, one row per customer in view with a line (kind 3: categories held, of those
-- sold in the file). share_groups has the segment of each customer, -1 for none. own is the net of the 365 days to the end of observation, of the statement's category.
WITH own_by AS (
  SELECT l.customer_key, l.category_key, SUM(l.net) AS own
  FROM scoped_lines AS l CROSS JOIN observed AS e
  WHERE l.customer_key IS NOT NULL AND l.day > e.until_day - 365 GROUP BY l.customer_key, l.category_key
),
sold AS (
  SELECT COUNT(DISTINCT l.category_key) AS categories FROM lines AS l JOIN orders AS p ON p.order_key = l.order_key
  WHERE l.kind = 0 AND p.is_purchase = 1
),
held AS (
  SELECT customer_key, COUNT(DISTINCT category_key) AS categories
  FROM scoped_holdings WHERE customer_key IS NOT NULL GROUP BY customer_key
)
SELECT w.kind, w.customer_key AS customer, c.value_quintile AS quintile, g.group_code, SUM(COALESCE(o.own, 0)) AS own,
  w.amount AS wallet, w.suppliers
FROM wallet AS w
JOIN scoped_customers AS c ON c.customer_key = w.customer_key
JOIN share_groups AS g ON g.customer_key = w.customer_key
LEFT JOIN own_by AS o ON o.customer_key = w.customer_key AND (w.category_key IS NULL OR o.category_key = w.category_key)
GROUP BY w.kind, w.customer_key, w.category_key, c.value_quintile, g.group_code, w.amount, w.suppliers
UNION ALL
SELECT 3 AS kind, c.customer_key AS customer, c.value_quintile AS quintile, g.group_code, COALESCE(h.categories, 0) AS own,
  s.categories AS wallet, NULL AS suppliers
FROM scoped_customers AS c
JOIN share_groups AS g ON g.customer_key = c.customer_key
CROSS JOIN sold AS s
LEFT JOIN held AS h ON h.customer_key = c.customer_key
WHERE c.has_lines = 1 AND s.categories > 0 AND NOT EXISTS (SELECT 1 FROM wallet)
ORDER BY 1, 2
