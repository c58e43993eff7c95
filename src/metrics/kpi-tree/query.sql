-- Net sales of known customers by month, and what they are made of: buyers, their purchases, and the items in these.
-- Grain: one row per month of the observed time that no window cuts. Net is that of the lines of the month, returns
-- included; items are those of the month's purchases. A line without a quantity is one item.
WITH months AS (
  SELECT c.unit_index AS month
  FROM calendar AS c CROSS JOIN observed AS d CROSS JOIN scope_window AS w
  WHERE c.unit = 'month' AND c.last_day >= d.from_day AND c.first_day <= d.until_day
    AND (c.first_day >= w.from_day OR w.from_day <= d.from_day)
    AND (c.last_day <= w.until_day OR w.until_day >= d.until_day)
),
money AS (
  SELECT month, SUM(net) AS net FROM scoped_lines WHERE customer_key IS NOT NULL GROUP BY month
),
bought AS (
  SELECT month, COUNT(DISTINCT customer_key) AS customers, COUNT(*) AS orders
  FROM scoped_purchases WHERE customer_key IS NOT NULL GROUP BY month
),
held AS (
  SELECT p.month, SUM(COALESCE(l.quantity, 10000)) AS items
  FROM scoped_purchases AS p JOIN scope_lines AS l ON l.order_key = p.order_key
  WHERE p.customer_key IS NOT NULL AND l.kind = 0 GROUP BY p.month
)
SELECT m.month, COALESCE(money.net, 0) AS net, COALESCE(bought.customers, 0) AS customers,
  COALESCE(bought.orders, 0) AS orders, COALESCE(held.items, 0) AS items
FROM months AS m
LEFT JOIN money ON money.month = m.month
LEFT JOIN bought ON bought.month = m.month
LEFT JOIN held ON held.month = m.month
ORDER BY m.month
