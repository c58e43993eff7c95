-- What each cohort brings in, by period since the first purchase.
-- Grain: one row per cohort and period with any line in view, and one for period 0 of every cohort. Money dated before
-- the first purchase's period counts in period 0.
WITH sizes AS (SELECT cohort, COUNT(*) AS cohort_size FROM scoped_cohort_members GROUP BY cohort),
daily AS (
  SELECT customer_key, day, SUM(net) AS net, SUM(profit) AS profit
  FROM scoped_lines WHERE customer_key IS NOT NULL AND day IS NOT NULL GROUP BY customer_key, day
),
units AS (
  SELECT d.day, c.unit_index
  FROM (SELECT DISTINCT day FROM daily) AS d CROSS JOIN options AS o
  JOIN calendar AS c ON c.unit = o.unit AND d.day >= c.first_day AND d.day <= c.last_day
),
placed AS (
  SELECT m.cohort, d.net, d.profit,
    CASE WHEN d.day < m.first_day OR u.unit_index < m.cohort THEN 0
      WHEN o.unit = '30d' THEN t.period ELSE u.unit_index - m.cohort END AS period
  FROM daily AS d
  JOIN scoped_cohort_members AS m ON m.customer_key = d.customer_key
  CROSS JOIN options AS o
  LEFT JOIN units AS u ON u.day = d.day
  LEFT JOIN thirty_day_periods AS t
    ON o.unit = '30d' AND d.day - m.first_day >= t.first_offset AND d.day - m.first_day <= t.last_offset
),
cells AS (
  SELECT cohort, period, SUM(net) AS net, SUM(profit) AS profit FROM placed GROUP BY cohort, period
  UNION ALL
  SELECT cohort, 0 AS period, 0 AS net, 0 AS profit FROM sizes
),
spent AS (
  SELECT c.unit_index AS cohort, SUM(s.amount) AS spend
  FROM spend AS s CROSS JOIN options AS o CROSS JOIN scope_window AS w
  JOIN calendar AS c ON c.unit = CASE o.unit WHEN '30d' THEN 'month' ELSE o.unit END
    AND s.day >= c.first_day AND s.day <= c.last_day
  WHERE w.unknown_customers = 1 AND o.unit <> 'week'
  GROUP BY c.unit_index
),
outside AS (
  SELECT COALESCE(SUM(l.net), 0) AS net
  FROM scoped_lines AS l JOIN customers AS c ON c.customer_key = l.customer_key WHERE c.first_day IS NULL
)
SELECT cells.cohort, cells.period, sizes.cohort_size, SUM(cells.net) AS net, SUM(COALESCE(cells.profit, 0)) AS profit,
  CASE WHEN cells.period = 0 THEN COALESCE(MIN(spent.spend), -1) ELSE -1 END AS spend, MIN(outside.net) AS outside
FROM cells
JOIN sizes ON sizes.cohort = cells.cohort
LEFT JOIN spent ON spent.cohort = cells.cohort
CROSS JOIN outside
GROUP BY cells.cohort, cells.period, sizes.cohort_size
ORDER BY cells.cohort, cells.period
