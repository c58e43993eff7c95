import { monthOfDay, NO_DAY, quarterOfMonth, weekOfDay, yearOfMonth } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import type { DatabaseTable, FilterField } from '../../domain/database-table';
import { calendarTables } from './calendar';
import { counting, integers, table, texts } from './columns';
import { RFM_SEGMENTS } from '../../domain/rfm-segments';
import { mapDays } from '../../facts/day-units';
import type { Facts } from '../../facts/facts';
import { rfmSegments } from '../../facts/rfm';
import { recordTables } from './records';
import { sqlNames } from './sql-names';
import { ALL_CATEGORIES } from '../../facts/wallet';

const CUSTOMER_COLUMNS = [
  'customer_key', 'customer_id', 'name', 'email', 'first_day', 'first_week', 'first_month', 'first_quarter', 'first_year',
  'has_lines', 'value_quintile', 'rfm_segment',
]; // prettier-ignore
/** Columns of the view `transactions`, in which attributes of lines have columns of their own names (database/readable-views.ts). */
const READABLE_COLUMNS = [
  'customer_id', 'customer_name', 'order_id', 'date', 'month', 'kind', 'quantity', 'amount', 'net', 'profit', 'in_purchase',
]; // prettier-ignore
const LINE_TEXTS = ['product', 'category', 'channel', 'department'] as const;
const LOOKUPS = {
  product: 'products',
  category: 'categories',
  channel: 'channels',
  department: 'departments',
} as const;

/** The facts as tables of the database (database/schema.sql). All arrays are copies, since they are transferred to the worker. */
export function databaseTables(facts: Facts): DatabaseTable[] {
  const { customers, lines } = facts;
  const customerNames = sqlNames(
    customers.attributes.map(({ name }) => name),
    (name) => CUSTOMER_COLUMNS.includes(name),
  );
  const lineNames = sqlNames(
    lines.attributes.map(({ name }) => name),
    (name) => isLineColumn(`${name}_key`) || READABLE_COLUMNS.includes(name),
  );
  return [
    customersTable(facts, customerNames),
    ordersTable(facts),
    linesTable(facts, lineNames),
    ...LINE_TEXTS.map((field) => valuesTable(LOOKUPS[field], field, lines[field])),
    ...lines.attributes.map(({ column }, at) => valuesTable(`${lineNames[at]}_values`, lineNames[at], column)),
    stageEntriesTable(facts),
    ...recordTables(facts),
    ...unifiedTables(facts),
    walletTable(facts),
    ...calendarTables(facts),
    fieldsTable(facts, customerNames, lineNames),
  ];
}

const isLineColumn = (name: string) =>
  ['line_key', 'order_key', 'customer_key', ...LINE_TEXTS.map((field) => `${field}_key`)].includes(name);

/** Indices and codes, -1 as NULL. */
const keys = (values: Int32Array): Int32Array => values.map((value) => (value < 0 ? NO_DAY : value));
const textOf = ({ codes, values }: TextColumn): (string | null)[] =>
  Array.from(codes, (code) => (code < 0 ? null : values[code]));
const quarterOfDay = (day: number) => quarterOfMonth(monthOfDay(day));
const yearOfDay = (day: number) => yearOfMonth(monthOfDay(day));

function customersTable(facts: Facts, attributeNames: readonly string[]): DatabaseTable {
  const { customers } = facts;
  const { firstDay } = customers;
  return table('customers', [
    integers('customer_key', counting(customers.count)),
    texts('customer_id', [...customers.ids]),
    ...(customers.names ? [texts('name', textOf(customers.names))] : []),
    ...(customers.emails ? [texts('email', textOf(customers.emails))] : []),
    integers('first_day', firstDay.slice()),
    integers('first_week', mapDays(firstDay, weekOfDay)),
    integers('first_month', mapDays(firstDay, monthOfDay)),
    integers('first_quarter', mapDays(firstDay, quarterOfDay)),
    integers('first_year', mapDays(firstDay, yearOfDay)),
    integers('has_lines', Int32Array.from(customers.hasLines)),
    integers('value_quintile', Int32Array.from(customers.quintile)),
    texts(
      'rfm_segment',
      Array.from(rfmSegments(facts), (code) => (code < 0 ? null : RFM_SEGMENTS[code])),
    ),
    ...customers.attributes.map(({ column }, at) => texts(attributeNames[at], textOf(column))),
  ]);
}

function ordersTable({ orders }: Facts): DatabaseTable {
  return table('orders', [
    integers('order_key', counting(orders.count)),
    ...(orders.id ? [texts('order_id', textOf(orders.id))] : []),
    integers('customer_key', keys(orders.customer)),
    integers('day', orders.day.slice()),
    integers('week', orders.week.slice()),
    integers('month', orders.month.slice()),
    integers('quarter', mapDays(orders.month, quarterOfMonth)),
    integers('year', mapDays(orders.month, yearOfMonth)),
    integers('is_purchase', Int32Array.from(orders.isPurchase)),
  ]);
}

