-- From the first contact to a customer who grows, in two readings: 0 each step on or after the last, 1 reached at all.
-- Grain: one row per group, reading, stage and number of days since the stage before; days is -1 where it is not known,
-- and such a row is always there. funnel_steps numbers the stages that the data speak of; funnel_groups breaks down.
WITH RECURSIVE people AS (
  SELECT s.customer_key, COALESCE(g.group_code, -1) AS group_code
  FROM scope_customers AS s LEFT JOIN funnel_groups AS g ON g.customer_key = s.customer_key
),
first_purchase AS (
  SELECT customer_key, MIN(day) AS day FROM scoped_purchases WHERE customer_key IS NOT NULL GROUP BY customer_key
),
repeat_purchase AS (
  SELECT p.customer_key, MIN(p.day) AS day
  FROM scoped_purchases AS p JOIN first_purchase AS f ON f.customer_key = p.customer_key AND p.day > f.day
  GROUP BY p.customer_key
),
first_categories AS (
  SELECT DISTINCT h.customer_key, h.category_key
  FROM scoped_holdings AS h JOIN first_purchase AS f ON f.customer_key = h.customer_key AND f.day = h.purchase_day
  WHERE h.category_key IS NOT NULL
),
growth AS (
  SELECT h.customer_key, MIN(h.purchase_day) AS day
  FROM scoped_holdings AS h
  JOIN first_purchase AS f ON f.customer_key = h.customer_key AND h.purchase_day > f.day
  LEFT JOIN first_categories AS c ON c.customer_key = h.customer_key AND c.category_key = h.category_key
  WHERE h.category_key IS NOT NULL AND c.category_key IS NULL
  GROUP BY h.customer_key
),
-- Stated stages are entered on days; a customer, a repeat customer, a grown one is so from a day on.
dated AS (
  SELECT e.customer_key, e.stage, e.day, CASE WHEN e.stage >= 5 THEN 1 ELSE 0 END AS lasts
  FROM stage_entries AS e JOIN people AS p ON p.customer_key = e.customer_key CROSS JOIN scope_window AS w
  WHERE e.day >= w.from_day AND e.day <= w.until_day
  UNION ALL SELECT customer_key, 5 AS stage, day, 1 AS lasts FROM first_purchase WHERE day IS NOT NULL
  UNION ALL SELECT customer_key, 6 AS stage, day, 1 AS lasts FROM repeat_purchase
  UNION ALL SELECT customer_key, 7 AS stage, day, 1 AS lasts FROM growth
),
events AS (
  SELECT s.step, d.customer_key, d.day, d.lasts,
    LAG(d.day) OVER (PARTITION BY d.customer_key, s.step ORDER BY d.day) AS day_before
  FROM funnel_steps AS s JOIN (SELECT DISTINCT customer_key, stage, day, lasts FROM dated) AS d ON d.stage = s.stage
),
-- From the first entry into the first step, each time to the first entry into the next on or after that day.
walk AS (
  SELECT customer_key, step, day, -1 AS days, day AS start FROM events WHERE step = 0 AND day_before IS NULL
  UNION ALL
  SELECT w.customer_key, e.step, CASE WHEN e.day < w.day THEN w.day ELSE e.day END AS day,
    CASE WHEN e.day < w.day THEN 0 ELSE e.day - w.day END AS days, w.start
  FROM walk AS w JOIN events AS e ON e.customer_key = w.customer_key AND e.step = w.step + 1
    AND ((e.lasts = 1 AND e.day_before IS NULL) OR (e.lasts = 0 AND e.day >= w.day AND (e.day_before IS NULL OR e.day_before < w.day)))
),
-- A later stage implies the earlier; a stage is entered on the earliest day of it or any later one.
reached AS (
  SELECT s.step, d.customer_key, MIN(d.day) AS day
  FROM funnel_steps AS s JOIN dated AS d ON d.stage >= s.stage GROUP BY s.step, d.customer_key
),
reached_or_held AS (
  SELECT step, customer_key, MAX(day) AS day
  FROM (
    SELECT step, customer_key, day FROM reached
    UNION ALL
    SELECT s.step, e.customer_key, NULL AS day
    FROM funnel_steps AS s JOIN stage_entries AS e ON e.day IS NULL AND e.stage >= s.stage
    JOIN people AS p ON p.customer_key = e.customer_key
    WHERE s.held_counts = 1
  ) AS both_kinds
  GROUP BY step, customer_key
),
passed AS (
  SELECT 0 AS reading, step, customer_key, days, day - start AS days_from_start FROM walk
  UNION ALL
  SELECT 1 AS reading, step, customer_key,
    COALESCE(day - LAG(day) OVER (PARTITION BY customer_key ORDER BY step), -1) AS days,
    day - FIRST_VALUE(day) OVER (PARTITION BY customer_key ORDER BY step) AS days_from_start
  FROM reached_or_held
),
counted AS (
  SELECT p.group_code, s.reading, s.step, s.days, COUNT(*) AS customers
  FROM passed AS s JOIN people AS p ON p.customer_key = s.customer_key CROSS JOIN options AS o
  WHERE o.window_days IS NULL OR s.step = 0 OR s.days_from_start <= o.window_days
  GROUP BY p.group_code, s.reading, s.step, s.days
  UNION ALL
  SELECT g.group_code, n.n AS reading, s.step, -1 AS days, 0 AS customers
  FROM (SELECT DISTINCT group_code FROM people) AS g JOIN numbers AS n ON n.n <= 1 CROSS JOIN funnel_steps AS s
)
SELECT c.group_code, c.reading, s.stage, c.days, SUM(c.customers) AS customers
FROM counted AS c JOIN funnel_steps AS s ON s.step = c.step
GROUP BY c.group_code, c.reading, s.stage, c.days
ORDER BY c.group_code, c.reading, s.stage, c.days
