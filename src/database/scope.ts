import { ANSWER_BANDS, ANSWER_SCALES, BAND_LIMITS, SURVEY_ANSWER } from '../domain/answer-bands';
import { NO_DAY } from '../domain/calendar';
import type { FilterField, LineField } from '../domain/database-table';
import { AppError } from '../domain/errors';
import type { CustomerClause, Filter, LineClause } from '../domain/filter';
import { quoteName, textList } from './quote';

const FAR = 0x7fffffff;

/**
 * Writes a filter into scope_customers, scope_lines, scope_purchases and scope_window: plain SQL, the same on SQLite and
 * DuckDB. facts/scope.ts has the same rules as masks.
 */
export function scopeStatements(filter: Filter, fields: readonly FilterField[]): string[] {
  const customers = filter
    .filter((clause) => clause.kind === 'customer')
    .map((clause) => customersWith(clause, fields));
  const lines = filter.filter((clause) => clause.kind === 'line').map((clause) => linesWith(clause, fields));
  return [
    'DELETE FROM scope_customers',
    `INSERT INTO scope_customers SELECT c.customer_key FROM customers AS c${where(customers)}`,
    'DROP VIEW scope_lines',
    `CREATE VIEW scope_lines AS SELECT l.* FROM lines AS l${where(lines)}`,
    'DELETE FROM kept_purchases',
    ...(lines.length === 0 ? [] : [KEPT_PURCHASES]),
    'DROP VIEW scope_purchases',
    `CREATE VIEW scope_purchases AS ${lines.length === 0 ? ALL_PURCHASES : LEFT_PURCHASES}`,
    'DELETE FROM scope_window',
    windowStatement(filter),
  ];
}

const ALL_PURCHASES = 'SELECT o.* FROM orders AS o WHERE o.is_purchase = 1';
const LEFT_PURCHASES = 'SELECT o.* FROM orders AS o JOIN kept_purchases AS k ON k.order_key = o.order_key';
/** Purchases by METRICS rule 4 among the lines that the filter keeps. */
const KEPT_PURCHASES = `INSERT INTO kept_purchases
SELECT l.order_key FROM scope_lines AS l JOIN orders AS o ON o.order_key = l.order_key
WHERE o.is_purchase = 1
GROUP BY l.order_key
HAVING SUM(CASE WHEN l.kind = 0 THEN 1 ELSE 0 END) > 0
  AND NOT (SUM(CASE WHEN l.kind = 0 THEN l.amount ELSE 0 END) > 0
    AND SUM(CASE WHEN l.kind = 1 THEN -l.amount ELSE 0 END) >= SUM(CASE WHEN l.kind = 0 THEN l.amount ELSE 0 END))`;

const where = (conditions: readonly string[]) =>
  conditions.length === 0 ? '' : ` WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}`;

function windowStatement(filter: Filter): string {
  let from = NO_DAY;
  let until = FAR;
  for (const clause of filter) {
    if (clause.kind !== 'window') continue;
    if (clause.from !== null) from = Math.max(from, clause.from);
    if (clause.until !== null) until = Math.min(until, clause.until);
  }
  const windowed = from !== NO_DAY || until !== FAR ? 1 : 0;
  const unknown = filter.some((clause) => clause.kind === 'customer') ? 0 : 1;
  return `INSERT INTO scope_window VALUES (${from}, ${until}, ${windowed}, ${unknown})`;
}

const isNumeral = (value: string) => /^(0|[1-9]\d{0,8})$/.test(value);
const numberList = (values: readonly string[]) => values.filter(isNumeral).join(', ') || 'NULL';
const isOneOf = (column: string, values: readonly string[]) =>
  `${column} IN (${textList(values)})${values.includes('') ? ` OR ${column} IS NULL` : ''}`;

function customersWith({ field, values }: CustomerClause, fields: readonly FilterField[]): string {
  switch (field) {
    case 'cohort_month':
      return `c.first_month IN (${numberList(values)})`;
    case 'value_quintile':
      return `c.value_quintile IN (${numberList(values)})`;
    case 'rfm_segment':
      return `c.rfm_segment IN (${textList(values)})`;
    case 'customer':
      return `c.customer_id IN (${textList(values)})`;
    case 'has_bought_category':
    case 'has_bought_product': {
      const item = lineFields(fields)
        .filter(isFixed)
        .find((known) => known.field === field.slice('has_bought_'.length));
      if (!item) throw unknownField(field, []);
      return `c.customer_key IN (SELECT l.customer_key FROM lines AS l JOIN orders AS o ON o.order_key = l.order_key
WHERE l.kind = 0 AND o.is_purchase = 1 AND l.customer_key IS NOT NULL AND (${lineHas(item, values)}))`;
    }
    case SURVEY_ANSWER:
      return `c.customer_key IN (SELECT a.customer_key FROM answers AS a WHERE a.customer_key IS NOT NULL AND (${answersIn(values)}))`;
  }
  const attributes = fields.filter(({ kind }) => kind === 'customer');
  const attribute =
    attributes.find((known) => known.field === field) ?? attributes.find((known) => sameName(known.field, field));
  if (!attribute) throw unknownField(field, attributes);
  return isOneOf(`c.${quoteName(attribute.column)}`, values);
}

/** METRICS "Feedback": a score is kept in ten-thousandths. */
const SCORES: Readonly<Record<string, string>> = Object.fromEntries(
  ANSWER_SCALES.flatMap((scale) => {
    const [low, high] = [BAND_LIMITS[scale].low * 10_000, BAND_LIMITS[scale].high * 10_000];
    const conditions = [`a.score <= ${low}`, `a.score > ${low} AND a.score < ${high}`, `a.score >= ${high}`];
    return ANSWER_BANDS[scale].map((band, at) => [band, `a.scale = ${scale} AND ${conditions[at]}`]);
  }),
);
const answersIn = (values: readonly string[]) =>
  values
    .filter((value) => Object.hasOwn(SCORES, value))
    .map((value) => `(${SCORES[value]})`)
    .join(' OR ') || '1 = 0';

const lineFields = (fields: readonly FilterField[]) => fields.filter((candidate) => candidate.kind === 'line');
const FIXED_LINE_FIELDS = ['category', 'product', 'channel', 'department'];

function linesWith({ field, values }: LineClause, fields: readonly FilterField[]): string {
  const known = lineFields(fields);
  const found =
    known.filter(isFixed).find((candidate) => candidate.field === field) ??
    known.filter((candidate) => !isFixed(candidate)).find((candidate) => sameName(candidate.field, field));
  if (!found) throw unknownField(field, known);
  return lineHas(found, values);
}

/** The column of a field. Fields of the mapping have their own name; an attribute of the same name has another column. */
const isFixed = ({ field, column }: LineField) => FIXED_LINE_FIELDS.includes(field) && column === field;

function lineHas({ column, lookup, key }: LineField, values: readonly string[]): string {
  const matching = `SELECT ${quoteName(key)} FROM ${quoteName(lookup)} WHERE ${quoteName(column)} IN (${textList(values)})`;
  return `l.${quoteName(key)} IN (${matching})${values.includes('') ? ` OR l.${quoteName(key)} IS NULL` : ''}`;
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
const unknownField = (field: string, known: readonly FilterField[]) =>
  new AppError('unknown-filter-field', { field, found: known.map((candidate) => candidate.field) });
