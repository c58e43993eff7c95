-- The whole schema. The database is filled from validated columns on every load, so there are no migrations.
-- Days are days since 1970-01-01; months are year * 12 + month - 1; weeks are weeks since Monday 1969-12-29;
-- quarters are year * 4 + quarter - 1. Money is an integer of 1/10,000 of the currency unit.

-- One row a customer, in the order of their keys. Attributes of the user's files follow as text columns.
CREATE TABLE customers (
  customer_key INTEGER PRIMARY KEY,
  customer_id TEXT NOT NULL,
  name TEXT,
  email TEXT,
  first_day INTEGER,       -- day of the first purchase in the whole file; NULL without one, like the next four
  first_week INTEGER,
  first_month INTEGER,
  first_quarter INTEGER,
  first_year INTEGER,
  has_lines INTEGER NOT NULL,
  value_quintile INTEGER NOT NULL, -- 1 best to 5 by profit (by net without cost); 0 without a line
  rfm_segment TEXT         -- by recency, frequency and money at the end of observation; NULL without a purchase
);

-- One row an order. METRICS rule 4 decides which are purchases.
CREATE TABLE orders (
  order_key INTEGER PRIMARY KEY,
  order_id TEXT,
  customer_key INTEGER,    -- NULL where the customer is unknown
  day INTEGER,
  week INTEGER,
  month INTEGER,
  quarter INTEGER,
  year INTEGER,
  is_purchase INTEGER NOT NULL -- 0 too where the order has no day and others have
);

-- One row a line.
CREATE TABLE lines (
  line_key INTEGER PRIMARY KEY,
  order_key INTEGER NOT NULL,
  customer_key INTEGER,
  day INTEGER,
  month INTEGER,
  kind INTEGER NOT NULL,   -- 0 sale, 1 return, 2 void
  amount BIGINT NOT NULL,  -- as recorded, negative on returns
  net BIGINT NOT NULL,     -- what the line leaves: 0 on void lines
  profit BIGINT,           -- NULL without cost or margin
  quantity BIGINT,         -- 1/10,000 of a unit
  product_key INTEGER,
  category_key INTEGER,
  channel_key INTEGER,
  department_key INTEGER
);

CREATE TABLE products (product_key INTEGER PRIMARY KEY, product TEXT NOT NULL);
CREATE TABLE categories (category_key INTEGER PRIMARY KEY, category TEXT NOT NULL);
CREATE TABLE channels (channel_key INTEGER PRIMARY KEY, channel TEXT NOT NULL);
CREATE TABLE departments (department_key INTEGER PRIMARY KEY, department TEXT NOT NULL);

-- Dated entries into the stated stages of the funnel: 0 aware to 4 evaluates. A stage held without a date has day NULL;
-- such a one may also be 5 customer, 6 repeat_customer or 7 grown.
CREATE TABLE stage_entries (customer_key INTEGER NOT NULL, stage INTEGER NOT NULL, day INTEGER);

-- One row a contract, sorted by customer and start. tenure in 1/10,000 of its unit; churned 1 yes, 0 no, -1 not said.
CREATE TABLE contracts (
  contract_key INTEGER PRIMARY KEY,
  customer_key INTEGER NOT NULL,
  start_day INTEGER,
  end_of_term INTEGER,
  ended_on INTEGER,
  tenure BIGINT,
  churned INTEGER,
  strategy TEXT
);

-- One row: whether stays are tenures of a file without dates.
CREATE TABLE stay_rules (by_tenure INTEGER);

-- Money spent on winning customers.
CREATE TABLE spend (spend_key INTEGER PRIMARY KEY, day INTEGER, month INTEGER, amount BIGINT, touch_channel_key INTEGER);

-- Dated contacts by a channel, of customers and prospects. Key 0 is an unknown channel.
CREATE TABLE touches (touch_key INTEGER PRIMARY KEY, customer_key INTEGER NOT NULL, day INTEGER NOT NULL, touch_channel_key INTEGER NOT NULL);
CREATE TABLE touch_channels (touch_channel_key INTEGER PRIMARY KEY, touch_channel TEXT NOT NULL);

-- The latest answer of each customer who answered; score in 1/10,000; scale is its largest score: 5, 7, 10 or 100.
CREATE TABLE surveys (customer_key INTEGER PRIMARY KEY, day INTEGER, score BIGINT, scale INTEGER);

