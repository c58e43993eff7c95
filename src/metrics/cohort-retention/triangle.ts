import { cohortCalendar, type CohortUnit } from '../../domain/cohort-periods';
import { firstDayOfUnit, lastDayOfUnit, monthOfDay } from '../../domain/calendar';
import type { FilterClause } from '../../domain/filter';
import { wilson } from '../../statistics/intervals';
import type { MetricTable, TableRow } from '../metric';
import type { cohortRetention } from './definition';

type Table = MetricTable<typeof cohortRetention>;

export interface Cell {
  readonly period: number;
  readonly active: number;
  readonly rate: number;
  readonly complete: boolean;
  /** 95 %, Wilson. */
  readonly low: number;
  readonly high: number;
  readonly row: TableRow;
}
export interface Cohort {
  readonly cohort: number;
  readonly size: number;
  /** Cells outside the window of the filter are not among them. */
  readonly cells: readonly Cell[];
}
/** Cells of one period over all cohorts for which it is complete. */
export interface Pooled {
  readonly period: number;
  readonly eligible: number;
  readonly active: number;
  readonly rate: number;
}

/** The table as cohorts, the oldest first. */
export function readCohorts(table: Table): Cohort[] {
  const cohorts: { cohort: number; size: number; cells: Cell[] }[] = [];
  for (let row = 0; row < table.cohort.length; row++) {
    let last = cohorts[cohorts.length - 1];
    if (last?.cohort !== table.cohort[row]) {
      last = { cohort: table.cohort[row], size: table.cohort_size[row], cells: [] };
      cohorts.push(last);
    }
    if (Number.isNaN(table.active[row])) continue;
    const { low, high } = wilson(table.active[row], last.size);
    last.cells.push({
      period: table.period[row],
      active: table.active[row],
      rate: table.rate[row],
      complete: table.complete[row] === 1,
      low,
      high,
      row: { cohort: table.cohort[row], period: table.period[row], cohort_size: last.size, active: table.active[row] },
    });
  }
  return cohorts;
}

/** Weighted by size, over complete cells only; a period without one has no entry. */
export function poolCells(cohorts: readonly Cohort[]): Pooled[] {
  const sums = new Map<number, { eligible: number; active: number }>();
  for (const { size, cells } of cohorts) {
    for (const { period, active, complete } of cells) {
      if (!complete || size === 0) continue;
      const sum = sums.get(period) ?? { eligible: 0, active: 0 };
      sums.set(period, { eligible: sum.eligible + size, active: sum.active + active });
    }
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .map(([period, { eligible, active }]) => ({ period, eligible, active, rate: active / eligible }));
}

const STEPS = [0.01, 0.02, 0.05, 0.1, 0.15] as const;

/** Six thresholds at round shares, so that the highest pooled or single rate after period 0 lies in the last steps. */
export function rateCuts(cohorts: readonly Cohort[]): number[] {
  const rates = cohorts.flatMap(({ size, cells }) =>
    size < 5 ? [] : cells.filter(({ period, complete }) => period > 0 && complete).map(({ rate }) => rate),
  );
  rates.sort((a, b) => a - b);
  const most = rates[Math.floor(0.98 * (rates.length - 1))] ?? 0.6;
  const step = STEPS.find((size) => 6.6 * size >= most) ?? STEPS[STEPS.length - 1];
  return [1, 2, 3, 4, 5, 6].map((i) => Number((i * step).toPrecision(6)));
}

/** Keeps the customers of a cohort; nothing can, where cohorts are weeks. */
export function cohortClauses(unit: CohortUnit, cohort: number): FilterClause[] {
  if (unit === 'week') return [];
  const calendar = cohortCalendar(unit);
  const first = monthOfDay(firstDayOfUnit(calendar, cohort));
  const last = monthOfDay(lastDayOfUnit(calendar, cohort));
  const values = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  return [{ kind: 'customer', field: 'cohort_month', values, source: 'cohort_retention' }];
}

/** What a period is called: `month`; under 30d a period is 30 days long. */
export const unitWord = (unit: CohortUnit): string => (unit === '30d' ? '30 days' : unit);
