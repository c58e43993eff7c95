-- What each customers file sees of its customers.
-- Grain: one row per file with a customer in view. shared: also in another file; changed: the fifth by profit (net without
-- cost) in which the file's own keys stood is not the customer's; alone and whole: money of the whole file under the
-- file's keys, and of the same customers under all keys.
WITH seen AS (
  SELECT r.source_key, r.customer_key, COUNT(*) AS records, SUM(r.net) AS net_alone,
    COALESCE(MIN(CASE WHEN r.fifth > 0 THEN r.fifth END), 0) AS fifth
  FROM customer_records AS r JOIN scope_customers AS s ON s.customer_key = r.customer_key
  GROUP BY r.source_key, r.customer_key
),
spread AS (SELECT customer_key, COUNT(*) AS sources FROM seen GROUP BY customer_key),
whole AS (SELECT customer_key, SUM(net) AS net FROM lines WHERE customer_key IS NOT NULL GROUP BY customer_key)
SELECT n.source_key AS source, SUM(n.records) AS records, COUNT(*) AS customers,
  SUM(CASE WHEN p.sources > 1 THEN 1 ELSE 0 END) AS shared_with_other_sources,
  SUM(CASE WHEN n.fifth <> c.value_quintile THEN 1 ELSE 0 END) AS profit_rank_changed,
  SUM(n.net_alone) AS net_alone, SUM(COALESCE(w.net, 0)) AS net_whole
FROM seen AS n
JOIN spread AS p ON p.customer_key = n.customer_key
JOIN customers AS c ON c.customer_key = n.customer_key
LEFT JOIN whole AS w ON w.customer_key = n.customer_key
GROUP BY n.source_key
ORDER BY n.source_key
