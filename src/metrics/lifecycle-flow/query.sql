-- Who joins, returns, comes back, pauses and leaves, by month (quarter, year).
-- Grain: one row per unit of the observed time; with a window, per unit inside it. Purchases on any day decide, so that
-- the first unit of a window knows the one before. lost is -1 where the options know no lapse.
WITH units AS (
  SELECT c.unit_index, c.first_day, c.last_day
  FROM options AS o JOIN calendar AS c ON c.unit = o.unit CROSS JOIN observed AS d CROSS JOIN scope_window AS w
  WHERE c.last_day >= d.from_day AND c.first_day <= d.until_day
    AND (c.first_day >= w.from_day OR w.from_day <= d.from_day)
    AND (c.last_day <= w.until_day OR w.until_day >= d.until_day)
),
active AS (
  SELECT DISTINCT p.customer_key,
    CASE o.unit WHEN 'quarter' THEN p.quarter WHEN 'year' THEN p.year ELSE p.month END AS unit_index,
    CASE o.unit WHEN 'quarter' THEN c.first_quarter WHEN 'year' THEN c.first_year ELSE c.first_month END AS first_unit
  FROM scoped_purchases_any_day AS p JOIN customers AS c ON c.customer_key = p.customer_key CROSS JOIN options AS o
),
steps AS (
  SELECT unit_index, first_unit,
    LAG(unit_index) OVER (PARTITION BY customer_key ORDER BY unit_index) AS previous_unit,
    LEAD(unit_index) OVER (PARTITION BY customer_key ORDER BY unit_index) AS next_unit
  FROM active
),
came AS (
  SELECT unit_index,
    SUM(CASE WHEN unit_index = first_unit THEN 1 ELSE 0 END) AS new_ones,
    SUM(CASE WHEN unit_index <> first_unit AND previous_unit = unit_index - 1 THEN 1 ELSE 0 END) AS returning_ones,
    SUM(CASE WHEN unit_index <> first_unit AND (previous_unit IS NULL OR previous_unit < unit_index - 1)
      THEN 1 ELSE 0 END) AS resurrecting_ones
  FROM steps GROUP BY unit_index
),
paused AS (
  SELECT unit_index + 1 AS unit_index, COUNT(*) AS dormant_ones
  FROM steps WHERE next_unit IS NULL OR next_unit > unit_index + 1 GROUP BY unit_index + 1
),
purchase_days AS (SELECT DISTINCT customer_key, day FROM scoped_purchases_any_day WHERE customer_key IS NOT NULL),
gaps AS (
  SELECT customer_key, day, LEAD(day) OVER (PARTITION BY customer_key ORDER BY day) AS next_day FROM purchase_days
),
lapses AS (
  SELECT u.unit_index, COUNT(DISTINCT g.customer_key) AS lost_ones
  FROM gaps AS g CROSS JOIN options AS o CROSS JOIN observed AS d
  JOIN units AS u ON g.day + o.lapse_days >= u.first_day AND g.day + o.lapse_days <= u.last_day
  WHERE g.day + o.lapse_days <= d.until_day AND (g.next_day IS NULL OR g.next_day > g.day + o.lapse_days)
  GROUP BY u.unit_index
)
SELECT u.unit_index AS month, COALESCE(came.new_ones, 0) AS new, COALESCE(came.returning_ones, 0) AS "returning",
  COALESCE(came.resurrecting_ones, 0) AS resurrecting, COALESCE(paused.dormant_ones, 0) AS dormant,
  CASE WHEN o.lapse_days IS NULL THEN -1 ELSE COALESCE(lapses.lost_ones, 0) END AS lost
FROM units AS u CROSS JOIN options AS o
LEFT JOIN came ON came.unit_index = u.unit_index
LEFT JOIN paused ON paused.unit_index = u.unit_index
LEFT JOIN lapses ON lapses.unit_index = u.unit_index
ORDER BY u.unit_index
