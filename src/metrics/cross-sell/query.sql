-- What is bought together, by order (level 0) and by customer (level 1).
-- Grain: one row per ordered pair of items that anyone holds both of, and one per item with itself. An item is held
-- through a sale line of a purchase; quantities and blank items do not count. Only the most held items are paired:
-- 2,000 of them, or as many as the option says. from_first counts customers whose first day with the one item is before that with the other.
WITH texts AS (
  SELECT 'category' AS field, category_key AS item, category AS name FROM categories
  UNION ALL SELECT 'product' AS field, product_key AS item, product AS name FROM products
),
holdings AS (
  SELECT h.order_key, h.customer_key, h.purchase_day,
    CASE o.item WHEN 'product' THEN h.product_key ELSE h.category_key END AS item
  FROM scoped_holdings AS h CROSS JOIN options AS o
),
held AS (
  SELECT DISTINCT 0 AS level, h.order_key AS holder, h.item, 0 AS first_day
  FROM holdings AS h CROSS JOIN options AS o
  WHERE h.item IS NOT NULL AND (o.levels = 'both' OR o.level = 'basket')
  UNION ALL
  SELECT 1 AS level, h.customer_key AS holder, h.item, MIN(h.purchase_day) AS first_day
  FROM holdings AS h CROSS JOIN options AS o
  WHERE h.item IS NOT NULL AND h.customer_key IS NOT NULL AND (o.levels = 'both' OR o.level = 'customer')
  GROUP BY h.customer_key, h.item
),
sizes AS (SELECT level, item, COUNT(*) AS holders FROM held GROUP BY level, item),
ranked AS (
  SELECT s.level, s.item, s.holders, ROW_NUMBER() OVER (PARTITION BY s.level ORDER BY s.holders DESC, t.name) AS place,
    COUNT(*) OVER (PARTITION BY s.level) AS items
  FROM sizes AS s CROSS JOIN options AS o JOIN texts AS t ON t.field = o.item AND t.item = s.item
),
paired AS (
  SELECT r.level, r.item, r.holders, r.items FROM ranked AS r CROSS JOIN options AS o WHERE r.place <= o.items
),
kept AS (
  SELECT h.level, h.holder, h.item, h.first_day
  FROM held AS h JOIN paired AS p ON p.level = h.level AND p.item = h.item
),
-- Each pair once, by its lower key; then the other way round.
one_way AS (
  SELECT a.level, a.item AS from_item, b.item AS to_item, COUNT(*) AS n_both,
    SUM(CASE WHEN a.first_day < b.first_day THEN 1 ELSE 0 END) AS from_first,
    SUM(CASE WHEN b.first_day < a.first_day THEN 1 ELSE 0 END) AS to_first
  FROM kept AS a JOIN kept AS b ON b.level = a.level AND b.holder = a.holder AND b.item >= a.item
  GROUP BY a.level, a.item, b.item
),
pairs AS (
  SELECT level, from_item, to_item, n_both, from_first, to_first FROM one_way
  UNION ALL
  SELECT level, to_item AS from_item, from_item AS to_item, n_both, to_first AS from_first, from_first AS to_first
  FROM one_way WHERE from_item <> to_item
),
everyone AS (
  SELECT 0 AS level, COUNT(*) AS n FROM scoped_purchases
  UNION ALL SELECT 1 AS level, COUNT(DISTINCT customer_key) AS n FROM scoped_purchases
)
SELECT p.level, p.from_item, p.to_item, e.n, f.holders AS n_from, t.holders AS n_to,
  p.n_both, p.from_first, p.to_first, f.items
FROM pairs AS p
JOIN paired AS f ON f.level = p.level AND f.item = p.from_item
JOIN paired AS t ON t.level = p.level AND t.item = p.to_item
JOIN everyone AS e ON e.level = p.level
ORDER BY p.level, p.from_item, p.to_item
