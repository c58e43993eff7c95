-- Where recency, frequency and money are cut, and how many customers lie between the cuts.
-- Grain: one row per measure (0 recency in days, 1 purchases, 2 net total) and band between two cuts, 1 the lowest values.
-- Cuts come from every customer of the whole file with a purchase; customers are those in view. fifths is five times the cut
-- above the band: the quantile of k fifths (type 7) lies at position (n - 1) k / 5, so many fifths of the step from one
-- value to the next. own_cuts hold the cuts that the user has set.
WITH bought AS (
  SELECT p.customer_key, e.until_day - MAX(p.day) AS recency_days, COUNT(*) AS frequency
  FROM orders AS p CROSS JOIN observed AS e
  WHERE p.is_purchase = 1 AND p.customer_key IS NOT NULL AND p.day <= e.until_day GROUP BY p.customer_key, e.until_day
),
money AS (
  SELECT l.customer_key, SUM(l.net) AS monetary FROM lines AS l CROSS JOIN observed AS e
  WHERE l.customer_key IS NOT NULL AND l.day <= e.until_day GROUP BY l.customer_key
),
measured AS (
  SELECT customer_key, 0 AS measure, recency_days AS value FROM bought
  UNION ALL SELECT customer_key, 1 AS measure, frequency AS value FROM bought
  UNION ALL
  SELECT b.customer_key, 2 AS measure, m.monetary AS value FROM bought AS b JOIN money AS m ON m.customer_key = b.customer_key
),
ranked AS (
  SELECT measure, value, ROW_NUMBER() OVER (PARTITION BY measure ORDER BY value) - 1 AS place,
    COALESCE(LEAD(value) OVER (PARTITION BY measure ORDER BY value), value) AS next, COUNT(*) OVER (PARTITION BY measure) AS n
  FROM measured
),
cuts AS (
  SELECT r.measure, k.n AS k, r.value AS cut, 5 * r.value + ((r.n - 1) * k.n - 5 * r.place) * (r.next - r.value) AS fifths
  FROM ranked AS r
  JOIN numbers AS k ON k.n >= 1 AND k.n <= 4 AND 5 * r.place <= (r.n - 1) * k.n AND (r.n - 1) * k.n < 5 * (r.place + 1)
  WHERE r.measure NOT IN (SELECT measure FROM own_cuts)
  UNION ALL SELECT measure, k, cut, fifths FROM own_cuts
),
placed AS (
  SELECT v.measure, v.customer_key, 1 + SUM(CASE WHEN v.value > c.cut THEN 1 ELSE 0 END) AS band
  FROM measured AS v JOIN cuts AS c ON c.measure = v.measure GROUP BY v.measure, v.customer_key
),
counted AS (
  SELECT p.measure, p.band, COUNT(*) AS customers
  FROM placed AS p JOIN scope_customers AS s ON s.customer_key = p.customer_key GROUP BY p.measure, p.band
)
SELECT m.measure, b.n AS band, COALESCE(t.customers, 0) AS customers, c.fifths
FROM (SELECT DISTINCT measure FROM measured) AS m
JOIN numbers AS b ON b.n >= 1 AND b.n <= 5
LEFT JOIN counted AS t ON t.measure = m.measure AND t.band = b.n
LEFT JOIN cuts AS c ON c.measure = m.measure AND c.k = b.n
ORDER BY m.measure, b.n
