-- Who bought what when, and what it brought: the shared summary from which offers are learnt.
-- Grain: one row per known customer, item (category or product) and day on which purchases in view hold it through sale
-- lines; value is their profit, or net without cost; n is the number of known customers with a purchase in view.
WITH holdings AS (
  SELECT h.customer_key AS customer, CASE WHEN o.item = 'category' THEN h.category_key ELSE h.product_key END AS item,
    h.purchase_day AS day, COALESCE(h.profit, h.net) AS value
  FROM scoped_holdings AS h CROSS JOIN options AS o
  WHERE h.customer_key IS NOT NULL
),
everyone AS (SELECT COUNT(DISTINCT customer_key) AS n FROM scoped_purchases)
SELECT h.customer, h.item, h.day, SUM(h.value) AS value, e.n
FROM holdings AS h CROSS JOIN everyone AS e
WHERE h.item IS NOT NULL
GROUP BY h.customer, h.item, h.day, e.n
ORDER BY h.customer, h.item, h.day
