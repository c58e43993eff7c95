-- Which customer each record of the customers files became, by which rule, how surely.
-- Grain: one row per record (a key of a file) whose customer is in view; score in millionths, NULL for a record alone.
SELECT r.source_key AS source, r.record_key AS source_key, r.customer_key AS customer, r.rule, r.score
FROM customer_records AS r
JOIN scope_customers AS s ON s.customer_key = r.customer_key
ORDER BY r.source_key, r.record_key
