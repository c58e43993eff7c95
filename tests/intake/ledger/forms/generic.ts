import type { Random } from '../../mutations';
import type { Holds, Ledger } from '../ledger';
import { csvOf, type Form } from '../write';
import type { Grain } from '../figures';
import {
  amongNoise,
  currencyColumns,
  customerColumns,
  dateColumn,
  extraColumns,
  itemColumns,
  orderColumn,
  rowsOf,
  statusColumn,
  table,
  totalColumn,
  type Column,
  type WrittenRow,
} from './columns';
import { styleOf, type Style } from './style';

interface Layout {
  readonly name: string;
  readonly holds: Holds;
  readonly grain: Grain;
  readonly columns: (style: Style, ledger: Ledger) => readonly Column[];
  /** Which of the rows stand in the file. */
  readonly rows?: (row: WrittenRow) => boolean;
}

const NOON = 12 * 60;
const BY_ID: Grain = { orders: 'id', refunds: 'rows' };
const signed = ({ isReturn, cents }: WrittenRow) => (isReturn ? -cents : cents);
const amountColumn = (style: Style): Column => ({
  header: style.word('amount'),
  cell: (row) => style.money(signed(row)),
});
const priceColumns = (style: Style): Column[] => [
  { header: style.word('quantity'), cell: ({ line, isReturn }) => (isReturn ? '-1' : String(line.quantity)) },
  { header: style.word('price'), cell: ({ line, isReturn, cents }) => style.money(isReturn ? cents : line.price) },
];

const LAYOUTS: readonly Layout[] = [
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

function formOf(layout: Layout): Form {
  return {
    name: layout.name,
    recipe: null,
    holds: layout.holds,
    grain: layout.grain,
    write: (ledger: Ledger, random: Random) => {
      const style = styleOf(random);
      const columns = amongNoise(layout.columns(style, ledger), style);
      const { header, rows } = table(
        columns,
        rowsOf(ledger, layout.grain.refunds !== 'order').filter(layout.rows ?? (() => true)),
      );
      return [{ name: 'sales.csv', text: csvOf(header, rows, style.delimiter) }];
    },
  };
}

/** Forms of no system in particular. */
export const FORMS_OF_NONE: readonly Form[] = LAYOUTS.map(formOf);
