import type { TextColumn } from '../../domain/columns';
import { RETURN, VOID } from '../../domain/columns';
import type { Notice } from '../../domain/notices';
import { tenThousandthsOf } from './derive-amounts';
import type { RawTable } from '../read/raw-table';
import { numbersOf } from './read-fields';
import { kindsOfLines } from './sign-lines';
import { takeNumbers, type Kept } from './take-rows';
import type { FaultLog, MappedFields } from './validate-fields';
import { readLineAmounts } from './line-amounts';
import {
  applyOrderAmounts,
  readOrderAmounts,
  type LineMoney,
  type OrderAmounts,
  type PartialRefund,
} from './order-amounts';
import { rowsWithoutLine } from './order-fields';
import { groupOrders, type OrderGroups } from './order-groups';
import { readOrderMoney } from './order-money';
import { spreadTotals } from './order-totals';
import { MEANS_NO_SALE, readStatuses, type RowStatuses } from './statuses';

/** Lines of all rows of a table, with what their orders have taken off them. */
export interface CheckedLines extends Omit<LineMoney, 'amount'> {
  /** Null where the file has no money. */
  readonly amount: Float64Array | null;
  readonly refunds: readonly PartialRefund[];
  readonly notices: readonly Notice[];
}

/** Sets rows aside before anything else is asked of them: those without a line, and those that never were a sale. */
export function setRowsAside(table: RawTable, fields: MappedFields, faults: FaultLog): RowStatuses | null {
  const empty = rowsWithoutLine(table, fields);
  if (empty) {
    const kind = faults.kindSetAside('no_line');
    for (let row = 0; row < empty.length; row++) if (empty[row] === 1) faults.mark(row, kind);
  }
  const statuses = readStatuses(table.rows, fields);
  if (statuses?.meaning.includes(MEANS_NO_SALE)) {
    const kind = faults.kindSetAside('no_sale');
    for (let row = 0; row < table.rows; row++) if (statuses.meaning[row] === MEANS_NO_SALE) faults.mark(row, kind);
  }
  return statuses;
}

const groupsOf = (table: RawTable, fields: MappedFields): OrderGroups =>
  groupOrders(table.rows, fields.get('order')?.column ?? null, fields.get('customer')?.column ?? null);

function quantitiesOf(table: RawTable, fields: MappedFields): Float64Array | null {
  const field = fields.get('quantity');
  if (!field) return null;
  const { value } = tenThousandthsOf(numbersOf(field));
  return takeNumbers(field.column, null, value, new Float64Array(table.rows), NaN);
}

/**
 * What each line comes to, for all rows; of the order's total where nothing else has been recorded. Null without any money.
 * @param merged 1 for rows that will be merged with an equal one
 */
export function readAmounts(
  table: RawTable,
  fields: MappedFields,
  faults: FaultLog,
  merged: Uint8Array | null = null,
): Float64Array | null {
  const amounts = readLineAmounts(table, fields, faults);
  const total = fields.get('order_total');
  if (amounts || !total) return amounts;
  const groups = groupsOf(table, fields);
  return spreadTotals(
    fields,
    groups,
    readOrderMoney(total, groups),
    { quantity: quantitiesOf(table, fields), merged },
    faults,
  );
}

/** Says what each line is, and takes the amounts of orders off it. */
export function settleLines(
  table: RawTable,
  fields: MappedFields,
  amounts: Float64Array | null,
  statuses: RowStatuses | null,
  faults: FaultLog,
  merged: Uint8Array | null = null,
): CheckedLines {
  const kind = kindsOfLines(table.rows, amounts, quantitiesOf(table, fields), statuses?.meaning ?? null);
  const hasOrderMoney = fields.has('order_discount') || fields.has('order_refund');
  const mayBeBoth = fields.has('order') && kind.includes(VOID) && kind.includes(RETURN);
  const counts = new Uint8Array(0);
  if (!amounts || !(hasOrderMoney || mayBeBoth)) return { amount: amounts, kind, counts, refunds: [], notices: [] };
  const groups = groupsOf(table, fields);
  const ofOrders = readOrderAmounts(fields, groups);
  const lines = {
    amount: amounts.slice(),
    kind,
    counts: Uint8Array.from(amounts, (_, row) => (faults.isMarked(row) || merged?.[row] === 1 ? 0 : 1)),
  };
  const refunds = applyOrderAmounts(lines, groups, ofOrders);
  return { ...lines, refunds, notices: noticesOfOrders(table.file, ofOrders) };
}

/** Which columns count once for an order, and which were taken for the lines' own though they were mapped to orders. */
function noticesOfOrders(file: string, { discount, refund }: OrderAmounts): Notice[] {
  return [discount, refund].flatMap((money): Notice[] => {
    if (!money || (!money.isOfLines && money.alike === 0)) return [];
    const { column } = money.field.mapping;
    return money.isOfLines
      ? [{ code: 'order_amount_of_lines', file, count: money.differ, column }]
      : [{ code: 'order_amount_once', file, count: money.alike, column }];
  });
}

/** The kept rows, and behind them the rows that partial refunds stand beside. */
export function withRefunds(kept: Kept, refunds: readonly PartialRefund[], rows: number): Kept {
  if (refunds.length === 0) return kept;
  const own = kept?.length ?? rows;
  const all = new Int32Array(own + refunds.length);
  for (let i = 0; i < own; i++) all[i] = kept ? kept[i] : i;
  refunds.forEach(({ row }, i) => (all[own + i] = row));
  return all;
}

/** Where each row is an order and some have a refund beside them: ids by which the two are one order. */
export function ordersOfRows(table: RawTable, kept: Int32Array, refunds: number): TextColumn {
  const own = kept.length - refunds;
  const codeOf = new Int32Array(table.rows);
  for (let i = 0; i < own; i++) codeOf[kept[i]] = i;
  return {
    codes: Int32Array.from(kept, (row) => codeOf[row]),
    values: Array.from(kept.subarray(0, own), (row) => `${table.file}:${table.line[row]}`),
  };
}
