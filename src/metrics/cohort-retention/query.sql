-- Who buys again, by calendar unit of the first purchase.
-- Grain: one row per cohort and period in which anyone was active, and one for period 0 of every cohort.
WITH sizes AS (SELECT cohort, COUNT(*) AS cohort_size FROM scoped_cohort_members GROUP BY cohort),
last_activity AS (
  SELECT cohort, customer_key, MAX(period) AS period FROM scoped_cohort_activity GROUP BY cohort, customer_key
),
counted AS (
  SELECT a.cohort, a.period, COUNT(*) AS active
  FROM scoped_cohort_activity AS a CROSS JOIN options AS o WHERE o.mode = 'on' GROUP BY a.cohort, a.period
  UNION ALL
  SELECT l.cohort, n.n AS period, COUNT(*) AS active
  FROM last_activity AS l CROSS JOIN options AS o JOIN numbers AS n ON n.n <= l.period
  WHERE o.mode = 'on_or_after' GROUP BY l.cohort, n.n
),
cells AS (SELECT cohort, period FROM counted UNION SELECT cohort, 0 AS period FROM sizes)
SELECT cells.cohort, cells.period, sizes.cohort_size, COALESCE(counted.active, 0) AS active
FROM cells
JOIN sizes ON sizes.cohort = cells.cohort
LEFT JOIN counted ON counted.cohort = cells.cohort AND counted.period = cells.period
ORDER BY cells.cohort, cells.period
