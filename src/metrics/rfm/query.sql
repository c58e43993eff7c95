-- Recency, frequency and money of each customer, their scores, and the scores of an earlier day.
-- Grain: one row per customer in view with a purchase inside the window. Moment 0 is the end of observation, moment 1 the
-- day options.since. Measures: 0 recency in days, 1 purchases, 2 net total. Scores come from the whole file: 1 + the cuts
-- strictly below the value, recency reversed. A cut is one of own_cuts, else the quantile of k fifths (type 7): it lies at
-- or above the value at place floor((n - 1) k / 5), and no value lies between that one and the next.
WITH moments AS (
  SELECT 0 AS moment, until_day AS day FROM observed WHERE until_day IS NOT NULL
  UNION ALL SELECT 1 AS moment, since AS day FROM options WHERE since IS NOT NULL
),
bought AS (
  SELECT t.moment, p.customer_key, t.day - MAX(p.day) AS recency_days, COUNT(*) AS frequency
  FROM orders AS p JOIN moments AS t ON p.day <= t.day
  WHERE p.is_purchase = 1 AND p.customer_key IS NOT NULL GROUP BY t.moment, t.day, p.customer_key
),
money AS (
  SELECT t.moment, l.customer_key, SUM(l.net) AS monetary
  FROM lines AS l JOIN moments AS t ON l.day <= t.day WHERE l.customer_key IS NOT NULL GROUP BY t.moment, l.customer_key
),
measured AS (
  SELECT moment, customer_key, 0 AS measure, recency_days AS value FROM bought
  UNION ALL SELECT moment, customer_key, 1 AS measure, frequency AS value FROM bought
  UNION ALL
  SELECT b.moment, b.customer_key, 2 AS measure, m.monetary AS value
  FROM bought AS b JOIN money AS m ON m.moment = b.moment AND m.customer_key = b.customer_key
),
ranked AS (
  SELECT moment, measure, value, ROW_NUMBER() OVER (PARTITION BY moment, measure ORDER BY value) - 1 AS place,
    COUNT(*) OVER (PARTITION BY moment, measure) AS n
  FROM measured
),
cuts AS (
  SELECT r.moment, r.measure, r.value AS cut
  FROM ranked AS r
  JOIN numbers AS k ON k.n >= 1 AND k.n <= 4 AND 5 * r.place <= (r.n - 1) * k.n AND (r.n - 1) * k.n < 5 * (r.place + 1)
  WHERE r.measure NOT IN (SELECT measure FROM own_cuts)
  UNION ALL SELECT t.moment, c.measure, c.cut FROM own_cuts AS c CROSS JOIN moments AS t
),
scored AS (
  SELECT v.moment, v.customer_key, v.measure, SUM(CASE WHEN v.value > c.cut THEN 1 ELSE 0 END) AS above
  FROM measured AS v JOIN cuts AS c ON c.moment = v.moment AND c.measure = v.measure
  GROUP BY v.moment, v.customer_key, v.measure
),
scores AS (
  SELECT moment, customer_key, SUM(CASE WHEN measure = 0 THEN 5 - above ELSE 0 END) AS r,
    SUM(CASE WHEN measure = 1 THEN 1 + above ELSE 0 END) AS f, SUM(CASE WHEN measure = 2 THEN 1 + above ELSE 0 END) AS m
  FROM scored GROUP BY moment, customer_key
),
bought_in_view AS (
  SELECT p.customer_key, e.until_day - MAX(p.day) AS recency_days, COUNT(*) AS frequency
  FROM orders AS p CROSS JOIN scope_window AS w CROSS JOIN observed AS e
  WHERE p.is_purchase = 1 AND (w.windowed = 0 OR (p.day >= w.from_day AND p.day <= w.until_day))
  GROUP BY p.customer_key, e.until_day
),
money_in_view AS (
  SELECT l.customer_key, SUM(l.net) AS monetary FROM lines AS l CROSS JOIN scope_window AS w
  WHERE l.day IS NOT NULL AND (w.windowed = 0 OR (l.day >= w.from_day AND l.day <= w.until_day)) GROUP BY l.customer_key
)
SELECT v.customer_key AS customer, v.recency_days, v.frequency, y.monetary, s.r, s.f, s.m,
  COALESCE(b.r, 0) AS r_before, COALESCE(b.f, 0) AS f_before, COALESCE(b.m, 0) AS m_before
FROM bought_in_view AS v
JOIN money_in_view AS y ON y.customer_key = v.customer_key
JOIN scope_customers AS c ON c.customer_key = v.customer_key
JOIN scores AS s ON s.customer_key = v.customer_key AND s.moment = 0
LEFT JOIN scores AS b ON b.customer_key = v.customer_key AND b.moment = 1
ORDER BY v.customer_key
