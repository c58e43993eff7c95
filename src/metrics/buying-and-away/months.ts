import { firstDayOfMonth, lastDayOfMonth, monthOfDay } from '../../domain/calendar';
import type { Filter, WindowClause } from '../../domain/filter';
import type { MetricTable, TableRow } from '../metric';
import type { buyingAndAway } from './definition';

/** Standing at the end of a month: active, or known and gone. */
export interface Standing {
  readonly month: number;
  readonly buying: number;
  /** Of those active, won within the last twelve months. */
  readonly fresh: number;
  readonly away: number;
  readonly row: TableRow;
}

const YEAR = 12;

export const readStandings = (table: MetricTable<typeof buyingAndAway>): Standing[] =>
  Array.from(table.month, (month, i) => ({
    month,
    buying: table.buying[i],
    fresh: Math.min(
      table.buying[i],
      table.new.slice(Math.max(0, i - YEAR + 1), i + 1).reduce((sum, count) => sum + count, 0),
    ),
    away: table.away[i],
    row: { month, buying: table.buying[i], away: table.away[i], new: table.new[i] },
  }));

/** Whole months that the filter's window covers, within those shown; null without a window. */
export function windowMonths(filter: Filter, first: number, last: number): { from: number; until: number } | null {
  const window = filter.find((clause) => clause.kind === 'window');
  if (!window) return null;
  const from = window.from === null ? first : Math.max(first, monthOfDay(window.from));
  const until = window.until === null ? last : Math.min(last, monthOfDay(window.until));
  return from <= until ? { from, until } : null;
}

export const monthsClause = (from: number, until: number): WindowClause => ({
  kind: 'window',
  from: firstDayOfMonth(from),
  until: lastDayOfMonth(until),
});

/** The months of each calendar year that the standings have. */
export function yearsOf(
  standings: readonly Standing[],
): { readonly year: number; readonly from: number; readonly until: number }[] {
  const years = new Map<number, { from: number; until: number }>();
  for (const { month } of standings) {
    const year = Math.floor(month / YEAR);
    years.set(year, { from: years.get(year)?.from ?? month, until: month });
  }
  return [...years].map(([year, months]) => ({ year, ...months }));
}

/** Who is active, as a sentence goes on: `are under contract`, `bought within the last 361 days`. */
export const ruleWords = (
  { source, lapse_days }: Pick<MetricTable<typeof buyingAndAway>, 'source' | 'lapse_days'>,
  plural: (count: number, one: string) => string,
): string =>
  source[0] === 'contract' ? 'are under contract' : `bought within the last ${plural(lapse_days[0], 'day')}`;
