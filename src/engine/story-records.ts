import { formatDay, NO_DAY } from '../domain/calendar';
import type { RecordTable } from '../domain/columns';
import { RECORD_RULES, type StoryRecord, type StoryValue } from '../domain/unification';
import type { LoadedData } from '../intake/load/validate-choices';

/**
 * The records behind a customer, each with what its file says; a value that another record outweighs is marked. Empty where
 * nothing was brought together.
 */
export function storyRecords({ dataset, brought, compared }: LoadedData, id: string): StoryRecord[] {
  const { unification } = dataset;
  if (!unification || !compared) return [];
  const own = unification.customer.flatMap((customer, record) => (customer === id ? [record] : []));
  const counting = countingValues(dataset.records.customers!, id);
  const told = new Map(own.map((record) => [record, new Map<string, string>()]));
  compared.records.recordOf.forEach((record, row) => {
    const values = told.get(record);
    if (values)
      for (const [field, value] of valuesOf(brought.records.customers!, row))
        if (!values.has(field)) values.set(field, value);
  });
  return own.map((record): StoryRecord => ({
    source: unification.sources[unification.source[record]],
    key: unification.keys[record],
    rule: RECORD_RULES[unification.rule[record]],
    score: Number.isNaN(unification.score[record]) ? null : unification.score[record],
    values: [...told.get(record)!].map(([field, value]): StoryValue => ({
      field,
      value,
      counts: counting.get(field) === value,
    })),
  }));
}

/** Rows stand in the order of preference: the first value of each field counts. */
function countingValues(table: RecordTable, id: string): Map<string, string> {
  const first = new Map<string, string>();
  const { codes, values } = table.text['customer'];
  const code = values.indexOf(id);
  codes.forEach((one, row) => {
    if (one !== code) return;
    for (const [field, value] of valuesOf(table, row)) if (!first.has(field)) first.set(field, value);
  });
  return first;
}

function* valuesOf({ text, day, attributes }: RecordTable, row: number): Generator<readonly [string, string]> {
  for (const [field, { codes, values }] of Object.entries(text))
    if (field !== 'customer' && codes[row] >= 0) yield [field, values[codes[row]]];
  for (const [field, days] of Object.entries(day)) if (days[row] !== NO_DAY) yield [field, formatDay(days[row])];
  for (const { name, column } of attributes) if (column.codes[row] >= 0) yield [name, column.values[column.codes[row]]];
}
