import { firstDayOfUnit, lastDayOfUnit, type CalendarUnit } from '../../domain/calendar';
import type { FilterClause } from '../../domain/filter';
import type { MetricTable, TableRow } from '../metric';
import type { lifecycleFlow } from './definition';

/** Above zero, from it upward: who bought. Below: who did not. */
export const BUYING = ['returning', 'resurrecting', 'new'] as const;
export const LEAVING = ['dormant', 'lost'] as const;
export type Flow = (typeof BUYING)[number] | (typeof LEAVING)[number];

export interface FlowUnit {
  readonly at: number;
  readonly counts: Readonly<Record<Flow, number>>;
  /** new + returning + resurrecting */
  readonly active: number;
  readonly row: TableRow;
}

export function readFlow(table: MetricTable<typeof lifecycleFlow>): FlowUnit[] {
  return Array.from(table.month, (at, row) => {
    const counts = {
      new: table.new[row],
      returning: table.returning[row],
      resurrecting: table.resurrecting[row],
      dormant: table.dormant[row],
      lost: table.lost[row],
    };
    return { at, counts, active: counts.new + counts.returning + counts.resurrecting, row: { month: at, ...counts } };
  });
}

/** A month that the end of observation or a window cuts says too little. */
export const isOver = (unit: CalendarUnit, at: number, until: number | null): boolean =>
  until !== null && lastDayOfUnit(unit, at) <= until;

export const unitClauses = (unit: CalendarUnit, at: number): FilterClause[] => [
  { kind: 'window', from: firstDayOfUnit(unit, at), until: lastDayOfUnit(unit, at), source: 'lifecycle_flow' },
];

/** Units that begin a year, for the axis; every one where there are few. */
export const unitsAYear = (unit: CalendarUnit): number => ({ month: 12, quarter: 4, year: 1, week: 52 })[unit];

/** The positions of each calendar year among some units. */
export function yearSpans(
  units: readonly number[],
  perYear: number,
): { readonly year: number; readonly first: number; readonly last: number }[] {
  const years = new Map<number, { first: number; last: number }>();
  units.forEach((index, position) => {
    const year = Math.floor(index / perYear);
    years.set(year, { first: years.get(year)?.first ?? position, last: position });
  });
  return [...years].map(([year, span]) => ({ year, ...span }));
}