-- Every answer, as above; customer_key is NULL in all rows where the file names no customers. A weight is a decimal number as
-- text; 1 where the file has none.
CREATE TABLE answers (
  answer_key INTEGER PRIMARY KEY,
  customer_key INTEGER,
  day INTEGER,
  score BIGINT NOT NULL,
  scale INTEGER NOT NULL,
  weight_key INTEGER NOT NULL
);
CREATE TABLE answer_weights (weight_key INTEGER PRIMARY KEY, weight TEXT NOT NULL);

-- The customers files, and their records: one row a key of a file, with the customer it became. Filled where there are several
-- files, or a customer has several records in one.
CREATE TABLE sources (source_key INTEGER PRIMARY KEY, source TEXT NOT NULL);
CREATE TABLE customer_records (
  record_key INTEGER PRIMARY KEY,
  source_key INTEGER NOT NULL,
  source_customer TEXT NOT NULL,  -- the key in the file
  customer_key INTEGER NOT NULL,
  rule INTEGER NOT NULL,   -- 0 alone, 1 same key, 2 e-mail, 3 phone, 4 tax id, 5 likeness, 6 a decision
  score INTEGER,           -- chance in millionths that the record belongs to its customer; NULL for one alone
  net BIGINT NOT NULL,     -- money of the lines under the record's own key
  fifth INTEGER NOT NULL   -- the fifth in which the key stood as a customer of its own; 0 without a line
);
-- What customers say of their spend with everyone, one row a kind of statement and category. kind 0: amount is yearly spend;
-- 1: our share of it in millionths; 2: our rank among so many suppliers. category_key NULL: all together; -2: one that we
-- do not sell.
CREATE TABLE wallet (kind INTEGER NOT NULL, customer_key INTEGER NOT NULL, category_key INTEGER, amount BIGINT NOT NULL, suppliers INTEGER);

-- One row: the days between which anything was recorded to happen (NULL without dates).
CREATE TABLE observed (from_day INTEGER, until_day INTEGER, from_month INTEGER, until_month INTEGER);

-- 0, 1, 2, ... for counting periods, and the offsets in days of 30-day periods.
CREATE TABLE numbers (n INTEGER PRIMARY KEY);
CREATE TABLE thirty_day_periods (period INTEGER PRIMARY KEY, first_offset INTEGER NOT NULL, last_offset INTEGER NOT NULL);

-- First and last day of every calendar unit (month, week, quarter, year) around the observed days.
CREATE TABLE calendar (unit TEXT NOT NULL, unit_index INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL);

-- The options of the metric in view, one row; written anew, with the metric's own columns, before each query.
CREATE TABLE options (unit TEXT, mode TEXT, source TEXT, lapse_days INTEGER, lapse_at TEXT);

-- The fields that a filter may name, and where they are kept: a column of customers, or a column of lines (key) with
-- its values in a table of their own (lookup).
CREATE TABLE fields (kind TEXT NOT NULL, field TEXT NOT NULL, column_name TEXT NOT NULL, lookup TEXT, key_name TEXT);

-- The filter in view, written anew by scope.ts whenever it changes. As created here it keeps nothing.
-- Customers that the customer filter keeps; lines that the line filter keeps; orders that are still purchases on these
-- (kept_purchases is used only under a line filter); the window, with wide bounds where it is open.
CREATE TABLE scope_customers (customer_key INTEGER PRIMARY KEY);
CREATE TABLE kept_purchases (order_key INTEGER PRIMARY KEY);
CREATE TABLE scope_window (from_day BIGINT NOT NULL, until_day BIGINT NOT NULL, windowed INTEGER NOT NULL, unknown_customers INTEGER NOT NULL);
CREATE VIEW scope_lines AS SELECT l.* FROM lines AS l;
CREATE VIEW scope_purchases AS SELECT o.* FROM orders AS o WHERE o.is_purchase = 1;

-- Customers that the customer filter keeps.
CREATE VIEW scoped_customers AS
SELECT c.* FROM customers AS c JOIN scope_customers AS s ON s.customer_key = c.customer_key;

-- Lines that the line filter keeps, of customers in view, on any day.
CREATE VIEW scoped_lines_any_day AS
SELECT l.* FROM scope_lines AS l
CROSS JOIN scope_window AS w
WHERE w.unknown_customers = 1 OR l.customer_key IN (SELECT customer_key FROM scope_customers);

-- Those inside the window. Money is summed over these.
CREATE VIEW scoped_lines AS
SELECT l.* FROM scoped_lines_any_day AS l
CROSS JOIN scope_window AS w
WHERE w.windowed = 0 OR (l.day >= w.from_day AND l.day <= w.until_day);

