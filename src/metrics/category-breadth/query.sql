-- How many categories customers hold, by the time since their first purchase.
-- Grain: one row per period since the first purchase that is over for anyone in view before the last day (of the window, or
-- of observation). customers are those for whom it is over; categories are those that each has held by its end, since
-- the first purchase on whatever day, added up; squares are the squares of these counts.
WITH lengths AS (
  SELECT CASE o.each WHEN 'month' THEN 30 WHEN 'year' THEN 365 ELSE 91 END AS days FROM options AS o
),
periods AS (
  SELECT c.customer_key, n.n AS period, c.first_day + (n.n + 1) * l.days - 1 AS last_day
  FROM scoped_customers AS c CROSS JOIN lengths AS l CROSS JOIN observed AS e CROSS JOIN scope_window AS w
  JOIN numbers AS n ON c.first_day + (n.n + 1) * l.days - 1 <= e.until_day
    AND c.first_day + (n.n + 1) * l.days - 1 <= w.until_day
  WHERE c.first_day IS NOT NULL
),
taken_up AS (
  SELECT h.customer_key, h.category_key, MIN(h.purchase_day) AS day
  FROM scoped_holdings_any_day AS h
  WHERE h.customer_key IS NOT NULL AND h.category_key IS NOT NULL GROUP BY h.customer_key, h.category_key
),
held AS (
  SELECT p.period, p.customer_key, COUNT(t.category_key) AS categories
  FROM periods AS p LEFT JOIN taken_up AS t ON t.customer_key = p.customer_key AND t.day <= p.last_day
  GROUP BY p.period, p.customer_key
)
SELECT period, COUNT(*) AS customers, SUM(categories) AS categories, SUM(categories * categories) AS squares
FROM held GROUP BY period ORDER BY period
