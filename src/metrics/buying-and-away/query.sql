-- How many customers are active, and how many are gone, at the end of each month of the observed time.
-- Grain: one row per month, whatever the window: on this strip the window is chosen. A customer is active under contract where
-- options.source says so and there is one, else from a purchase to options.lapse_days after the last. Counted by changes, then added up.
WITH contract_runs AS (
  SELECT r.customer_key, MIN(r.start_day) AS from_day, MAX(COALESCE(r.ended_on, 2147483647)) AS gone_day
  FROM (
    SELECT f.*, SUM(CASE WHEN f.start_day - 1 > f.reached THEN 1 ELSE 0 END) OVER (
      PARTITION BY f.customer_key ORDER BY f.start_day, f.contract_key ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS run
    FROM following_contracts AS f CROSS JOIN options AS o WHERE o.source = 'contract'
  ) AS r
  GROUP BY r.customer_key, r.run
),
told AS (SELECT DISTINCT customer_key FROM contract_runs),
purchase_days AS (
  SELECT DISTINCT p.customer_key, p.day FROM scoped_purchases_any_day AS p
  WHERE p.customer_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM told AS t WHERE t.customer_key = p.customer_key)
),
following AS (
  SELECT d.customer_key, d.day, LAG(d.day) OVER (PARTITION BY d.customer_key ORDER BY d.day) AS previous_day
  FROM purchase_days AS d
),
numbered AS (
  SELECT f.customer_key, f.day, SUM(CASE WHEN f.previous_day + o.lapse_days < f.day THEN 1 ELSE 0 END) OVER (
    PARTITION BY f.customer_key ORDER BY f.day ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
  ) AS run
  FROM following AS f CROSS JOIN options AS o
),
purchase_runs AS (
  SELECT n.customer_key, MIN(n.day) AS from_day, MAX(n.day) AS last_day FROM numbered AS n GROUP BY n.customer_key, n.run
),
runs AS (
  SELECT k.customer_key, k.from_day, k.gone_day, 1 AS by_contract FROM contract_runs AS k
  JOIN scope_customers AS v ON v.customer_key = k.customer_key
  UNION ALL
  SELECT r.customer_key, r.from_day, COALESCE(r.last_day + o.lapse_days, 2147483647) AS gone_day, 0 AS by_contract
  FROM purchase_runs AS r CROSS JOIN options AS o
),
placed AS (
  SELECT r.*, ROW_NUMBER() OVER (PARTITION BY r.customer_key ORDER BY r.from_day) AS place FROM runs AS r
),
dated AS (
  SELECT p.customer_key, p.gone_day, p.place, b.unit_index AS from_month,
    CASE WHEN p.by_contract = 1 AND p.place = 1 THEN 1 WHEN p.by_contract = 0 AND p.from_day = c.first_day THEN 1 ELSE 0 END AS is_first
  FROM placed AS p
  JOIN customers AS c ON c.customer_key = p.customer_key
  JOIN calendar AS b ON b.unit = 'month' AND p.from_day >= b.first_day AND p.from_day <= b.last_day
),
changes AS (
  SELECT from_month AS month, 1 AS buying, CASE WHEN place > 1 THEN -1 ELSE 0 END AS away, is_first AS new_ones FROM dated
  UNION ALL
  SELECT e.unit_index AS month, -1 AS buying, 1 AS away, 0 AS new_ones
  FROM dated AS d CROSS JOIN observed AS s
  JOIN calendar AS e ON e.unit = 'month' AND d.gone_day >= e.first_day AND d.gone_day <= e.last_day
  WHERE d.gone_day <= s.until_day
),
by_month AS (SELECT month, SUM(buying) AS buying, SUM(away) AS away, SUM(new_ones) AS new_ones FROM changes GROUP BY month)
SELECT c.unit_index AS month, SUM(COALESCE(b.buying, 0)) OVER (ORDER BY c.unit_index) AS buying,
  SUM(COALESCE(b.away, 0)) OVER (ORDER BY c.unit_index) AS away, COALESCE(b.new_ones, 0) AS new
FROM calendar AS c CROSS JOIN observed AS d
LEFT JOIN by_month AS b ON b.month = c.unit_index
WHERE c.unit = 'month' AND c.unit_index >= d.from_month AND c.unit_index <= d.until_month
ORDER BY c.unit_index
