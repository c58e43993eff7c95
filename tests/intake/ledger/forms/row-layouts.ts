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
} from './columns';
import type { Style } from './style';
import { BY_ID, amountColumn, priceColumns, type Layout } from './layout';

const NOON = 12 * 60;

/** Lines with figures of their own, or one row an order. */
export const ROW_LAYOUTS: readonly Layout[] = [
  {
    name: 'amounts of lines',
    holds: { severalLines: true, percentOff: true, wholeRefund: true, partRefund: true },
    grain: BY_ID,
    columns: (style, ledger) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      amountColumn(style),
      ...currencyColumns(style, ledger),
    ],
  },
  {
    name: 'quantity x price',
    holds: { severalLines: true, wholeRefund: true, partRefund: true },
    grain: BY_ID,
    columns: (style, ledger) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      ...priceColumns(style),
      ...currencyColumns(style, ledger),
    ],
  },
  {
    name: 'quantity x price less per cent',
    holds: { severalLines: true, percentOff: true, void: true, noSale: true },
    grain: BY_ID,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      ...priceColumns(style),
      { header: style.word('percent'), cell: ({ line }) => String(line.percentOff) },
      statusColumn(style),
    ],
  },
  {
    name: 'quantity x price less money, with its amount',
    holds: { severalLines: true, moneyOff: true },
    grain: BY_ID,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      ...priceColumns(style),
      { header: style.word('moneyOff'), cell: ({ line }) => style.money(line.moneyOff) },
      amountColumn(style),
    ],
  },
  {
    name: 'prices beside the order’s total, tax and shipping',
    holds: { severalLines: true, extras: true, void: true, noSale: true },
    grain: BY_ID,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      ...priceColumns(style),
      ...extraColumns(style),
      totalColumn(style, 'total'),
      statusColumn(style),
    ],
  },
  {
    name: 'the order’s total on every row',
    holds: { severalLines: true },
    grain: BY_ID,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      totalColumn(style, 'total'),
    ],
  },
  {
    name: 'the order’s total on its first row',
    holds: { severalLines: true },
    grain: BY_ID,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      totalColumn(style, 'total', true),
    ],
  },
  {
    name: 'one row an order with its parts',
    holds: { severalLines: true, extras: true, void: true, noSale: true },
    grain: BY_ID,
    rows: ({ i }) => i === 0,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      totalColumn(style, 'goods'),
      ...extraColumns(style),
      totalColumn(style, 'total'),
      statusColumn(style),
    ],
  },
  {
    name: 'one row an order with a refunded amount',
    holds: { severalLines: true, wholeRefund: true, partRefund: true },
    grain: { orders: 'id', refunds: 'order' },
    rows: ({ i, isReturn }) => i === 0 && !isReturn,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      totalColumn(style, 'total'),
      { header: style.word('refunded'), cell: ({ order }) => style.money(order.refund?.cents ?? 0) },
    ],
  },
  {
    name: 'refunds by type, positive, of their own number',
    holds: { severalLines: true, wholeRefund: true, partRefund: true },
    grain: { orders: 'id', refunds: 'documents' },
    columns: (style) => [
      orderColumn(style, true),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      typeColumn(style),
      { header: style.word('amount'), cell: ({ cents }) => style.money(cents) },
    ],
  },
  {
    name: 'refunds by type, negative, of the order’s number',
    holds: { severalLines: true, wholeRefund: true, partRefund: true },
    grain: BY_ID,
    columns: (style) => [
      orderColumn(style),
      dateColumn(style),
      ...customerColumns(style),
      ...itemColumns(style),
      typeColumn(style),
      amountColumn(style),
    ],
  },
  {
    name: 'no number of an order',
    holds: { severalLines: true },
    grain: { orders: 'day', refunds: 'rows' },
    columns: (style) => [
      dateColumn(style, NOON),
      ...customerColumns(style),
      ...itemColumns(style),
      amountColumn(style),
    ],
  },
];

function typeColumn({ word, words, random }: Style): Column {
  const [sale, back] = [words.invoice[random(words.invoice.length)], words.credit[random(words.credit.length)]];
  return { header: word('type'), cell: ({ isReturn }) => (isReturn ? back : sale) };
}
