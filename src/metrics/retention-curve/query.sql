-- How many customers buy again, by period since their first purchase, over all cohorts.
-- Grain: one row per group (customers without a breakdown: one) and period in which at least one cohort's cell is complete. A cell is complete once its whole period
-- is over for the cohort's last possible member, and no window cuts it; cells in which nobody bought count too.
WITH grouped AS (
  SELECT m.customer_key, m.cohort, COALESCE(g.group_code, -1) AS group_code
  FROM scoped_cohort_members AS m LEFT JOIN curve_groups AS g ON g.customer_key = m.customer_key
),
sizes AS (SELECT group_code, cohort, COUNT(*) AS size FROM grouped GROUP BY group_code, cohort),
cohorts AS (SELECT DISTINCT cohort FROM sizes),
periods AS (
  SELECT s.cohort, c.unit_index - s.cohort AS period, c.first_day, c.last_day
  FROM cohorts AS s CROSS JOIN options AS o JOIN calendar AS c ON c.unit = o.unit AND c.unit_index >= s.cohort
  UNION ALL
  SELECT s.cohort, t.period, c.first_day + t.first_offset AS first_day, c.last_day + t.last_offset AS last_day
  FROM cohorts AS s CROSS JOIN options AS o
  JOIN calendar AS c ON o.unit = '30d' AND c.unit = 'month' AND c.unit_index = s.cohort
  CROSS JOIN thirty_day_periods AS t
),
complete AS (
  SELECT p.cohort, p.period
  FROM periods AS p CROSS JOIN observed AS d CROSS JOIN scope_window AS w
  WHERE p.last_day <= d.until_day
    AND (p.first_day >= w.from_day OR w.from_day <= d.from_day)
    AND (p.last_day <= w.until_day OR w.until_day >= d.until_day)
),
last_activity AS (
  SELECT cohort, customer_key, MAX(period) AS period FROM scoped_cohort_activity GROUP BY cohort, customer_key
),
counted AS (
  SELECT g.group_code, a.cohort, a.period, COUNT(*) AS active
  FROM scoped_cohort_activity AS a JOIN grouped AS g ON g.customer_key = a.customer_key CROSS JOIN options AS o
  WHERE o.mode = 'on' GROUP BY g.group_code, a.cohort, a.period
  UNION ALL
  SELECT g.group_code, l.cohort, n.n AS period, COUNT(*) AS active
  FROM last_activity AS l JOIN grouped AS g ON g.customer_key = l.customer_key
  CROSS JOIN options AS o JOIN numbers AS n ON n.n <= l.period
  WHERE o.mode = 'on_or_after' GROUP BY g.group_code, l.cohort, n.n
)
SELECT sizes.group_code, complete.period, SUM(sizes.size) AS eligible, SUM(COALESCE(counted.active, 0)) AS active
FROM complete
JOIN sizes ON sizes.cohort = complete.cohort
LEFT JOIN counted ON counted.cohort = complete.cohort AND counted.period = complete.period
  AND counted.group_code = sizes.group_code
GROUP BY sizes.group_code, complete.period
ORDER BY sizes.group_code, complete.period
