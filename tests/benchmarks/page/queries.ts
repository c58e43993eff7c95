import { LAPSE_DAYS, type Days, type Question } from './questions';

/**
 * How DuckDB keeps the lines: `plain`, as read_csv brings them, which is what an engineer would query; or `star`, made for
 * these questions: lines of integers sorted by customer, and of each customer what the whole file fixes.
 */
export type Schema = 'plain' | 'star';

const COLUMNS =
  "{'order_id': 'VARCHAR', 'customer_id': 'VARCHAR', 'ordered_at': 'TIMESTAMP', 'product': 'VARCHAR', 'category': 'VARCHAR', " +
  "'quantity': 'INTEGER', 'unit_price': 'DOUBLE', 'revenue': 'DOUBLE', 'cost': 'DOUBLE', 'channel': 'VARCHAR'}";

export const readCsv = (file: string) =>
  `CREATE OR REPLACE TABLE plain AS SELECT * FROM read_csv('${file}', header = true, columns = ${COLUMNS})`;

const CENTS = (amount: string) => `CAST(round(sum(${amount}) * 100) AS BIGINT)`;
const MONTH = (time: string) => `(year(${time}) * 12 + month(${time}) - 1)`;
const DAY = 'CAST(epoch_ms(ordered_at) // 86400000 AS INTEGER)';

/** An attribute of a customer that lines give has the value of the latest line. */
const LATEST_CHANNEL = `SELECT customer_id, channel FROM plain
QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY ordered_at DESC, channel) = 1`;

const lookup = (table: string, column: string) =>
  `CREATE OR REPLACE TABLE ${table} AS SELECT CAST(row_number() OVER (ORDER BY name) - 1 AS INTEGER) AS key, name
FROM (SELECT DISTINCT ${column} AS name FROM plain)`;

export const starStatements: readonly string[] = [
  lookup('customers', 'customer_id'),
  lookup('order_ids', 'order_id'),
  lookup('products', 'product'),
  lookup('categories', 'category'),
  lookup('channels', 'channel'),
  `CREATE OR REPLACE TABLE lines AS SELECT o.key AS order_key, c.key AS customer_key, ${DAY} AS day,
  CAST(${MONTH('ordered_at')} AS INTEGER) AS month, p.key AS product_key, g.key AS category_key,
  CAST(round(revenue * 100) AS INTEGER) AS net, CAST(round(revenue * 100) - round(cost * 100) AS INTEGER) AS profit
FROM plain JOIN customers AS c ON c.name = customer_id JOIN order_ids AS o ON o.name = order_id
JOIN products AS p ON p.name = product JOIN categories AS g ON g.name = category
ORDER BY customer_key, day, order_key`,
  `CREATE OR REPLACE TABLE members AS SELECT customer_key, min(month) AS cohort,
  CAST(ntile(5) OVER (ORDER BY sum(profit) DESC, customer_key) AS INTEGER) AS quintile, any_value(h.key) AS channel_key
FROM lines JOIN customers AS c ON c.key = customer_key JOIN (${LATEST_CHANNEL}) AS latest
ON latest.customer_id = c.name JOIN channels AS h ON h.name = latest.channel
GROUP BY customer_key ORDER BY customer_key`,
];

/** A table of the lines that a brush leaves, of which the same questions are then asked. */
export const filterStatement = (schema: Schema, days: NonNullable<Days>): string =>
  `CREATE OR REPLACE TEMP TABLE left_lines AS SELECT * FROM ${schema === 'plain' ? `plain WHERE ${DAY}` : 'lines WHERE day'}
BETWEEN ${days.from} AND ${days.until}`;

/** @param days asks what their filter has left; cohorts, quintiles, stays and who counts are fixed by the whole file */
export function queryFor(question: Question, schema: Schema, days: Days): string {
  if (question === 'survival') return survivalQuery(schema, days);
  const lines = days ? 'left_lines' : schema === 'plain' ? 'plain' : 'lines';
  return schema === 'plain' ? plainQuery(question, lines) : starQuery(question, lines);
}

type Counted = Exclude<Question, 'survival'>;

function plainQuery(question: Counted, lines: string): string {
  const whole = `SELECT customer_id, ${CENTS('revenue - cost')} AS profit FROM plain GROUP BY customer_id`;
  switch (question) {
    case 'triangle':
      return `WITH cohorts AS (SELECT customer_id, ${MONTH('min(ordered_at)')} AS cohort FROM plain GROUP BY customer_id),
active AS (SELECT DISTINCT customer_id, ${MONTH('ordered_at')} AS month FROM ${lines})
SELECT cohort, month - cohort AS period, count(*) FROM active JOIN cohorts USING (customer_id) GROUP BY ALL`;
    case 'categoriesByCustomer':
      return `WITH held AS (SELECT customer_id, category AS item, min(ordered_at)::DATE AS first FROM ${lines} GROUP BY ALL)
SELECT a.item, b.item, count(*), count(*) FILTER (a.first < b.first), count(*) FILTER (b.first < a.first)
FROM held AS a JOIN held AS b ON a.customer_id = b.customer_id AND a.item <= b.item GROUP BY ALL`;
    case 'productsByOrder':
      return `WITH held AS (SELECT DISTINCT order_id, product AS item FROM ${lines})
SELECT a.item, b.item, count(*) FROM held AS a JOIN held AS b ON a.order_id = b.order_id AND a.item <= b.item GROUP BY ALL`;
    case 'quintiles':
      return `WITH whole AS (${whole}), ranked AS (SELECT customer_id, ntile(5) OVER (ORDER BY profit DESC, customer_id) AS quintile FROM whole),
money AS (SELECT customer_id, ${CENTS('revenue')} AS net, ${CENTS('revenue - cost')} AS profit, count(DISTINCT category) AS categories
FROM ${lines} GROUP BY customer_id)
SELECT quintile, count(*), sum(net), sum(profit), sum(categories) FROM ranked LEFT JOIN money USING (customer_id) GROUP BY quintile`;
    case 'curve':
      return hundredths(
        `SELECT customer_id, ${CENTS('revenue - cost')} AS profit FROM ${lines} GROUP BY customer_id`,
        '(SELECT DISTINCT customer_id FROM plain)',
        'customer_id',
      );
  }
}

