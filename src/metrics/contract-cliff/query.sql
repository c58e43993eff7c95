-- Who leaves, by months from the end of term: month 0 begins on the day after it.
-- Grain: one row per strategy and month with anyone at risk. A customer is at risk in a month that a contract of theirs
-- enters alive and that is observed whole, and ends in it if no contract of theirs runs on or follows by the next day.
WITH months AS (
  SELECT k.customer_key, COALESCE(g.strategy_code, 0) AS strategy, t.months_from_end,
    CASE WHEN k.ended_on < t.closes AND NOT EXISTS (
      SELECT 1 FROM usable_contracts AS n
      WHERE n.customer_key = k.customer_key AND n.contract_key <> k.contract_key
        AND n.start_day <= k.ended_on + 1 AND (n.ended_on IS NULL OR n.ended_on > k.ended_on)
    ) THEN 1 ELSE 0 END AS has_left
  FROM usable_contracts AS k
  JOIN scope_customers AS s ON s.customer_key = k.customer_key
  JOIN term_months AS t ON t.end_of_term = k.end_of_term
  LEFT JOIN contract_strategies AS g ON g.contract_key = k.contract_key
  CROSS JOIN observed AS d CROSS JOIN scope_window AS w
  WHERE t.opens >= k.start_day AND t.closes - 1 <= d.until_day AND (k.ended_on IS NULL OR k.ended_on >= t.opens)
    AND (w.windowed = 0 OR (t.opens >= w.from_day AND t.closes - 1 <= w.until_day))
),
people AS (
  SELECT customer_key, strategy, months_from_end, MAX(has_left) AS has_left
  FROM months GROUP BY customer_key, strategy, months_from_end
)
SELECT strategy, months_from_end, COUNT(*) AS at_risk, SUM(has_left) AS ended
FROM people
GROUP BY strategy, months_from_end
ORDER BY strategy, months_from_end
