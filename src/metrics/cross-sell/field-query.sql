-- What is bought together, one level at a time and one way round: what a picture of thousands of items is made of.
-- Grain: one row per two items that anyone holds both of, the lower key first, and one per item with itself. Holdings are as in
-- cross_sell; the level is that of the options (baskets or customers). n are all of these with a purchase.
WITH texts AS (
  SELECT 'category' AS field, category_key AS item, category AS name FROM categories
  UNION ALL SELECT 'product' AS field, product_key AS item, product AS name FROM products
),
holdings AS (
  SELECT h.order_key, h.customer_key, o.level,
    CASE o.item WHEN 'product' THEN h.product_key ELSE h.category_key END AS item
  FROM scoped_holdings AS h CROSS JOIN options AS o
),
held AS (
  SELECT DISTINCT CASE level WHEN 'basket' THEN order_key ELSE customer_key END AS holder, item
  FROM holdings WHERE item IS NOT NULL AND (level = 'basket' OR customer_key IS NOT NULL)
),
sizes AS (SELECT item, COUNT(*) AS holders FROM held GROUP BY item),
ranked AS (
  SELECT s.item, ROW_NUMBER() OVER (ORDER BY s.holders DESC, t.name) AS place, COUNT(*) OVER () AS items
  FROM sizes AS s CROSS JOIN options AS o JOIN texts AS t ON t.field = o.item AND t.item = s.item
),
paired AS (SELECT r.item, r.items FROM ranked AS r CROSS JOIN options AS o WHERE r.place <= o.items),
kept AS (SELECT h.holder, h.item, p.items FROM held AS h JOIN paired AS p ON p.item = h.item),
everyone AS (
  SELECT CASE o.level WHEN 'basket' THEN (SELECT COUNT(*) FROM scoped_purchases)
    ELSE (SELECT COUNT(DISTINCT customer_key) FROM scoped_purchases) END AS n
  FROM options AS o
)
SELECT a.item AS from_item, b.item AS to_item, e.n, COUNT(*) AS n_both, a.items
FROM kept AS a JOIN kept AS b ON b.holder = a.holder AND b.item >= a.item CROSS JOIN everyone AS e
GROUP BY a.item, b.item, e.n, a.items
ORDER BY a.item, b.item
