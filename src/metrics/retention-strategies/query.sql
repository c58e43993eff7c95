-- What customers under each retention strategy bring in, and how they answer.
-- Grain: one row per strategy with anyone in view. Money and the days of stays are those in view; who left and answers
-- are of the whole file.
WITH people AS (
  SELECT s.customer_key, COALESCE(g.strategy_code, 0) AS strategy
  FROM scope_customers AS s LEFT JOIN customer_strategies AS g ON g.customer_key = s.customer_key
  WHERE EXISTS (SELECT 1 FROM contracts AS k WHERE k.customer_key = s.customer_key)
),
money AS (
  SELECT customer_key, SUM(net) AS net, SUM(profit) AS profit
  FROM scoped_lines WHERE customer_key IS NOT NULL GROUP BY customer_key
),
seen AS (
  SELECT k.customer_key, k.start_day, k.has_ended,
    CASE WHEN w.windowed = 1 AND w.from_day > k.start_day THEN (w.from_day - k.start_day) * 10000 ELSE 0 END AS entry,
    CASE WHEN w.windowed = 1 AND (w.until_day - k.start_day) * 10000 + 10000 < k.length
      THEN (w.until_day - k.start_day) * 10000 + 10000 ELSE k.length END AS last_step
  FROM contract_stays AS k CROSS JOIN scope_window AS w
)
SELECT p.strategy, COUNT(*) AS customers, SUM(COALESCE(k.has_ended, 0)) AS ended,
  SUM(CASE WHEN k.start_day IS NULL OR k.last_step < k.entry THEN 0 ELSE k.last_step - k.entry END) AS days,
  SUM(COALESCE(m.net, 0)) AS net, SUM(COALESCE(m.profit, 0)) AS profit,
  SUM(CASE WHEN v.scale = 10 THEN 1 ELSE 0 END) AS responders,
  SUM(CASE WHEN v.scale = 10 AND v.score >= 90000 THEN 1 ELSE 0 END) AS promoters,
  SUM(CASE WHEN v.scale = 10 AND v.score <= 60000 THEN 1 ELSE 0 END) AS detractors
FROM people AS p
LEFT JOIN seen AS k ON k.customer_key = p.customer_key
LEFT JOIN money AS m ON m.customer_key = p.customer_key
LEFT JOIN surveys AS v ON v.customer_key = p.customer_key
GROUP BY p.strategy
ORDER BY p.strategy
