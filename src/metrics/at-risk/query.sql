-- Customers in view who may leave next, and why. Grain: one row per customer and reason.
-- 0: a running contract's term ends within options.within_days. 1: the last purchase is more than options.overdue_times
-- the customer's own mean gap ago, of at least two gaps, and no more than options.lapse_days. 2: the latest score is 6 or less of 10, 2 or
-- less of 5, 4 or less of 7, 60 or less of 100. Whoever has left by contract is not at risk any more.
WITH gone AS (SELECT customer_key FROM contract_stays WHERE has_ended = 1),
people AS (
  SELECT s.customer_key FROM scope_customers AS s
  WHERE NOT EXISTS (SELECT 1 FROM gone AS g WHERE g.customer_key = s.customer_key)
),
terms AS (
  SELECT k.customer_key, MIN(k.end_of_term) - MIN(d.until_day) AS days
  FROM usable_contracts AS k CROSS JOIN options AS o CROSS JOIN observed AS d
  WHERE k.ended_on IS NULL AND k.end_of_term > d.until_day AND k.end_of_term <= d.until_day + o.within_days
  GROUP BY k.customer_key
),
rhythms AS (
  SELECT customer_key, MIN(day) AS first_day, MAX(day) AS last_day, COUNT(DISTINCT day) - 1 AS gaps
  FROM orders WHERE is_purchase = 1 AND customer_key IS NOT NULL GROUP BY customer_key
),
reasons AS (
  SELECT customer_key, 0 AS reason, days, 0 AS measure, 0 AS gaps FROM terms
  UNION ALL
  SELECT r.customer_key, 1 AS reason, d.until_day - r.last_day AS days, r.last_day - r.first_day AS measure, r.gaps
  FROM rhythms AS r CROSS JOIN options AS o CROSS JOIN observed AS d
  WHERE r.gaps >= 2 AND (d.until_day - r.last_day) * CAST(r.gaps AS BIGINT) > o.overdue_times * (r.last_day - r.first_day)
    AND (o.lapse_days IS NULL OR d.until_day - r.last_day < o.lapse_days)
  UNION ALL
  SELECT v.customer_key, 2 AS reason, COALESCE(d.until_day - v.day, -1) AS days, v.score AS measure, 0 AS gaps
  FROM surveys AS v CROSS JOIN observed AS d
  WHERE (v.scale = 10 AND v.score <= 60000) OR (v.scale = 5 AND v.score <= 20000)
    OR (v.scale = 7 AND v.score <= 40000) OR (v.scale = 100 AND v.score <= 600000)
),
money AS (SELECT customer_key, SUM(net) AS net FROM lines WHERE customer_key IS NOT NULL GROUP BY customer_key)
SELECT r.customer_key AS customer, r.reason, r.days, r.measure, r.gaps, COALESCE(m.net, 0) AS net
FROM reasons AS r
JOIN people AS p ON p.customer_key = r.customer_key
LEFT JOIN money AS m ON m.customer_key = r.customer_key
ORDER BY r.customer_key, r.reason
