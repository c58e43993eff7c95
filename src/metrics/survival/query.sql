-- How long customers stay: who comes under observation, leaves, or is lost from view, by time since the start.
-- Grain: one row per stratum and time (1/10,000 of a day, or of the tenure's unit) at which anything happens. A stay ends
-- with the contract, or by options.lapse_days without a purchase, read as options.lapse_at says; whoever has not left is lost from view at the end.
-- survival_strata says who stands where, and from which day on a stay is counted where that is the day of a survey.
WITH dated AS (
  SELECT COALESCE(g.stratum, 0) AS stratum, s.entry, s.length, s.has_ended,
    CASE WHEN g.from_day IS NULL THEN 0 ELSE (g.from_day - s.start_day) * CAST(10000 AS BIGINT) END AS later
  FROM scoped_stays AS s LEFT JOIN survival_strata AS g ON g.customer_key = s.customer_key
),
placed AS (
  SELECT stratum, CASE WHEN entry > later THEN entry - later ELSE 0 END AS entry, length - later AS length, has_ended
  FROM dated
  WHERE stratum >= 0 AND length >= later
),
happened AS (
  SELECT stratum, entry AS t, 1 AS entered, 0 AS events, 0 AS censored FROM placed
  UNION ALL
  SELECT stratum, length AS t, 0 AS entered, has_ended AS events, 1 - has_ended AS censored FROM placed
)
SELECT stratum, t, SUM(entered) AS entered, SUM(events) AS events, SUM(censored) AS censored
FROM happened
GROUP BY stratum, t
ORDER BY stratum, t
