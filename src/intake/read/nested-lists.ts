import type { Notice } from '../../domain/notices';

export type JsonRow = Record<string, unknown>;

/** A record within a record becomes columns of its own, `customer.name`; deeper than this it stays text. */
const DEEPEST = 4;
/** Customers with their orders, and orders with their lines. */
const MOST_LISTS = 2;
/** Records that are looked at to tell what a list holds. */
const SAMPLE = 200;

const isList = (value: unknown): value is unknown[] => Array.isArray(value);
export const isJsonRow = (value: unknown): value is JsonRow =>
  typeof value === 'object' && value !== null && !isList(value);

const LINES =
  /^(?:(?:order|invoice|cart|basket|sale|bill)?_?(?:line)?_?(?:items?|lines?|positions?|positionen|products?|entries|rows|details|articles?|artikel|orders?|purchases|transactions|invoices|sales))$/;
/** Lists beside the lines of an order, which may look like them. */
const BESIDE = /tax|ship|discount|coupon|voucher|fee|refund|payment|fulfil|address|note|tag|promotion|history|event/;
const WHAT =
  /^(?:.*_)?(?:sku|product|item|article|artikel|name|title|variant|description|id)(?:_(?:id|name|no|code))?$/;
const HOW_MANY = /^(?:.*_)?(?:quantity|qty|count|units|menge|anzahl|pieces)$/;
const HOW_MUCH = /^(?:.*_)?(?:price|amount|total|subtotal|cost|preis|betrag|value|revenue)$/;

/** `lineItems` and `line-items` as `line_items`; of a dotted name its last part. */
const plainName = (name: string): string =>
  name
    .replace(/^.*\.(?!(?:edges|nodes)$)/, '')
    .replace(/\.(?:edges|nodes)$/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .replace(/[-\s]+/g, '_')
    .toLowerCase();

/** Whether a list under a name holds the lines of what it belongs to: a thing and how many or how much, in each entry. */
export function looksLikeLines(name: string, entries: readonly unknown[]): boolean {
  const rows = entries.filter(isJsonRow);
  if (rows.length === 0 || rows.length < entries.length) return false;
  const own = plainName(name);
  if (BESIDE.test(own)) return false;
  const keys = new Set(rows.slice(0, SAMPLE).flatMap((row) => Object.keys(flatten(row)).map(plainName)));
  const has = (pattern: RegExp): boolean => [...keys].some((key) => pattern.test(key));
  const counts = has(HOW_MANY);
  return (has(WHAT) && (counts || has(HOW_MUCH)) && (LINES.test(own) || counts)) || (LINES.test(own) && has(WHAT));
}

export interface UnrolledRecords {
  readonly rows: readonly JsonRow[];
  /** Of each row, which record it comes from, from 1. */
  readonly record: readonly number[];
  readonly notices: readonly Notice[];
}

/**
 * Records as flat rows. Where they hold a list of lines, each entry is a row, with the record's own fields beside it and the
 * entry's under the name of the list (`line_items.sku`); a record without entries stays one row. Of several such lists the one
 * with the most entries is taken; the others stay as text.
 */
export function unrollRecords(records: readonly unknown[], file: string): UnrolledRecords {
  let rows = records.map((record) => flatten(record));
  let record = rows.map((_, at) => at + 1);
  const notices: Notice[] = [];
  for (let turn = 0; turn < MOST_LISTS; turn++) {
    const lists = listsIn(rows);
    const [chosen] = lists.filter(({ areLines }) => areLines);
    if (chosen === undefined) break;
    const before = rows.length;
    ({ rows, record } = unroll(rows, record, chosen.name));
    notices.push({ code: 'nested_items', file, count: rows.length, of: before, column: chosen.name });
    const others = lists.filter((list) => list.areLines && list !== chosen).map(({ name }) => name);
    if (others.length > 0) notices.push({ code: 'nested_lists_kept', file, count: others.length, values: others });
  }
  return { rows, record, notices };
}

interface FoundList {
  readonly name: string;
  readonly entries: number;
  readonly areLines: boolean;
}

/** The lists of rows that some records hold, the longest first. */
function listsIn(rows: readonly JsonRow[]): FoundList[] {
  const found = new Map<string, { entries: number; sample: unknown[] }>();
  for (const row of rows)
    for (const name in row) {
      const value = row[name];
      if (!isList(value) || value.length === 0) continue;
      const list = found.get(name) ?? { entries: 0, sample: [] };
      list.entries += value.length;
      if (list.sample.length < SAMPLE) list.sample.push(...value.slice(0, SAMPLE));
      found.set(name, list);
    }
  return [...found]
    .map(([name, { entries, sample }]) => ({ name, entries, areLines: looksLikeLines(name, sample) }))
    .sort((a, b) => b.entries - a.entries);
}

function unroll(rows: readonly JsonRow[], record: readonly number[], name: string) {
  const unrolled: { rows: JsonRow[]; record: number[] } = { rows: [], record: [] };
  rows.forEach((row, at) => {
    const { [name]: list, ...own } = row;
    const entries = isList(list) ? list.filter(isJsonRow) : [];
    const wider = entries.map((entry) => {
      const line = Object.assign(Object.create(null) as JsonRow, own);
      spread(entry, `${name}.`, 1, line);
      return line;
    });
    for (const line of wider.length > 0 ? wider : [Object.assign(Object.create(null) as JsonRow, own)]) {
      unrolled.rows.push(line);
      unrolled.record.push(record[at]);
    }
  });
  return unrolled;
}

/** A list of lists has no names: its columns are numbered. */
function flatten(record: unknown): JsonRow {
  const row: JsonRow = Object.create(null) as JsonRow;
  if (isList(record)) record.forEach((value, at) => (row[`column ${at + 1}`] = value));
  else if (isJsonRow(record)) spread(record, '', 1, row);
  else row['value'] = record;
  return row;
}

function spread(record: JsonRow, prefix: string, depth: number, row: JsonRow): void {
  for (const [name, value] of Object.entries(record)) {
    if (isJsonRow(value) && depth < DEEPEST) spread(value, `${prefix}${name}.`, depth + 1, row);
    else row[prefix + name] = value;
  }
}
