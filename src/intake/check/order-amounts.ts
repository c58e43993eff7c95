import { RETURN, SALE, VOID } from '../../domain/columns';
import type { MappedField, MappedFields } from './validate-fields';
import type { OrderGroups } from './order-groups';
import { moneyOfOrder, readOrderMoney, sumOfOrder, type OrderMoney } from './order-money';
import { proportion, spread, unitOf } from './spread';

/** Lines of all rows of a table. What stands here is changed by the amounts of their orders. */
export interface LineMoney {
  /** As the file signs it, NaN where a row has none. */
  readonly amount: Float64Array;
  /** SALE, RETURN or VOID. */
  readonly kind: Uint8Array;
  /** 1 on rows that count: neither rejected nor set aside. */
  readonly counts: Uint8Array;
}

/** Money given back of a sale line that stands: a line of its own beside it. */
export interface PartialRefund {
  readonly row: number;
  /** Above 0, 1/10,000. */
  readonly amount: number;
}

/** The amounts of orders that a table has, null where they are not mapped. */
export interface OrderAmounts {
  readonly discount: OrderMoney | null;
  readonly refund: OrderMoney | null;
  readonly total: OrderMoney | null;
}

export function readOrderAmounts(fields: MappedFields, groups: OrderGroups): OrderAmounts {
  const read = (field: MappedField | undefined) => (field ? readOrderMoney(field, groups) : null);
  return {
    discount: read(fields.get('order_discount')),
    refund: read(fields.get('order_refund')),
    total: read(fields.get('order_total')),
  };
}

/**
 * Takes discounts and refunds of whole orders off their lines (METRICS rule 4, *Amounts of an order*). An order that is given
 * back in part has partial refunds beside its lines, one that is given back whole is void. Nothing is taken off twice: rows that
 * return something of the order, and lines that are void already, are part of what was refunded.
 */
export function applyOrderAmounts(lines: LineMoney, groups: OrderGroups, amounts: OrderAmounts): PartialRefund[] {
  const refunds: PartialRefund[] = [];
  for (let order = 0; order < groups.count; order++) {
    if (amounts.discount) takeDiscount(lines, groups, order, amounts.discount);
    refundOrder(lines, groups, order, amounts, refunds);
  }
  return refunds;
}

const sizeOf = ({ amount }: LineMoney, row: number) => Math.abs(amount[row]);
const sizes = (lines: LineMoney, rows: readonly number[]) => rows.map((row) => sizeOf(lines, row));
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

function rowsOf({ start, rows }: OrderGroups, order: number): Int32Array {
  return rows.subarray(start[order], start[order + 1]);
}

function takeDiscount(lines: LineMoney, groups: OrderGroups, order: number, discount: OrderMoney): void {
  if (sumOfOrder(discount, groups, order) === 0) return;
  const rows = discounted(lines, rowsOf(groups, order));
  if (rows.length === 0) return;
  const before = sizes(lines, rows);
  const off = offEach(groups, order, discount, rows, before);
  rows.forEach((row, i) => {
    if (off[i] > 0) lines.amount[row] += lines.amount[row] < 0 ? off[i] : -off[i];
  });
}

/** What is taken off each of some rows of an order: their own, or a share of the order's, at most what they come to. */
function offEach(
  groups: OrderGroups,
  order: number,
  money: OrderMoney,
  rows: readonly number[],
  before: readonly number[],
): number[] {
  const whole = moneyOfOrder(money, groups, order);
  const own = rows.map((row) => Math.abs(money.byRow[row]) || 0);
  if (whole === null && own.every((off, i) => off <= before[i])) return own;
  const off = Math.min(Math.abs(whole ?? sumOfOrder(money, groups, order)), sum(before));
  return off > 0 ? spread(off, before, unitOf([off, ...before])) : before.map(() => 0);
}

/** The lines of the order that a discount was given on: its sales, else its returns, else what never was a sale. */
function discounted({ amount, kind, counts }: LineMoney, ofOrder: Int32Array): number[] {
  const rows = [...ofOrder].filter((row) => !Number.isNaN(amount[row]));
  const sold = rows.filter((row) => counts[row] === 1 && kind[row] !== RETURN);
  if (sold.length > 0) return sold;
  const returned = rows.filter((row) => counts[row] === 1);
  return returned.length > 0 ? returned : rows;
}

