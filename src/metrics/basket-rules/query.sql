-- What each basket holds: the shared summary from which the rules are worked out.
-- Grain: one row per purchase in view and item (product, or category where that is asked for) of its sale lines; n is the
-- number of all purchases in view. Frequent sets of items and their rules are no matter of SQL: they are searched in these rows.
WITH holdings AS (
  SELECT DISTINCT h.order_key AS basket, CASE WHEN o.item = 'category' THEN h.category_key ELSE h.product_key END AS item
  FROM scoped_holdings AS h CROSS JOIN options AS o
),
everyone AS (SELECT COUNT(*) AS n FROM scoped_purchases)
SELECT h.basket, h.item, e.n FROM holdings AS h CROSS JOIN everyone AS e
WHERE h.item IS NOT NULL
ORDER BY h.basket, h.item
