-- What each fifth of the customers is worth.
-- Grain: one row per quintile with anyone in view. Every customer with a transaction line in the whole file is ranked
-- by profit (by net, if so chosen or without cost), best first, ties by key; money and categories are those in view.
-- By contribution, the ranking is by profit less what winning the customer cost (winning_costs); winning_cost is that of
-- those won in view. own and wallet are of customers who stated their yearly spend with everyone: the net of the 365 days to the end of
-- observation, and that spend.
WITH worth AS (
  SELECT l.customer_key, CASE WHEN o."by" = 'net' THEN SUM(l.net) ELSE COALESCE(SUM(l.profit), SUM(l.net)) END AS value,
    CASE WHEN o."by" = 'contribution' AND SUM(l.profit) IS NOT NULL THEN 1 ELSE 0 END AS after_winning
  FROM lines AS l CROSS JOIN options AS o WHERE l.customer_key IS NOT NULL GROUP BY l.customer_key, o."by"
),
valued AS (
  SELECT v.customer_key, v.value - COALESCE(k.cost, 0) AS value
  FROM worth AS v LEFT JOIN winning_costs AS k ON k.customer_key = v.customer_key AND v.after_winning = 1
),
won AS (
  SELECT c.customer_key, k.cost
  FROM scoped_customers AS c CROSS JOIN scope_window AS w JOIN winning_costs AS k ON k.customer_key = c.customer_key
  WHERE w.windowed = 0 OR (c.first_day >= w.from_day AND c.first_day <= w.until_day)
),
ranked AS (SELECT customer_key, NTILE(5) OVER (ORDER BY value DESC, customer_key) AS quintile FROM valued),
money AS (
  SELECT customer_key, SUM(net) AS net, SUM(profit) AS profit
  FROM scoped_lines WHERE customer_key IS NOT NULL GROUP BY customer_key
),
held AS (
  SELECT customer_key, COUNT(DISTINCT category_key) AS categories
  FROM scoped_holdings WHERE customer_key IS NOT NULL GROUP BY customer_key
),
own_by AS (
  SELECT l.customer_key, l.category_key, SUM(l.net) AS own
  FROM scoped_lines AS l CROSS JOIN observed AS e
  WHERE l.customer_key IS NOT NULL AND l.day > e.until_day - 365 GROUP BY l.customer_key, l.category_key
),
statements AS (
  SELECT w.customer_key, w.category_key, w.amount, SUM(COALESCE(o.own, 0)) AS own
  FROM wallet AS w
  LEFT JOIN own_by AS o ON o.customer_key = w.customer_key AND (w.category_key IS NULL OR o.category_key = w.category_key)
  WHERE w.kind = 0 GROUP BY w.customer_key, w.category_key, w.amount
),
stated AS (
  SELECT customer_key, SUM(own) AS own, SUM(amount) AS amount FROM statements
  GROUP BY customer_key HAVING SUM(own) <= SUM(amount)
)
SELECT r.quintile, COUNT(*) AS customers, SUM(COALESCE(m.net, 0)) AS net, SUM(COALESCE(m.profit, 0)) AS profit,
  SUM(COALESCE(h.categories, 0)) AS categories, SUM(COALESCE(t.own, 0)) AS own, SUM(COALESCE(t.amount, 0)) AS wallet,
  SUM(COALESCE(n.cost, 0)) AS winning_cost
FROM ranked AS r
JOIN scope_customers AS s ON s.customer_key = r.customer_key
LEFT JOIN money AS m ON m.customer_key = r.customer_key
LEFT JOIN held AS h ON h.customer_key = r.customer_key
LEFT JOIN stated AS t ON t.customer_key = r.customer_key
LEFT JOIN won AS n ON n.customer_key = r.customer_key
GROUP BY r.quintile
ORDER BY r.quintile
