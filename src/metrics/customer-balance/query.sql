-- The balance of customers: where they stood before a period, and what became of them in it.
-- Grain: one row per period (0 the latest), standing and state with anyone in it. balance_periods says which days each
-- period and the one before it have; a window only chooses them, so purchases and money of any day count.
-- standing: 0 best fifth by profit of the buyers before (NTILE(5); by net without cost), 1 middle, 2 at a loss,
-- 3 away, 4 new.
-- state: 0 same, 1 grew (a category not bought before the period), 2 stopped, 3 away, 4 back, 5 new.
WITH bought_now AS (
  SELECT DISTINCT b.period, p.customer_key
  FROM scoped_purchases_any_day AS p JOIN balance_periods AS b ON p.day >= b.from_day AND p.day <= b.until_day
),
bought_before AS (
  SELECT DISTINCT b.period, p.customer_key
  FROM scoped_purchases_any_day AS p JOIN balance_periods AS b ON p.day >= b.before_from AND p.day <= b.before_until
  WHERE p.customer_key IS NOT NULL
),
money_now AS (
  SELECT b.period, l.customer_key, SUM(l.net) AS net, SUM(l.profit) AS profit
  FROM scoped_lines_any_day AS l JOIN balance_periods AS b ON l.day >= b.from_day AND l.day <= b.until_day
  GROUP BY b.period, l.customer_key
),
money_before AS (
  SELECT b.period, l.customer_key, SUM(l.net) AS net, SUM(l.profit) AS profit
  FROM scoped_lines_any_day AS l JOIN balance_periods AS b ON l.day >= b.before_from AND l.day <= b.before_until
  GROUP BY b.period, l.customer_key
),
fifths AS (
  SELECT b.period, b.customer_key, COALESCE(m.profit, m.net, 0) AS value,
    NTILE(5) OVER (PARTITION BY b.period ORDER BY COALESCE(m.profit, m.net, 0) DESC, b.customer_key) AS fifth
  FROM bought_before AS b LEFT JOIN money_before AS m ON m.period = b.period AND m.customer_key = b.customer_key
),
first_held AS (
  SELECT customer_key, category_key, MIN(purchase_day) AS day
  FROM scoped_holdings_any_day WHERE category_key IS NOT NULL AND customer_key IS NOT NULL
  GROUP BY customer_key, category_key
),
widened AS (
  SELECT DISTINCT b.period, f.customer_key
  FROM first_held AS f JOIN balance_periods AS b ON f.day >= b.from_day AND f.day <= b.until_day
),
placed AS (
  SELECT b.period, b.from_day, b.until_day, c.customer_key,
    CASE WHEN f.fifth = 1 THEN 0 WHEN f.value < 0 THEN 2 WHEN f.fifth IS NOT NULL THEN 1
      WHEN n.customer_key IS NOT NULL AND c.first_day >= b.from_day THEN 4 ELSE 3 END AS standing,
    CASE WHEN n.customer_key IS NULL THEN 0 ELSE 1 END AS buys,
    CASE WHEN w.customer_key IS NULL THEN 0 ELSE 1 END AS widens
  FROM scoped_customers AS c
  JOIN balance_periods AS b ON c.first_day <= b.until_day
  LEFT JOIN fifths AS f ON f.period = b.period AND f.customer_key = c.customer_key
  LEFT JOIN bought_now AS n ON n.period = b.period AND n.customer_key = c.customer_key
  LEFT JOIN widened AS w ON w.period = b.period AND w.customer_key = c.customer_key
),
moved AS (
  SELECT p.*,
    CASE WHEN p.standing = 4 THEN 5 WHEN p.standing = 3 THEN 3 + p.buys
      WHEN p.buys = 0 THEN 2 ELSE p.widens END AS state
  FROM placed AS p
)
SELECT p.period, p.from_day AS period_from, p.until_day AS period_until, p.standing, p.state, COUNT(*) AS customers,
  SUM(COALESCE(b.net, 0)) AS net_before, SUM(COALESCE(n.net, 0)) AS net_now,
  SUM(COALESCE(b.profit, 0)) AS profit_before, SUM(COALESCE(n.profit, 0)) AS profit_now
FROM moved AS p
LEFT JOIN money_before AS b ON b.period = p.period AND b.customer_key = p.customer_key
LEFT JOIN money_now AS n ON n.period = p.period AND n.customer_key = p.customer_key
GROUP BY p.period, p.from_day, p.until_day, p.standing, p.state
ORDER BY p.period, p.standing, p.state
