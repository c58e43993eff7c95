import type { MetricTable, TableRow } from '../metric';
import type { shareOfCustomer } from './definition';

export const FIFTHS: Readonly<Record<number, string>> = { 1: 'best', 2: 'second', 3: 'third', 4: 'fourth', 5: 'last' };
const BEST_GRADE = ['stated', 'ranked', 'proxy'];

export interface Fifth {
  readonly quintile: number;
  readonly customers: number;
  readonly own: number;
  readonly wallet: number;
  readonly gap: number;
  readonly share: number;
  readonly errors: number;
  readonly row: TableRow;
}
/** The fifths of the best grade that the data have. */
export function readShares(table: MetricTable<typeof shareOfCustomer>): { grade: string; fifths: Fifth[] } | null {
  const grade = BEST_GRADE.find((one) => table.grade.includes(one));
  if (!grade) return null;
  const fifths = Array.from(table.quintile, (quintile, at) => ({
    quintile,
    customers: table.customers_measured[at],
    own: table.own[at],
    wallet: table.wallet[at],
    gap: table.gap[at],
    share: table.share[at],
    errors: table.data_errors[at],
    row: Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[at]])),
  })).filter((_, at) => table.grade[at] === grade);
  return { grade, fifths };
}
