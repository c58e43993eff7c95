-- What winning a customer costs and brings, by channel and by who gets the credit.
-- Grain: one row per model (0 first contact, 1 last, 2 all alike), channel (0 unknown), number of contacts that share the credit,
-- and month since the first purchase (acquisition_months: twelve are 365 days). Month 0 counts everybody; month k those observed for
-- all of it, with their money up to then. Money and people are multiplied by the contacts credited. Rows of 0 contacts hold spend.
WITH won AS (
  SELECT c.customer_key, c.first_day,
    CASE WHEN w.windowed = 1 AND w.until_day < e.until_day THEN w.until_day ELSE e.until_day END - c.first_day AS seen_days
  FROM scoped_customers AS c CROSS JOIN observed AS e CROSS JOIN scope_window AS w
  WHERE c.first_day IS NOT NULL AND (w.windowed = 0 OR (c.first_day >= w.from_day AND c.first_day <= w.until_day))
),
paths AS (
  SELECT t.customer_key, t.touch_channel_key AS channel,
    COUNT(*) OVER (PARTITION BY t.customer_key) AS touches,
    ROW_NUMBER() OVER (PARTITION BY t.customer_key ORDER BY t.day, t.touch_channel_key, t.touch_key) AS from_first,
    ROW_NUMBER() OVER (PARTITION BY t.customer_key ORDER BY t.day DESC, t.touch_channel_key, t.touch_key) AS from_last
  FROM touches AS t JOIN won AS c ON c.customer_key = t.customer_key
  WHERE t.day <= c.first_day
),
credits AS (
  SELECT customer_key, 0 AS model, channel, 1 AS touches, 1 AS credit FROM paths WHERE from_first = 1
  UNION ALL
  SELECT customer_key, 1 AS model, channel, 1 AS touches, 1 AS credit FROM paths WHERE from_last = 1
  UNION ALL
  SELECT customer_key, 2 AS model, channel, touches, COUNT(*) AS credit FROM paths GROUP BY customer_key, channel, touches
  UNION ALL
  SELECT c.customer_key, m.model, 0 AS channel, 1 AS touches, 1 AS credit
  FROM won AS c CROSS JOIN acquisition_models AS m
  WHERE NOT EXISTS (SELECT 1 FROM paths AS p WHERE p.customer_key = c.customer_key)
),
monthly AS (
  SELECT l.customer_key, m.month, SUM(l.net) AS net, SUM(COALESCE(l.profit, 0)) AS profit
  FROM scoped_lines AS l
  JOIN won AS c ON c.customer_key = l.customer_key
  JOIN acquisition_months AS m
    ON CASE WHEN l.day < c.first_day THEN 0 ELSE l.day - c.first_day END >= m.first_offset
    AND CASE WHEN l.day < c.first_day THEN 0 ELSE l.day - c.first_day END <= m.last_offset
  WHERE l.day IS NOT NULL
  GROUP BY l.customer_key, m.month
),
grown AS (
  SELECT c.customer_key, k.month, COALESCE(SUM(y.net), 0) AS net, COALESCE(SUM(y.profit), 0) AS profit
  FROM won AS c
  JOIN acquisition_months AS k ON k.last_offset <= c.seen_days
  LEFT JOIN monthly AS y ON y.customer_key = c.customer_key AND y.month <= k.month
  GROUP BY c.customer_key, k.month
  UNION ALL
  SELECT customer_key, 0 AS month, 0 AS net, 0 AS profit FROM won
)
SELECT c.model, c.channel, c.touches, g.month, COUNT(*) AS people, SUM(c.credit) AS credit,
  SUM(c.credit * g.net) AS net, SUM(c.credit * g.profit) AS profit, 0 AS spend
FROM credits AS c JOIN grown AS g ON g.customer_key = c.customer_key
GROUP BY c.model, c.channel, c.touches, g.month
UNION ALL
SELECT m.model, s.touch_channel_key AS channel, 0 AS touches, 0 AS month, 0 AS people, 0 AS credit, 0 AS net, 0 AS profit,
  SUM(s.amount) AS spend
FROM spend AS s CROSS JOIN acquisition_models AS m CROSS JOIN scope_window AS w
WHERE w.unknown_customers = 1 AND (w.windowed = 0 OR (s.day >= w.from_day AND s.day <= w.until_day))
GROUP BY m.model, s.touch_channel_key
ORDER BY 1, 2, 3, 4