function starQuery(question: Counted, lines: string): string {
  switch (question) {
    case 'triangle':
      return `WITH active AS (SELECT DISTINCT customer_key, month FROM ${lines})
SELECT cohort, month - cohort AS period, count(*) FROM active JOIN members USING (customer_key) GROUP BY ALL`;
    case 'categoriesByCustomer':
      return `WITH held AS (SELECT customer_key, category_key AS item, min(day) AS first FROM ${lines} GROUP BY ALL)
SELECT a.item, b.item, count(*), count(*) FILTER (a.first < b.first), count(*) FILTER (b.first < a.first)
FROM held AS a JOIN held AS b ON a.customer_key = b.customer_key AND a.item <= b.item GROUP BY ALL`;
    case 'productsByOrder':
      return `WITH held AS (SELECT DISTINCT order_key, product_key AS item FROM ${lines})
SELECT a.item, b.item, count(*) FROM held AS a JOIN held AS b ON a.order_key = b.order_key AND a.item <= b.item GROUP BY ALL`;
    case 'quintiles':
      return `WITH money AS (SELECT customer_key, sum(net) AS net, sum(profit) AS profit, count(DISTINCT category_key) AS categories
FROM ${lines} GROUP BY customer_key)
SELECT quintile, count(*), sum(net), sum(profit), sum(categories) FROM members LEFT JOIN money USING (customer_key) GROUP BY quintile`;
    case 'curve':
      return hundredths(
        `SELECT customer_key, sum(profit) AS profit FROM ${lines} GROUP BY customer_key`,
        'members',
        'customer_key',
      );
  }
}

/**
 * Kaplan-Meier's counts by stratum: a stay ends a lapse after the first purchase day that no other follows in time. A window lets
 * customers enter late and loses them from view at its end.
 */
function survivalQuery(schema: Schema, days: Days): string {
  const from = days?.from ?? 0;
  const until = days?.until ?? 1_000_000;
  const bought =
    schema === 'plain'
      ? `SELECT DISTINCT customer_id AS who, ${DAY} AS day FROM plain`
      : 'SELECT DISTINCT customer_key AS who, day FROM lines';
  const strata =
    schema === 'plain'
      ? `SELECT customer_id AS who, channel AS stratum FROM (${LATEST_CHANNEL})`
      : 'SELECT customer_key AS who, channel_key AS stratum FROM members';
  return `WITH bought AS (${bought}), strata AS (${strata}), ends AS (SELECT max(day) AS last_day FROM bought),
gaps AS (SELECT who, day, lead(day) OVER (PARTITION BY who ORDER BY day) AS next FROM bought),
stays AS (SELECT who, min(day) AS first, min(last_day) AS last_day,
  min(CASE WHEN day + ${LAPSE_DAYS} <= last_day AND (next IS NULL OR next > day + ${LAPSE_DAYS}) THEN day + ${LAPSE_DAYS} END) AS lapsed
  FROM gaps, ends GROUP BY who),
seen AS (SELECT stratum, greatest(${from} - first, 0) AS entry, least(coalesce(lapsed, last_day), ${until}) - first AS length,
  CASE WHEN lapsed <= ${until} THEN 1 ELSE 0 END AS ended
  FROM stays JOIN strata USING (who) WHERE first <= ${until} AND coalesce(lapsed, last_day) >= ${from}),
happened AS (SELECT stratum, entry AS t, 1 AS entered, 0 AS left_us, 0 AS lost FROM seen
  UNION ALL SELECT stratum, length, 0, ended, 1 - ended FROM seen),
counts AS (SELECT stratum, t, sum(entered) AS entered, sum(left_us) AS left_us, sum(lost) AS lost FROM happened GROUP BY ALL),
running AS (SELECT *, sum(entered - left_us - lost) OVER (PARTITION BY stratum ORDER BY t) + left_us + lost AS at_risk FROM counts)
SELECT stratum, t, at_risk, left_us, lost FROM running WHERE left_us + lost > 0`;
}

/** Place p of n is in hundredth (p - 1) * 100 // n + 1. */
const hundredths = (money: string, customers: string, key: string) =>
  `WITH money AS (${money}), valued AS (SELECT ${key}, coalesce(profit, 0) AS profit FROM ${customers} LEFT JOIN money USING (${key})),
ranked AS (SELECT profit, row_number() OVER (ORDER BY profit DESC, ${key}) AS place, count(*) OVER () AS n FROM valued)
SELECT (place - 1) * 100 // n + 1 AS hundredth, count(*), sum(profit) FROM ranked GROUP BY hundredth`;
