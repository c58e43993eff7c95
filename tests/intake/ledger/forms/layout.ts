import type { Grain } from '../figures';
import type { Holds, Ledger } from '../ledger';
import { customerColumns, dateColumn, itemColumns, orderColumn, type Column, type WrittenRow } from './columns';
import type { Style } from './style';

export interface Layout {
  readonly name: string;
  readonly holds: Holds;
  readonly grain: Grain;
  readonly columns: (style: Style, ledger: Ledger) => readonly Column[];
  /** Which of the rows stand in the file. */
  readonly rows?: (row: WrittenRow) => boolean;
  /** Whether rows of different orders stand between those of one. */
  readonly isShuffled?: boolean;
  /** Whose column is followed by nothing but the lines' own: a file of the orders and one of their lines. */
  readonly heads?: (style: Style, ledger: Ledger) => readonly Column[];
}

export const BY_ID: Grain = { orders: 'id', refunds: 'rows' };
export const signed = ({ isReturn, cents }: WrittenRow) => (isReturn ? -cents : cents);
export const amountColumn = (style: Style): Column => ({
  header: style.word('amount'),
  cell: (row) => style.money(signed(row)),
});
export const priceColumns = (style: Style): Column[] => [
  { header: style.word('quantity'), cell: ({ line, isReturn }) => (isReturn ? '-1' : String(line.quantity)) },
  { header: style.word('price'), cell: ({ line, isReturn, cents }) => style.money(isReturn ? cents : line.price) },
];

export const everything = (style: Style): Column[] => [
  orderColumn(style),
  dateColumn(style),
  ...customerColumns(style),
  ...itemColumns(style),
];