-- Purchases on what the line filter leaves, of customers in view (unknown customers have NULL), on any day.
CREATE VIEW scoped_purchases_any_day AS
SELECT o.* FROM scope_purchases AS o
CROSS JOIN scope_window AS w
WHERE w.unknown_customers = 1 OR o.customer_key IN (SELECT customer_key FROM scope_customers);

-- Those inside the window.
CREATE VIEW scoped_purchases AS
SELECT o.* FROM scoped_purchases_any_day AS o
CROSS JOIN scope_window AS w
WHERE w.windowed = 0 OR (o.day >= w.from_day AND o.day <= w.until_day);

-- Sale lines of purchases: what a customer or a basket holds, with the day of the purchase.
CREATE VIEW scoped_holdings_any_day AS
SELECT l.*, p.day AS purchase_day FROM scope_lines AS l
JOIN scoped_purchases_any_day AS p ON p.order_key = l.order_key
WHERE l.kind = 0;

-- Those of the purchases in view.
CREATE VIEW scoped_holdings AS
SELECT l.*, p.day AS purchase_day FROM scope_lines AS l
JOIN scoped_purchases AS p ON p.order_key = l.order_key
WHERE l.kind = 0;

-- Customers in view with a purchase anywhere in the file, by the calendar unit of their first one (options.unit;
-- under 30d the cohort stays the month).
CREATE VIEW scoped_cohort_members AS
SELECT c.customer_key, c.first_day,
  CASE o.unit WHEN 'week' THEN c.first_week WHEN 'quarter' THEN c.first_quarter WHEN 'year' THEN c.first_year
    ELSE c.first_month END AS cohort
FROM scoped_customers AS c CROSS JOIN options AS o
WHERE c.first_day IS NOT NULL;

-- The periods in which each of them bought, counted from the first purchase.
CREATE VIEW scoped_cohort_activity AS
SELECT DISTINCT m.cohort, m.customer_key,
  CASE o.unit WHEN 'week' THEN p.week - m.cohort WHEN 'quarter' THEN p.quarter - m.cohort
    WHEN 'year' THEN p.year - m.cohort WHEN '30d' THEN t.period ELSE p.month - m.cohort END AS period
FROM scoped_purchases AS p
JOIN scoped_cohort_members AS m ON m.customer_key = p.customer_key
CROSS JOIN options AS o
LEFT JOIN thirty_day_periods AS t
  ON o.unit = '30d' AND p.day - m.first_day >= t.first_offset AND p.day - m.first_day <= t.last_offset;

-- Contracts that have begun, end no sooner than they begin and, where they are said to have ended, say when.
CREATE VIEW usable_contracts AS
SELECT k.* FROM contracts AS k CROSS JOIN observed AS d
WHERE k.start_day <= d.until_day
  AND ((k.ended_on IS NULL AND k.churned <> 1) OR k.ended_on >= k.start_day);

-- Contracts in the order of a customer's starts, with the last day that the earlier ones reach.
CREATE VIEW following_contracts AS
SELECT k.*, MAX(COALESCE(k.ended_on, 2147483647)) OVER (
  PARTITION BY k.customer_key ORDER BY k.start_day, k.contract_key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
) AS reached
FROM usable_contracts AS k;

-- The first stay of each customer by contract: contracts that overlap, or follow by the next day, are one stay. With
-- tenures, the longest, ended once all are. length is in 1/10,000 of a day or of the tenure's unit.
CREATE VIEW contract_stays AS
SELECT k.customer_key, NULL AS start_day, MAX(k.tenure) AS length,
  MIN(CASE WHEN k.churned = 1 THEN 1 ELSE 0 END) AS has_ended
FROM contracts AS k CROSS JOIN stay_rules AS r
WHERE r.by_tenure = 1 AND k.tenure IS NOT NULL
GROUP BY k.customer_key
UNION ALL
SELECT s.customer_key, s.start_day,
  (CASE WHEN s.last_day = 2147483647 THEN d.until_day ELSE s.last_day END - s.start_day) * CAST(10000 AS BIGINT) AS length,
  CASE WHEN s.last_day = 2147483647 THEN 0 ELSE 1 END AS has_ended
