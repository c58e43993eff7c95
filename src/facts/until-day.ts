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
      ...(records.interactions ? { interactions: datesUntil(records.interactions, until) } : {}),
    },
  };
}

/** Dates of things that had not happened yet are blank. */
const datesUntil = (table: RecordTable, until: Day): RecordTable => ({
  ...table,
  day: Object.fromEntries(
    Object.entries(table.day).map(([field, days]) => [
      field,
      field === 'birth_date' ? days : days.map((day) => (day > until ? NO_DAY : day)),
    ]),
  ),
});

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
