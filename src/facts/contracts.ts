import { NO_DAY } from '../domain/calendar';
import type { Dataset, RecordTable, TextColumn } from '../domain/columns';
import { customerOfRows, type CustomerKeys } from './customers';
import type { ContractFacts } from './facts';

/** Tenures are kept as whole ten-thousandths of their unit, so that 2.5 months is a whole number too. */
export const TENURE_SCALE = 10_000;

/**
 * The contracts of known customers, sorted by customer, then start, so that the order of rows does not matter.
 * @returns null without a file of contracts
 */
export function contractFacts(dataset: Dataset, keys: CustomerKeys): ContractFacts | null {
  const records = dataset.records.contracts;
  if (!records) return null;
  const customerOf = customerOfRows(records.text['customer'], keys, records.rows);
  const day = (field: string) => records.day[field] ?? new Int32Array(records.rows).fill(NO_DAY);
  const [start, endOfTerm, endedOn] = [day('start'), day('end_of_term'), day('ended_on')];
  const tenure = tenuresOf(records);
  const churned = churnedOf(records.text['churned'], records.rows);
  const strategy = records.text['strategy'] ?? null;
  const rows = Array.from(customerOf, (_, row) => row).filter((row) => customerOf[row] >= 0);
  const text = (row: number) => (strategy && strategy.codes[row] >= 0 ? strategy.values[strategy.codes[row]] : '');
  rows.sort(
    (a, b) =>
      customerOf[a] - customerOf[b] ||
      start[a] - start[b] ||
      endOfTerm[a] - endOfTerm[b] ||
      endedOn[a] - endedOn[b] ||
      tenure[a] - tenure[b] ||
      churned[a] - churned[b] ||
      Number(text(a) > text(b)) - Number(text(a) < text(b)),
  );
  const ints = (values: Int32Array) => Int32Array.from(rows, (row) => values[row]);
  return {
    count: rows.length,
    customer: ints(customerOf),
    start: ints(start),
    endOfTerm: ints(endOfTerm),
    endedOn: ints(endedOn),
    tenure: ints(tenure),
    churned: Int8Array.from(rows, (row) => churned[row]),
    strategy: strategy && { codes: ints(strategy.codes), values: strategy.values },
    tenureUnit: records.tenureUnit ?? null,
  };
}

/** NO_DAY where there is none, or none that can be. */
function tenuresOf({ number, rows }: RecordTable): Int32Array {
  const tenure = new Int32Array(rows).fill(NO_DAY);
  number['tenure']?.forEach((value, row) => {
    const scaled = Math.round(value * TENURE_SCALE);
    if (scaled >= 0 && scaled <= 0x7fffffff) tenure[row] = scaled;
  });
  return tenure;
}

function churnedOf(column: TextColumn | undefined, rows: number): Int8Array {
  const churned = new Int8Array(rows).fill(-1);
  column?.codes.forEach((code, row) => {
    if (code >= 0) churned[row] = column.values[code] === 'yes' ? 1 : 0;
  });
  return churned;
}
