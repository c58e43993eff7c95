-- The shared summary to which the models of repeat buying are fitted, and against whose later days they are held.
-- Grain: one row per known customer and distinct day with a purchase in view; net is that of the day's purchases, as far as
-- the line filter keeps their lines. Repeat purchases, times and mean spend are read off these rows, and the models are
-- fitted to them by maximum likelihood, which is no matter of SQL.
SELECT p.customer_key AS customer, p.day, SUM(COALESCE(m.net, 0)) AS net
FROM scoped_purchases AS p
LEFT JOIN (SELECT order_key, SUM(net) AS net FROM scope_lines GROUP BY order_key) AS m ON m.order_key = p.order_key
WHERE p.customer_key IS NOT NULL
GROUP BY p.customer_key, p.day
ORDER BY p.customer_key, p.day
