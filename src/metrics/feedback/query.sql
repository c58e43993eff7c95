-- What customers answered when they were asked: promoters, passives and detractors.
-- Grain: one row per group, band (0 detracts, 1 passive, 2 promotes) and weight, with the customers behind all answers of the
-- group and behind those of the band. Every answer in view counts. Answers that name no customer are in view unless customers
-- are chosen.
WITH judged AS (
  SELECT COALESCE(g.part, 0) AS part, a.customer_key, a.weight_key AS weight, a.scale,
    CASE WHEN a.score >= CASE a.scale WHEN 10 THEN 90000 WHEN 7 THEN 60000 WHEN 100 THEN 900000 ELSE 40000 END THEN 2
      WHEN a.score <= CASE a.scale WHEN 10 THEN 60000 WHEN 7 THEN 40000 WHEN 100 THEN 600000 ELSE 20000 END THEN 0
      ELSE 1 END AS band
  FROM answers AS a
  CROSS JOIN scope_window AS w
  LEFT JOIN answer_groups AS g ON g.answer_key = a.answer_key
  WHERE ((a.customer_key IS NULL AND w.unknown_customers = 1)
      OR a.customer_key IN (SELECT customer_key FROM scope_customers))
    AND (w.windowed = 0 OR (a.day >= w.from_day AND a.day <= w.until_day))
),
people AS (SELECT part, COUNT(DISTINCT customer_key) AS customers FROM judged GROUP BY part),
banded AS (SELECT part, band, COUNT(DISTINCT customer_key) AS customers FROM judged GROUP BY part, band)
SELECT j.part, j.band, j.weight, j.scale, COUNT(*) AS answers, p.customers AS people, b.customers AS people_of_band
FROM judged AS j
JOIN people AS p ON p.part = j.part
JOIN banded AS b ON b.part = j.part AND b.band = j.band
GROUP BY j.part, j.band, j.weight, j.scale, p.customers, b.customers
ORDER BY j.part, j.band, j.weight
