import type { CsvCell } from '../../charts/export-csv';
import type { Formatter } from '../../domain/format';
import { formatDay } from '../../domain/calendar';
import type { SheetColumn } from '../export-xlsx';
import type { CustomerRow, CustomerSort } from '../../domain/customer-list';
import { MONEY_SCALE } from '../../domain/money';
import { facetValue } from '../wording/names';

export interface ListColumn {
  readonly sort: CustomerSort;
  readonly title: string;
  readonly numeric: boolean;
  /** Left out on a narrow page. */
  readonly wide: boolean;
  /** The first click sorts from the highest. */
  readonly descending: boolean;
  readonly cell: (row: CustomerRow, format: Formatter) => string;
}

const column = (
  sort: CustomerSort,
  title: string,
  cell: ListColumn['cell'],
  rest: Partial<ListColumn> = {},
): ListColumn => ({
  sort,
  title,
  numeric: false,
  wide: false,
  descending: false,
  cell,
  ...rest,
});
const number = { numeric: true, descending: true };

export const COLUMNS: readonly ListColumn[] = [
  column('id', 'Customer', (row) => row.id),
  column('name', 'Name', (row) => row.name),
  column('purchases', 'Purchases', (row, format) => format.int(row.purchases), number),
  column('net', 'Net', (row, format) => format.money(row.net), number),
  column('profit', 'Profit', (row, format) => (row.profit === null ? '' : format.money(row.profit)), {
    ...number,
    wide: true,
  }),
  column('first', 'First bought', (row, format) => (row.first === null ? '' : format.day(row.first)), {
    numeric: true,
    wide: true,
  }),
  column('last', 'Last bought', (row, format) => (row.last === null ? '' : format.day(row.last)), {
    ...number,
    wide: true,
  }),
  column('quintile', 'Worth', (row) => quintileWords(row.quintile), { wide: true }),
];

export const quintileWords = (quintile: number): string =>
  quintile === 0 ? '' : facetValue('value_quintile', String(quintile));

const money = (value: number | null): CsvCell => (value === null ? null : value / MONEY_SCALE);
const day = (value: number | null): CsvCell => (value === null ? null : formatDay(value));

/** The list as a file: money in currency units, days as YYYY-MM-DD, every attribute. */
export function exportedRows(rows: readonly CustomerRow[]): { header: string[]; cells: CsvCell[][] } {
  const attributes = Object.keys(rows[0]?.attributes ?? {});
  return {
    header: [
      'customer',
      'name',
      'email',
      'purchases',
      'net',
      'profit',
      'first_purchase',
      'last_purchase',
      'value_quintile',
      ...attributes,
    ],
    cells: rows.map((row) => [
      row.id,
      row.name,
      row.email,
      row.purchases,
      money(row.net),
      money(row.profit),
      day(row.first),
      day(row.last),
      row.quintile || null,
      ...attributes.map((name) => row.attributes[name]),
    ]),
  };
}

/** The same list as typed columns of a workbook. */
export function exportedColumns(rows: readonly CustomerRow[]): SheetColumn[] {
  const of = (name: string, kind: SheetColumn['kind'], value: (row: CustomerRow) => string | number | null) => ({
    name,
    kind,
    values: rows.map(value),
  });
  return [
    of('customer', 'text', ({ id }) => id),
    of('name', 'text', ({ name }) => name),
    of('email', 'text', ({ email }) => email),
    of('purchases', 'count', ({ purchases }) => purchases),
    of('net', 'money', ({ net }) => net),
    of('profit', 'money', ({ profit }) => profit),
    of('first_purchase', 'day', ({ first }) => first),
    of('last_purchase', 'day', ({ last }) => last),
    of('value_quintile', 'int', ({ quintile }) => quintile || null),
    ...Object.keys(rows[0]?.attributes ?? {}).map((name) => of(name, 'text', ({ attributes }) => attributes[name])),
  ];
}
