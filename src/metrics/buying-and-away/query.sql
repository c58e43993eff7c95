-- How many customers are buying, and how many are away, at each month of the observed time.
-- Grain: one row per month, whatever the window: on this strip the window is chosen. A customer is buying in the month
-- of a purchase and on for options.months in all, and away from then to the next purchase. Counted by changes, then added up.
WITH purchase_months AS (
  SELECT DISTINCT customer_key, month FROM scoped_purchases_any_day WHERE customer_key IS NOT NULL
),
stretches AS (
  SELECT m.month, m.month + o.months AS away_month,
    LEAD(m.month) OVER (PARTITION BY m.customer_key ORDER BY m.month) AS next_month
  FROM purchase_months AS m CROSS JOIN options AS o
),
changes AS (
  SELECT month, 1 AS buying, 0 AS away FROM stretches
  UNION ALL
  SELECT CASE WHEN next_month < away_month THEN next_month ELSE away_month END AS month, -1 AS buying, 0 AS away
  FROM stretches
  UNION ALL
  SELECT away_month AS month, 0 AS buying, 1 AS away FROM stretches WHERE next_month IS NULL OR next_month > away_month
  UNION ALL
  SELECT next_month AS month, 0 AS buying, -1 AS away FROM stretches WHERE next_month > away_month
),
by_month AS (SELECT month, SUM(buying) AS buying, SUM(away) AS away FROM changes GROUP BY month),
first_purchases AS (
  SELECT m.month, COUNT(*) AS new_ones
  FROM purchase_months AS m JOIN customers AS c ON c.customer_key = m.customer_key AND c.first_month = m.month
  GROUP BY m.month
)
SELECT c.unit_index AS month, SUM(COALESCE(b.buying, 0)) OVER (ORDER BY c.unit_index) AS buying,
  SUM(COALESCE(b.away, 0)) OVER (ORDER BY c.unit_index) AS away, COALESCE(f.new_ones, 0) AS new
FROM calendar AS c CROSS JOIN observed AS d
LEFT JOIN by_month AS b ON b.month = c.unit_index
LEFT JOIN first_purchases AS f ON f.month = c.unit_index
WHERE c.unit = 'month' AND c.unit_index >= d.from_month AND c.unit_index <= d.until_month
ORDER BY c.unit_index
