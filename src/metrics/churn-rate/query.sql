-- Who is there at the start of each month (quarter, year), joins in it and leaves in it.
-- Grain: one row per unit of the observed time that no window cuts. Stays are those of survival: from options.source.
WITH units AS (
  SELECT c.unit_index, c.first_day, c.last_day
  FROM options AS o JOIN calendar AS c ON c.unit = o.unit CROSS JOIN observed AS d CROSS JOIN scope_window AS w
  WHERE c.last_day >= d.from_day AND c.first_day <= d.until_day
    AND (c.first_day >= w.from_day OR w.from_day <= d.from_day)
    AND (c.last_day <= w.until_day OR w.until_day >= d.until_day)
),
stays AS (
  SELECT k.customer_key, k.start_day, k.start_day * CAST(10000 AS BIGINT) + k.length AS last_moment, k.has_ended
  FROM contract_stays AS k CROSS JOIN options AS o WHERE o.source = 'contract' AND k.start_day IS NOT NULL
  UNION ALL
  SELECT l.customer_key, l.start_day, l.start_day * CAST(10000 AS BIGINT) + l.length AS last_moment, l.has_ended
  FROM lapse_stays AS l CROSS JOIN options AS o WHERE o.source = 'purchases'
),
dated AS (
  SELECT s.customer_key, s.start_day, CASE WHEN s.has_ended = 1 THEN s.last_moment END AS left_moment
  FROM stays AS s JOIN scope_customers AS v ON v.customer_key = s.customer_key
)
SELECT u.unit_index AS month,
  COALESCE(SUM(CASE WHEN d.start_day < u.first_day AND (d.left_moment IS NULL OR d.left_moment >= u.first_day * CAST(10000 AS BIGINT))
    THEN 1 ELSE 0 END), 0) AS at_start,
  COALESCE(SUM(CASE WHEN d.start_day >= u.first_day AND d.start_day <= u.last_day THEN 1 ELSE 0 END), 0) AS joined,
  COALESCE(SUM(CASE WHEN d.left_moment >= u.first_day * CAST(10000 AS BIGINT) AND d.left_moment <= u.last_day * CAST(10000 AS BIGINT)
    THEN 1 ELSE 0 END), 0) AS "left",
  COALESCE(SUM(CASE WHEN d.left_moment >= u.first_day * CAST(10000 AS BIGINT) AND d.left_moment <= u.last_day * CAST(10000 AS BIGINT)
    AND d.start_day < u.first_day THEN 1 ELSE 0 END), 0) AS left_of_start
FROM units AS u LEFT JOIN dated AS d ON d.start_day <= u.last_day
GROUP BY u.unit_index
ORDER BY u.unit_index
