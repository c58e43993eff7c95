import type { Row } from '../write';
import {
  goodsOf,
  netOfLine,
  totalOf,
  type Ledger,
  type LedgerCustomer,
  type LedgerLine,
  type LedgerOrder,
} from '../ledger';
import type { Style } from './style';

/** One row that is written: a line of an order, or what was given back. */
export interface WrittenRow {
  readonly order: LedgerOrder;
  /** A place among the orders. */
  readonly at: number;
  readonly customer: LedgerCustomer;
  readonly line: LedgerLine;
  /** A place among the order's lines. */
  readonly i: number;
  readonly isReturn: boolean;
  /** Cents of the row, 0 or more. */
  readonly cents: number;
}
export interface Column {
  readonly header: string;
  readonly cell: (row: WrittenRow) => string;
}

/** The rows of a ledger: its lines, and behind each order what was given back of it, as one row. */
export const rowsOf = ({ orders, customers }: Ledger, withReturns: boolean): WrittenRow[] =>
  orders.flatMap((order, at) => {
    const base = { order, at, customer: customers[order.customer] };
    const sold = order.lines.map((line, i): WrittenRow => ({
      ...base,
      line,
      i,
      isReturn: false,
      cents: netOfLine(line),
    }));
    const { refund } = order;
    if (!refund || !withReturns) return sold;
    return [...sold, { ...base, line: order.lines[0], i: 0, isReturn: true, cents: refund.cents }];
  });

export const table = (columns: readonly Column[], rows: readonly WrittenRow[]) => ({
  header: columns.map(({ header }) => header),
  rows: rows.map((row): Row => Object.fromEntries(columns.map(({ header, cell }) => [header, cell(row)]))),
});

export const orderId = ({ order, isReturn }: WrittenRow, documents = false): string =>
  isReturn && documents ? `9${order.id.replace(/\D/g, '')}` : order.id;

export const orderColumn = (style: Style, documents = false): Column => ({
  header: style.word('order'),
  cell: (row) => orderId(row, documents),
});
/** @param minute at which all orders are stamped, where a time is written; by default when they were taken */
export const dateColumn = (style: Style, minute: number | null = null): Column => ({
  header: style.word('date'),
  cell: ({ order, isReturn }) => style.day(isReturn ? order.refund!.day : order.day, minute ?? order.minute),
});

/** Who bought: an id, an e-mail, a name, or several of them. */
export function customerColumns({ word, random }: Style): Column[] {
  const id: Column = { header: word('customer'), cell: ({ customer }) => customer.id };
  const email: Column = { header: word('email'), cell: ({ customer }) => customer.email };
  const name: Column = { header: word('name'), cell: ({ customer }) => customer.name };
  return [[id], [id, name], [id, email, name], [email], [email, name], [name]][random(6)];
}

/** What was bought; sometimes not told. */
export function itemColumns({ word, random }: Style): Column[] {
  const product: Column = { header: word('product'), cell: ({ line }) => line.product };
  const category: Column = { header: word('category'), cell: ({ line }) => line.category };
  return [[product, category], [product], [product, category], []][random(4)];
}

/** Money of the whole order that is no part of any line, alike on all of its rows. */
export const extraColumns = (style: Style): Column[] => [
  { header: style.word('tax'), cell: ({ order }) => style.money(order.tax) },
  { header: style.word('shipping'), cell: ({ order }) => style.money(order.shipping) },
  { header: style.word('tip'), cell: ({ order }) => (order.tip === 0 ? '' : style.money(order.tip)) },
];

export const totalColumn = (style: Style, key: 'total' | 'goods', isFirstOnly = false): Column => ({
  header: style.word(key),
  cell: ({ order, i }) => (isFirstOnly && i > 0 ? '' : style.money(key === 'total' ? totalOf(order) : goodsOf(order))),
});

export const currencyColumns = ({ word, random }: Style, { currency }: Ledger): Column[] =>
  random(2) === 0 ? [] : [{ header: word('currency'), cell: () => currency }];

export const statusColumn = ({ word, words, random }: Style): Column => {
  const first = random(3);
  return {
    header: word('status'),
    cell: ({ order, at }) => {
      const said = words[order.outcome];
      return said[(first + (at % 3)) % said.length];
    },
  };
};

const two = (value: number) => String(value).padStart(2, '0');
/** Columns that have nothing to say about money, day or customer. */
const NOISE: readonly ((style: Style) => Column)[] = [
  () => ({ header: 'SKU', cell: ({ line }) => `A-${line.product.length}${line.category.length}` }),
  () => ({ header: 'Note', cell: ({ at }) => (at % 7 === 0 ? 'Leave at the door' : '') }),
  () => ({ header: 'Barcode', cell: ({ line }) => String(4_006_381_333_900 + line.product.length) }),
  () => ({ header: 'Warehouse', cell: ({ at }) => ['North', 'South'][at % 2] }),
  () => ({ header: 'Weight (kg)', cell: ({ line }) => `0.${line.product.length}` }),
  () => ({ header: 'Sales rep', cell: ({ at }) => ['Pat Moss', 'Sam Hill', 'Jo Dale'][at % 3] }),
  () => ({ header: 'Line No', cell: ({ i }) => String(i + 1) }),
  () => ({ header: 'Tax rate', cell: () => '19' }),
  () => ({ header: 'Loyalty points', cell: ({ at }) => String((at * 37) % 400) }),
  (style) => ({
    header: 'Shipped on',
    cell: ({ order, at }) => (at % 5 === 0 ? '' : style.day(order.day + 2, order.minute)),
  }),
  () => ({ header: 'Payment method', cell: ({ at }) => ['Card', 'Cash', 'PayPal'][at % 3] }),
  () => ({ header: 'Coupon', cell: ({ at }) => (at % 9 === 0 ? 'SAVE10' : '') }),
  () => ({ header: 'IP', cell: ({ at }) => `10.0.${at % 250}.7` }),
  () => ({ header: 'Country', cell: () => 'DE' }),
  () => ({ header: 'Row', cell: ({ at, i }) => String(at * 10 + i) }),
  () => ({ header: 'Picked at', cell: ({ at }) => `${two(8 + (at % 10))}:${two((at * 7) % 60)}` }),
  () => ({ header: 'Empty', cell: () => '' }),
];

/** Up to four columns of noise among the others, and all in an order of their own. */
export function amongNoise(columns: readonly Column[], style: Style): Column[] {
  const { random } = style;
  const mixed = [...columns];
  const first = random(NOISE.length);
  for (let n = random(5); n > 0; n--)
    mixed.splice(random(mixed.length + 1), 0, NOISE[(first + n * 5) % NOISE.length](style));
  if (random(3) > 0) return mixed;
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
  }
  return mixed;
}
