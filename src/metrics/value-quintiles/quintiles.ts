import type { MetricTable, TableRow } from '../metric';
import type { valueQuintiles } from './definition';

export const QUINTILE_NAMES: Readonly<Record<number, string>> = {
  1: 'best',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'last',
};

export interface Quintile {
  readonly quintile: number;
  readonly customers: number;
  readonly value: number;
  /** Of all; NaN where the whole is not above zero. */
  readonly share: number;
  readonly categories: number;
  readonly row: TableRow;
}

export function readQuintiles(table: MetricTable<typeof valueQuintiles>, by: 'profit' | 'net'): Quintile[] {
  return Array.from(table.quintile, (quintile, i) => ({
    quintile,
    customers: table.customers[i],
    value: by === 'profit' ? table.profit[i] : table.net[i],
    share: by === 'profit' ? table.share_of_profit[i] : table.share_of_net[i],
    categories: table.categories_per_customer[i],
    row: { quintile, customers: table.customers[i] },
  })).filter(({ customers }) => customers > 0);
}