FROM (
  SELECT b.customer_key, MIN(b.start_day) AS start_day, MAX(COALESCE(b.ended_on, 2147483647)) AS last_day
  FROM (
    SELECT f.*, SUM(CASE WHEN f.start_day - 1 > f.reached THEN 1 ELSE 0 END) OVER (
      PARTITION BY f.customer_key ORDER BY f.start_day, f.contract_key ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS breaks
    FROM following_contracts AS f
  ) AS b
  WHERE b.breaks = 0
  GROUP BY b.customer_key
) AS s
CROSS JOIN observed AS d CROSS JOIN stay_rules AS r
WHERE r.by_tenure = 0;

-- Purchase days of the whole file, each with the customer's next one.
CREATE VIEW following_purchase_days AS
SELECT a.customer_key, a.day, LEAD(a.day) OVER (PARTITION BY a.customer_key ORDER BY a.day) AS next_day
FROM (SELECT DISTINCT customer_key, day FROM orders WHERE is_purchase = 1 AND customer_key IS NOT NULL) AS a;

-- The first stay of each customer by purchases: until options.lapse_days after the first purchase day that no other
-- follows within them. Without such a day, until the end of observation. A filter of lines does not move a stay.
CREATE VIEW lapse_stays AS
SELECT g.customer_key, c.first_day AS start_day,
  (COALESCE(MIN(g.lapsed_on), MIN(g.until_day)) - c.first_day) * CAST(10000 AS BIGINT) AS length,
  CASE WHEN MIN(g.lapsed_on) IS NULL THEN 0 ELSE 1 END AS has_ended
FROM (
  SELECT p.customer_key, d.until_day,
    CASE WHEN p.day + o.lapse_days <= d.until_day AND (p.next_day IS NULL OR p.next_day > p.day + o.lapse_days)
      THEN p.day + o.lapse_days END AS lapsed_on
  FROM following_purchase_days AS p
  CROSS JOIN options AS o CROSS JOIN observed AS d
  WHERE o.lapse_days IS NOT NULL
) AS g
JOIN customers AS c ON c.customer_key = g.customer_key
GROUP BY g.customer_key, c.first_day;

-- The same stays read at their last purchase: until the first purchase day, up to options.lapse_days before the end of
-- observation, that no other follows within them. Without such a day, until that day; who came later is not judged.
CREATE VIEW last_purchase_stays AS
SELECT g.customer_key, c.first_day AS start_day,
  (COALESCE(MIN(g.last_day), MIN(g.judged_until)) - c.first_day) * CAST(10000 AS BIGINT) AS length,
  CASE WHEN MIN(g.last_day) IS NULL THEN 0 ELSE 1 END AS has_ended
FROM (
  SELECT p.customer_key, d.until_day - o.lapse_days AS judged_until,
    CASE WHEN p.day <= d.until_day - o.lapse_days AND (p.next_day IS NULL OR p.next_day > p.day + o.lapse_days)
      THEN p.day END AS last_day
  FROM following_purchase_days AS p
  CROSS JOIN options AS o CROSS JOIN observed AS d
  WHERE o.lapse_days IS NOT NULL
) AS g
JOIN customers AS c ON c.customer_key = g.customer_key
WHERE c.first_day <= g.judged_until
GROUP BY g.customer_key, c.first_day;

-- Stays of customers in view, from options.source. A stay that began before the window is at risk from its first day on
-- (entry); one that goes beyond its end is censored there.
CREATE VIEW scoped_stays AS
SELECT s.customer_key, s.start_day,
  CASE WHEN w.windowed = 1 AND s.start_day < w.from_day THEN (w.from_day - s.start_day) * 10000 ELSE 0 END AS entry,
  CASE WHEN w.windowed = 1 AND (w.until_day - s.start_day) * 10000 < s.length
    THEN (w.until_day - s.start_day) * 10000 ELSE s.length END AS length,
  CASE WHEN w.windowed = 1 AND (w.until_day - s.start_day) * 10000 < s.length THEN 0 ELSE s.has_ended END AS has_ended
FROM (
  SELECT c.customer_key, c.start_day, c.length, c.has_ended
  FROM contract_stays AS c CROSS JOIN options AS o WHERE o.source = 'contract'
  UNION ALL
  SELECT l.customer_key, l.start_day, l.length, l.has_ended
  FROM lapse_stays AS l CROSS JOIN options AS o WHERE o.source = 'purchases' AND o.lapse_at = 'n_days_later'
  UNION ALL
  SELECT p.customer_key, p.start_day, p.length, p.has_ended
  FROM last_purchase_stays AS p CROSS JOIN options AS o WHERE o.source = 'purchases' AND o.lapse_at = 'last_purchase'
) AS s
JOIN scope_customers AS v ON v.customer_key = s.customer_key
CROSS JOIN scope_window AS w
WHERE w.windowed = 0 OR s.start_day IS NULL
  OR (w.from_day <= w.until_day AND s.start_day <= w.until_day AND (w.from_day - s.start_day) * 10000 <= s.length);
