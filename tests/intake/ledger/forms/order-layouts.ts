import {
  orderColumn,
  dateColumn,
  customerColumns,
  itemColumns,
  extraColumns,
  totalColumn,
  currencyColumns,
  statusColumn,
  type Column,
  type WrittenRow,
} from './columns';
import type { Style } from './style';
import { BY_ID, everything, priceColumns, type Layout } from './layout';

const ofOrder = (header: string, cents: (row: WrittenRow) => number, style: Style, isFirstOnly: boolean): Column => ({
  header,
  cell: (row) => (isFirstOnly && row.i > 0 ? '' : style.money(cents(row))),
});
const discountColumn = (style: Style, isFirstOnly: boolean): Column =>
  ofOrder(style.word('orderDiscount'), ({ order }) => order.orderDiscount, style, isFirstOnly);
const refundedColumn = (style: Style, isFirstOnly: boolean): Column =>
  ofOrder(style.word('refunded'), ({ order }) => order.refund?.cents ?? 0, style, isFirstOnly);
const SOLD = ({ isReturn }: WrittenRow) => !isReturn;

/** What stands for a whole order among its lines, rows in no order, and two files. */
export const ORDER_LAYOUTS: readonly Layout[] = [
  {
    name: 'quantity x price, rows shuffled',
    holds: { severalLines: true, wholeRefund: true, partRefund: true },
    grain: BY_ID,
    isShuffled: true,
    columns: (style, ledger) => [...everything(style), ...priceColumns(style), ...currencyColumns(style, ledger)],
  },
  {
    name: 'prices beside the order’s total and status, rows shuffled',
    holds: { severalLines: true, extras: true, void: true, noSale: true },
    grain: BY_ID,
    isShuffled: true,
    columns: (style) => [
      ...everything(style),
      ...priceColumns(style),
      ...extraColumns(style),
      totalColumn(style, 'total'),
      statusColumn(style),
    ],
  },
  {
    name: 'the order’s total on one of its rows, rows shuffled',
    holds: { severalLines: true },
    grain: BY_ID,
    isShuffled: true,
    columns: (style) => [...everything(style), totalColumn(style, 'total', true)],
  },
  {
    name: 'the order’s discount on its first row',
    holds: { severalLines: true, orderDiscount: true },
    grain: BY_ID,
    columns: (style) => [...everything(style), ...priceColumns(style), discountColumn(style, true)],
  },
  {
    name: 'the order’s discount on every row, with its total',
    holds: { severalLines: true, orderDiscount: true, extras: true },
    grain: BY_ID,
    columns: (style) => [
      ...everything(style),
      ...priceColumns(style),
      discountColumn(style, false),
      ...extraColumns(style),
      totalColumn(style, 'total'),
    ],
  },
  {
    name: 'a refunded amount on the order’s first row',
    holds: { severalLines: true, wholeRefund: true, partRefund: true },
    grain: { orders: 'id', refunds: 'order' },
    rows: SOLD,
    columns: (style) => [...everything(style), ...priceColumns(style), refundedColumn(style, true)],
  },
  {
    name: 'a refunded amount on every row, with the order’s total',
    holds: { severalLines: true, wholeRefund: true, partRefund: true },
    grain: { orders: 'id', refunds: 'order' },
    rows: SOLD,
    columns: (style) => [
      ...everything(style),
      ...priceColumns(style),
      refundedColumn(style, false),
      totalColumn(style, 'total'),
    ],
  },
  {
    name: 'orders and their lines in two files',
    holds: { severalLines: true, void: true, noSale: true },
    grain: BY_ID,
    heads: (style) => [orderColumn(style), dateColumn(style), ...customerColumns(style), statusColumn(style)],
    columns: (style) => [orderColumn(style), ...itemColumns(style), ...priceColumns(style)],
  },
  {
    name: 'orders with totals and their lines in two files',
    holds: { severalLines: true, extras: true, void: true, noSale: true },
    grain: BY_ID,
    heads: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...extraColumns(style),
      totalColumn(style, 'total'),
      statusColumn(style),
    ],
    columns: (style) => [orderColumn(style), ...itemColumns(style), ...priceColumns(style)],
  },
];