function linesTable({ lines, orders }: Facts, attributeNames: readonly string[]): DatabaseTable {
  const order = new Int32Array(lines.count);
  const customer = new Int32Array(lines.count);
  for (let at = 0; at < orders.count; at++) {
    order.fill(at, orders.lineStart[at], orders.lineStart[at + 1]);
    customer.fill(
      orders.customer[at] < 0 ? NO_DAY : orders.customer[at],
      orders.lineStart[at],
      orders.lineStart[at + 1],
    );
  }
  return table('lines', [
    integers('line_key', counting(lines.count)),
    integers('order_key', order),
    integers('customer_key', customer),
    integers('day', lines.day.slice()),
    integers('month', mapDays(lines.day, monthOfDay)),
    integers('kind', Int32Array.from(lines.kind)),
    integers('amount', lines.amount.slice()),
    integers('net', lines.net.slice()),
    ...(lines.profit ? [integers('profit', lines.profit.slice())] : []),
    ...(lines.quantity ? [integers('quantity', lines.quantity.slice())] : []),
    ...LINE_TEXTS.flatMap((field) => {
      const column = lines[field];
      return column ? [integers(`${field}_key`, keys(column.codes))] : [];
    }),
    ...lines.attributes.map(({ column }, at) => integers(`${attributeNames[at]}_key`, keys(column.codes))),
  ]);
}

const valuesTable = (name: string, field: string, column: TextColumn | null): DatabaseTable =>
  table(name, [
    integers(`${field}_key`, counting(column?.values.length ?? 0)),
    texts(field, [...(column?.values ?? [])]),
  ]);

/** Entries into stages by date, and without a date the present stage of a customer. */
function stageEntriesTable({ customers }: Facts): DatabaseTable {
  const rows: [number, number, number][] = [];
  const { stageEntries, stageNow } = customers;
  for (let customer = 0; customer < customers.count; customer++) {
    if (stageEntries) {
      for (let at = stageEntries.start[customer]; at < stageEntries.start[customer + 1]; at++)
        rows.push([customer, stageEntries.stage[at], stageEntries.day[at]]);
    }
    const now = stageNow ? stageNow[customer] : -1;
    if (now >= 0) rows.push([customer, now, NO_DAY]);
  }
  const column = (name: string, at: 0 | 1 | 2) =>
    integers(
      name,
      Int32Array.from(rows, (row) => row[at]),
    );
  return table('stage_entries', [column('customer_key', 0), column('stage', 1), column('day', 2)]);
}

function unifiedTables({ unified }: Facts): DatabaseTable[] {
  if (!unified) return [];
  return [
    table('sources', [integers('source_key', counting(unified.sources.length)), texts('source', [...unified.sources])]),
    table('customer_records', [
      integers('record_key', counting(unified.keys.length)),
      integers('source_key', unified.source.slice()),
      texts('source_customer', [...unified.keys]),
      integers('customer_key', unified.customer.slice()),
      integers('rule', Int32Array.from(unified.rule)),
      integers('score', keys(unified.score)),
      integers('net', unified.net.slice()),
      integers('fifth', Int32Array.from(unified.fifth)),
    ]),
  ];
}

function walletTable({ wallet }: Facts): DatabaseTable {
  const empty = new Int32Array(0);
  return table('wallet', [
    integers('kind', Int32Array.from(wallet?.kind ?? empty)),
    integers('customer_key', Int32Array.from(wallet?.customer ?? empty)),
    integers(
      'category_key',
      Int32Array.from(wallet?.category ?? empty, (code) => (code === ALL_CATEGORIES ? NO_DAY : code)),
    ),
    integers('amount', Float64Array.from(wallet?.amount ?? empty)),
    integers('suppliers', Float64Array.from(wallet?.suppliers ?? empty)),
  ]);
}

function fieldsTable(
  { customers, lines }: Facts,
  customerNames: readonly string[],
  lineNames: readonly string[],
): DatabaseTable {
  const fields: FilterField[] = [
    ...customers.attributes.map(({ name }, at) => customerField(name, customerNames[at])),
    ...(customers.names && customers.nameField !== null ? [customerField(customers.nameField, 'name')] : []),
    ...(customers.emails ? [customerField('email', 'email')] : []),
    ...LINE_TEXTS.filter((field) => lines[field]).map((field) => lineField(field, field, LOOKUPS[field])),
    ...lines.attributes.map(({ name }, at) => lineField(name, lineNames[at], `${lineNames[at]}_values`)),
  ];
  return table('fields', [
    texts(
      'kind',
      fields.map(({ kind }) => kind),
    ),
    texts(
      'field',
      fields.map(({ field }) => field),
    ),
    texts(
      'column_name',
      fields.map(({ column }) => column),
    ),
    texts(
      'lookup',
      fields.map((field) => (field.kind === 'line' ? field.lookup : null)),
    ),
    texts(
      'key_name',
      fields.map((field) => (field.kind === 'line' ? field.key : null)),
    ),
  ]);
}

const customerField = (field: string, column: string) => ({ kind: 'customer', field, column }) as const;
const lineField = (field: string, column: string, lookup: string) =>
  ({ kind: 'line', field, column, lookup, key: `${column}_key` }) as const;
