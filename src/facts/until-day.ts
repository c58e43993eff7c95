import { NO_DAY, type Day } from '../domain/calendar';
import type { Dataset, RecordTable, TextColumn, TransactionColumns } from '../domain/columns';

/**
 * The dataset as it stood at the end of a day: later lines, interactions and stage dates are left out. Used where the user
 * has moved the end of observation before the last record (METRICS rule 3).
 */
export function untilDay(dataset: Dataset, until: Day): Dataset {
  const { transactions, records } = dataset;
  return {
    ...dataset,
    transactions: transactions && linesUntil(transactions, until),
    records: {
      ...records,
      ...(records.customers ? { customers: datesUntil(records.customers, until) } : {}),
      ...(records.contracts ? { contracts: contractsUntil(records.contracts, until) } : {}),
      ...(records.surveys ? { surveys: rowsUntil(records.surveys, until) } : {}),
      ...(records.interactions ? { interactions: datesUntil(records.interactions, until) } : {}),
    },
  };
}

/** Who someone is, and what is planned, was known before it comes. */
const PLANNED_OR_GIVEN = new Set(['birth_date', 'end_of_term', 'expected']);

/** Dates of things that had not happened yet are blank. */
const datesUntil = (table: RecordTable, until: Day): RecordTable => ({
  ...table,
  day: Object.fromEntries(
    Object.entries(table.day).map(([field, days]) => [
      field,
      PLANNED_OR_GIVEN.has(field) ? days : days.map((day) => (day > until ? NO_DAY : day)),
    ]),
  ),
});

/** Who left later had not left yet. */
function contractsUntil(table: RecordTable, until: Day): RecordTable {
  const ended = table.day['ended_on'];
  const { churned } = table.text;
  if (!ended || !churned) return datesUntil(table, until);
  const codes = churned.codes.map((code, row) => (ended[row] !== NO_DAY && ended[row] > until ? -1 : code));
  return datesUntil({ ...table, text: { ...table.text, churned: { codes, values: churned.values } } }, until);
}

/** Rows of later days stand without a score: an answer that had not been given. */
function rowsUntil(table: RecordTable, until: Day): RecordTable {
  const { date } = table.day;
  const { score } = table.number;
  if (!date || !score) return table;
  return datesUntil(
    { ...table, number: { ...table.number, score: score.map((one, row) => (date[row] > until ? NaN : one)) } },
    until,
  );
}

function linesUntil(columns: TransactionColumns, until: Day): TransactionColumns {
  const { day } = columns;
  if (!day || !day.some((one) => one > until)) return columns;
  const kept = Int32Array.from({ length: columns.rows }, (_, row) => row).filter((row) => day[row] <= until);
  const ints = (values: Int32Array) => kept.map((row) => values[row]);
  const floats = (values: Float64Array) => Float64Array.from(kept, (row) => values[row]);
  const text = (column: TextColumn | null) => column && { codes: ints(column.codes), values: column.values };
  return {
    ...columns,
    rows: kept.length,
    file: ints(columns.file),
    line: ints(columns.line),
    customer: text(columns.customer),
    ...(columns.unit ? { unit: ints(columns.unit) } : {}),
    order: text(columns.order),
    day: ints(day),
    second: columns.second && ints(columns.second),
    product: text(columns.product),
    category: text(columns.category),
    channel: text(columns.channel),
    department: text(columns.department),
    currency: text(columns.currency),
    quantity: columns.quantity && floats(columns.quantity),
    amount: floats(columns.amount),
    profit: columns.profit && floats(columns.profit),
    kind: Uint8Array.from(kept, (row) => columns.kind[row]),
    attributes: columns.attributes.map(({ name, column }) => ({ name, column: text(column)! })),
  };
}
