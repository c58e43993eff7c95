import { SALE, VOID, type TransactionColumns } from '../../domain/columns';
import type { QualityFinding } from '../../domain/quality';
import { saysCancelled } from '../../intake/values/flag';
import { rowsWhere } from './days';
import { percentile } from './ranks';
import { saysTest } from './test-words';

/** A finding and the lines that it speaks of. */
export interface Found {
  readonly finding: QualityFinding;
  readonly rows: readonly number[];
}

export function findMissingCustomers({ customer, amount, rows }: TransactionColumns): Found | null {
  if (!customer) return null;
  const nobody = rowsWhere(rows, (row) => customer.codes[row] < 0);
  if (nobody.length === 0) return null;
  const net = nobody.reduce((sum, row) => sum + amount[row], 0);
  const netOf = amount.reduce((sum, one) => sum + one, 0);
  return { rows: nobody, finding: { id: 'missing_customer', lines: nobody.length, of: rows, net, netOf } };
}

const FAR_BEYOND = 100;

/**
 * Amounts beyond 100 times the 99th percentile of the sizes of all amounts but 0. With fewer than 100 lines the largest is that
 * percentile itself, so that nothing can be beyond it.
 */
export function findOutliers({ amount, hasAmount, rows }: TransactionColumns): Found | null {
  if (!hasAmount) return null;
  if (!mayHaveOutliers(amount)) return null;
  const sizes = amount
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const limit = FAR_BEYOND * percentile(sizes, 99);
  if (sizes.length === 0 || sizes.at(-1)! <= limit) return null;
  const beyond = rowsWhere(rows, (row) => Math.abs(amount[row]) > limit);
  const largest = beyond.reduce((most, row) => (Math.abs(amount[row]) > Math.abs(most) ? amount[row] : most), 0);
  return { rows: beyond, finding: { id: 'outlying_amounts', lines: beyond.length, of: rows, limit, largest } };
}

/** Spares the sorting of a million amounts: where more than one in a hundred reach a hundredth of the largest, none is beyond the limit. */
function mayHaveOutliers(amount: Float64Array): boolean {
  let [largest, counted, heavy] = [0, 0, 0];
  for (const one of amount) largest = Math.max(largest, Math.abs(one));
  for (const one of amount) {
    if (one === 0) continue;
    counted++;
    if (FAR_BEYOND * Math.abs(one) >= largest) heavy++;
  }
  return 100 * heavy <= counted;
}

/** Whose order number, customer or article says no more than that somebody tried the till. */
export function findTests(columns: TransactionColumns): Found | null {
  const fields = ['customer', 'order', 'product', 'category', 'channel', 'department'] as const;
  const marked = new Uint8Array(columns.rows);
  const words = new Set<string>();
  for (const field of fields) {
    const column = columns[field];
    const isTest = column?.values.map(saysTest);
    if (!column || !isTest?.includes(true)) continue;
    for (let row = 0; row < marked.length; row++) {
      const code = column.codes[row];
      if (code < 0 || !isTest[code]) continue;
      marked[row] = 1;
      words.add(column.values[code]);
    }
  }
  const rows = rowsWhere(columns.rows, (row) => marked[row] === 1);
  if (rows.length === 0) return null;
  return { rows, finding: { id: 'test_lines', lines: rows.length, of: columns.rows, words: [...words].slice(0, 3) } };
}

/** Void lines: they count once in gross and once in returned (METRICS.md rule 4). */
export function findCancelled({ kind, amount, rows }: TransactionColumns): Found | null {
  const cancelled = rowsWhere(rows, (row) => kind[row] === VOID);
  if (cancelled.length === 0) return null;
  const gross = cancelled.reduce((sum, row) => sum + amount[row], 0);
  return { rows: cancelled, finding: { id: 'cancelled_lines', lines: cancelled.length, of: rows, gross } };
}

/** A column of more values than this is no status. */
const MOST_STATES = 50;

/** Sales of which a column that no field uses says that they were called off: they count in full. */
export function findCancelledWords({ attributes, kind, rows }: TransactionColumns): Found[] {
  return attributes.flatMap(({ name, column }): Found[] => {
    if (column.values.length > MOST_STATES) return [];
    const says = column.values.map(saysCancelled);
    const found = rowsWhere(rows, (row) => kind[row] === SALE && column.codes[row] >= 0 && says[column.codes[row]]);
    if (found.length === 0) return [];
    const words = [...new Set(found.map((row) => column.values[column.codes[row]]))].slice(0, 3);
    return [{ rows: found, finding: { id: 'cancelled_words', lines: found.length, of: rows, column: name, words } }];
  });
}

/** Order numbers under which several customers stand. */
export function findSharedOrders({ order, customer, rows }: TransactionColumns): Found | null {
  if (!order || !customer) return null;
  const first = new Int32Array(order.values.length).fill(-1);
  const isShared = new Uint8Array(order.values.length);
  for (let row = 0; row < rows; row++) {
    const [of, who] = [order.codes[row], customer.codes[row]];
    if (of < 0 || who < 0) continue;
    if (first[of] < 0) first[of] = who;
    else if (first[of] !== who) isShared[of] = 1;
  }
  const orders = isShared.reduce((sum, one) => sum + one, 0);
  if (orders === 0) return null;
  const shared = rowsWhere(rows, (row) => order.codes[row] >= 0 && isShared[order.codes[row]] === 1);
  return { rows: shared, finding: { id: 'shared_orders', orders, lines: shared.length, of: rows } };
}
