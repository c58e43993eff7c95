import type { MetricTable, TableRow } from '../metric';
import type { shareBySegment, shareOfCustomer } from './definition';

export const FIFTHS: Readonly<Record<number, string>> = { 1: 'best', 2: 'second', 3: 'third', 4: 'fourth', 5: 'last' };
const BEST_GRADE = ['stated', 'ranked', 'proxy'];

/** Customers of one fifth or segment, with what they give us. */
export interface Share {
  readonly customers: number;
  readonly own: number;
  readonly wallet: number;
  readonly gap: number;
  readonly share: number;
  readonly errors: number;
  readonly row: TableRow;
}
export interface Fifth extends Share {
  readonly quintile: number;
}
export interface SegmentShare extends Share {
  /** '' for customers of none. */
  readonly group: string;
}
type AnyTable = MetricTable<typeof shareOfCustomer> | MetricTable<typeof shareBySegment>;

/** The rows of the best grade that the data have. */
function sharesOf(table: AnyTable): { grade: string; shares: Share[] } | null {
  const grade = BEST_GRADE.find((one) => table.grade.includes(one));
  if (!grade) return null;
  const shares = Array.from(table.share, (share, at) => ({
    customers: table.customers_measured[at],
    own: table.own[at],
    wallet: table.wallet[at],
    gap: table.gap[at],
    share,
    errors: table.data_errors[at],
    row: Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[at]])),
  })).filter((_, at) => table.grade[at] === grade);
  return { grade, shares };
}

export function readShares(table: MetricTable<typeof shareOfCustomer>): { grade: string; fifths: Fifth[] } | null {
  const read = sharesOf(table);
  return (
    read && {
      grade: read.grade,
      fifths: read.shares.map((one) => ({ ...one, quintile: Number(one.row['quintile']) })),
    }
  );
}

/** Segments, the largest gap first; by a proxy, which has none in money, the largest share. */
export function readSegments(
  table: MetricTable<typeof shareBySegment>,
): { grade: string; segments: SegmentShare[] } | null {
  const read = sharesOf(table);
  if (!read) return null;
  const segments = read.shares.map((one) => ({ ...one, group: String(one.row['group']) }));
  return {
    grade: read.grade,
    segments: segments.sort((a, b) => (read.grade === 'proxy' ? b.share - a.share : b.gap - a.gap)),
  };
}