function refundOrder(
  lines: LineMoney,
  groups: OrderGroups,
  order: number,
  { refund, total }: OrderAmounts,
  refunds: PartialRefund[],
): void {
  const isRefunded = refund !== null && sumOfOrder(refund, groups, order) !== 0;
  if (!isRefunded && !isVoidAndReturned(lines, groups, order)) return;
  const rows = [...rowsOf(groups, order)].filter((row) => lines.counts[row] === 1);
  const of = (kind: number) => rows.filter((row) => lines.kind[row] === kind);
  const [voided, returned] = [of(VOID), of(RETURN)];
  const [calledOff, back] = [sum(sizes(lines, voided)), sum(sizes(lines, returned))];
  // Called off as a whole, and given back in rows of its own: it is these rows that say it.
  if (voided.length > 0 && back > 0 && of(SALE).length === 0) {
    for (const row of voided) lines.kind[row] = SALE;
    if (calledOff > back) giveBack(lines, voided, shares(lines, voided, calledOff - back), back, refunds);
    return;
  }
  const sold = of(SALE);
  const worth = sum(sizes(lines, sold));
  if (!refund || worth === 0) return;
  const own = refundsOfLines(lines, groups, order, refund, sold);
  if (own && back + calledOff === 0) return giveBack(lines, sold, own, back, refunds);
  const whole = moneyOfOrder(refund, groups, order) ?? sumOfOrder(refund, groups, order);
  const paid = total && (moneyOfOrder(total, groups, order) ?? sumOfOrder(total, groups, order));
  const goods = goodsPart(Math.abs(whole), Math.abs(paid ?? NaN), worth + calledOff);
  const left = Math.min(goods - calledOff - back, worth - back);
  if (left > 0) giveBack(lines, sold, shares(lines, sold, left), back, refunds);
}

/** Whether an order has lines that were called off, and others that return something. */
function isVoidAndReturned({ kind, counts }: LineMoney, { start, rows }: OrderGroups, order: number): boolean {
  let [voided, returned] = [false, false];
  for (let at = start[order]; at < start[order + 1]; at++) {
    if (counts[rows[at]] === 0) continue;
    if (kind[rows[at]] === VOID) voided = true;
    else if (kind[rows[at]] === RETURN) returned = true;
  }
  return voided && returned;
}

/** What each line has given back, where the column is of lines; null where it is of orders, or more than the lines come to. */
function refundsOfLines(
  lines: LineMoney,
  groups: OrderGroups,
  order: number,
  refund: OrderMoney,
  sold: readonly number[],
): number[] | null {
  if (moneyOfOrder(refund, groups, order) !== null) return null;
  const own = sold.map((row) => Math.abs(refund.byRow[row]) || 0);
  return own.every((money, i) => money <= sizeOf(lines, sold[i])) ? own : null;
}

/** Of money given back, the part of the goods: a total may hold tax and shipping, which are in no line. */
function goodsPart(refund: number, total: number, goods: number): number {
  if (!(refund > 0)) return 0;
  if (!(total > goods)) return Math.min(refund, goods);
  return Math.min(proportion(refund, goods, total, unitOf([refund, goods])), goods);
}

const shares = (lines: LineMoney, rows: readonly number[], money: number) =>
  spread(money, sizes(lines, rows), unitOf([money, ...sizes(lines, rows)]));

/**
 * Lines that are given back whole are void where no row of the order's returns anything; others have a refund beside them.
 * @param back what the order's own rows return
 */
function giveBack(
  lines: LineMoney,
  rows: readonly number[],
  money: readonly number[],
  back: number,
  refunds: PartialRefund[],
): void {
  const isWhole = rows.map((row, i) => back === 0 && money[i] === sizeOf(lines, row));
  const isAll = isWhole.every(Boolean);
  rows.forEach((row, i) => {
    if (isAll || (isWhole[i] && money[i] > 0)) lines.kind[row] = VOID;
    else if (money[i] > 0) refunds.push({ row, amount: money[i] });
  });
}
