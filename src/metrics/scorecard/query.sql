-- What is answered for, year by year: nine indicators, each as a part and a whole.
-- Grain: one row per indicator (their order stands in the meaning) and year: 0 up to the end of what is in view, 1 the one before.
WITH bought AS (
  SELECT DISTINCT p.customer_key, y.period
  FROM scoped_purchases AS p JOIN scorecard_years AS y ON p.day >= y.from_day AND p.day <= y.until_day
  WHERE p.customer_key IS NOT NULL
),
active AS (SELECT period, COUNT(*) AS n FROM bought GROUP BY period),
kept AS (
  SELECT a.period, COUNT(*) AS n
  FROM bought AS a JOIN bought AS b ON b.customer_key = a.customer_key AND b.period = a.period + 1 GROUP BY a.period
),
won AS (
  SELECT y.period, COUNT(*) AS n, SUM(CASE WHEN EXISTS (
    SELECT 1 FROM touches AS t WHERE t.customer_key = c.customer_key AND t.day <= c.first_day) THEN 1 ELSE 0 END) AS known
  FROM scoped_customers AS c
  CROSS JOIN scope_window AS w
  JOIN scorecard_years AS y ON c.first_day >= y.from_day AND c.first_day <= y.until_day
  WHERE w.windowed = 0 OR (c.first_day >= w.from_day AND c.first_day <= w.until_day)
  GROUP BY y.period
),
paid AS (
  SELECT y.period, SUM(s.amount) AS amount
  FROM spend AS s CROSS JOIN scope_window AS w JOIN scorecard_years AS y ON s.day >= y.from_day AND s.day <= y.until_day
  WHERE w.unknown_customers = 1 AND (w.windowed = 0 OR (s.day >= w.from_day AND s.day <= w.until_day))
  GROUP BY y.period
),
answered AS (
  SELECT y.period, COUNT(*) AS n, COUNT(DISTINCT a.customer_key) AS people,
    SUM(CASE WHEN a.score >= 90000 THEN 1 WHEN a.score <= 60000 THEN -1 ELSE 0 END) AS balance
  FROM answers AS a CROSS JOIN scope_window AS w JOIN scorecard_years AS y ON a.day >= y.from_day AND a.day <= y.until_day
  WHERE a.scale = 10 AND (w.windowed = 0 OR (a.day >= w.from_day AND a.day <= w.until_day))
    AND ((a.customer_key IS NULL AND w.unknown_customers = 1)
      OR a.customer_key IN (SELECT customer_key FROM scope_customers))
  GROUP BY y.period
),
money AS (
  SELECT y.period, SUM(l.net) AS net
  FROM scoped_lines AS l JOIN scorecard_years AS y ON l.day >= y.from_day AND l.day <= y.until_day
  WHERE l.customer_key IS NOT NULL GROUP BY y.period
),
held AS (
  SELECT period, COUNT(*) AS n
  FROM (
    SELECT DISTINCT y.period, h.customer_key, h.category_key
    FROM scoped_holdings AS h JOIN scorecard_years AS y ON h.purchase_day >= y.from_day AND h.purchase_day <= y.until_day
    WHERE h.customer_key IS NOT NULL AND h.category_key IS NOT NULL
  ) AS pairs
  GROUP BY period
),
years AS (
  SELECT y.period, COALESCE(a.n, 0) AS active, COALESCE(b.n, 0) AS active_before, COALESCE(k.n, 0) AS kept,
    COALESCE(n.n, 0) AS won, COALESCE(n.known, 0) AS known, COALESCE(p.amount, 0) AS paid, w.unknown_customers AS all_in_view,
    COALESCE(v.n, 0) AS answers, COALESCE(v.balance, 0) AS balance, COALESCE(v.people, 0) AS answering,
    COALESCE(m.net, 0) AS net, COALESCE(h.n, 0) AS held
  FROM scorecard_years AS y
  CROSS JOIN scope_window AS w
  LEFT JOIN active AS a ON a.period = y.period
  LEFT JOIN active AS b ON b.period = y.period + 1
  LEFT JOIN kept AS k ON k.period = y.period
  LEFT JOIN won AS n ON n.period = y.period
  LEFT JOIN paid AS p ON p.period = y.period
  LEFT JOIN answered AS v ON v.period = y.period
  LEFT JOIN money AS m ON m.period = y.period
  LEFT JOIN held AS h ON h.period = y.period
  WHERE y.period < 2
)
SELECT 0 AS indicator, period, won AS part, 1 AS whole, won AS people FROM years
UNION ALL SELECT 1, period, paid, CASE WHEN all_in_view = 1 THEN won ELSE 0 END, won FROM years
UNION ALL SELECT 2, period, known, won, known FROM years
UNION ALL SELECT 3, period, active, 1, active FROM years
UNION ALL SELECT 4, period, kept, active_before, kept FROM years
UNION ALL SELECT 5, period, balance, answers, answering FROM years
UNION ALL SELECT 6, period, net, 1, active FROM years
UNION ALL SELECT 7, period, net, active, active FROM years
UNION ALL SELECT 8, period, held, active, active FROM years
ORDER BY 1, 2
