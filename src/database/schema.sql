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
  is_purchase INTEGER NOT NULL
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
CREATE TABLE options (unit TEXT, mode TEXT);

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
