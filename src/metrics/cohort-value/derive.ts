import { firstDayOfUnit } from '../../domain/calendar';
import {
  cohortCalendar,
  isComplete,
  lastPeriod,
  periodDays,
  type CohortUnit,
  type Days,
} from '../../domain/cohort-periods';
import { cuttingWindow, isInside } from '../../facts/complete-periods';
import type { Observed } from '../../facts/facts';
import type { Derive, DeriveContext } from '../metric';
import type { cohortValue } from './definition';

/** What a cell of the table holds; NaN is empty. */
interface Cell {
  readonly cohort: number;
  readonly period: number;
  readonly size: number;
  readonly net: number;
  readonly profit: number;
  readonly cumulativeNet: number;
  readonly cumulativeProfit: number;
  readonly complete: boolean;
  readonly cac: number;
}

/**
 * Every period that had begun by the end of observation has a row. Outside the window a cell is empty, and so is a sum
 * since the first purchase from which the window cuts any day.
 */
export const derive: Derive<typeof cohortValue> = (base, context, { unit }) => {
  const cells: Cell[] = [];
  const { observed } = context;
  for (let row = 0; row < base.cohort.length && observed;) {
    const begin = row;
    while (row < base.cohort.length && base.cohort[row] === base.cohort[begin]) row++;
    const money = new Map<number, { net: number; profit: number }>();
    for (let at = begin; at < row; at++) money.set(base.period[at], { net: base.net[at], profit: base.profit[at] });
    const spend = base.spend[begin];
    const size = base.cohort_size[begin];
    const cac = spend >= 0 && size > 0 ? spend / size : NaN;
    cells.push(...cellsOf(unit, base.cohort[begin], size, money, cac, context, observed));
  }
  const paid = paybacks(cells);
  const column = (value: (cell: Cell) => number) => Float64Array.from(cells, value);
  return {
    cohort: column(({ cohort }) => cohort),
    period: column(({ period }) => period),
    net: column(({ net }) => net),
    profit: column(({ profit }) => profit),
    cumulative_net_per_customer: column(({ cumulativeNet, size }) => cumulativeNet / size),
    cumulative_profit_per_customer: column(({ cumulativeProfit, size }) => cumulativeProfit / size),
    cohort_size: column(({ size }) => size),
    complete: column(({ complete }) => (complete ? 1 : 0)),
    cac: column(({ cac }) => cac),
    payback: column(({ cohort }) => paid.get(cohort) ?? NaN),
    outside: column(() => base.outside[0]),
  };
};

function cellsOf(
  unit: CohortUnit,
  cohort: number,
  size: number,
  money: ReadonlyMap<number, { net: number; profit: number }>,
  cac: number,
  { window, windowed, hasProfit }: Pick<DeriveContext, 'window' | 'windowed' | 'hasProfit'>,
  observed: Observed,
): Cell[] {
  const cut: Days | null = window && windowed ? cuttingWindow(window, observed) : null;
  const first = firstDayOfUnit(cohortCalendar(unit), cohort);
  const cells: Cell[] = [];
  let [cumulativeNet, cumulativeProfit] = [0, 0];
  for (let period = 0; period <= lastPeriod(unit, cohort, observed.until); period++) {
    const days = periodDays(unit, cohort, period);
    const outside = windowed && window !== null && (days.until < window.from || days.from > window.until);
    const { net, profit } = money.get(period) ?? { net: 0, profit: 0 };
    cumulativeNet += net;
    cumulativeProfit += profit;
    const lived = { from: Math.max(first, observed.from), until: Math.min(days.until, observed.until) };
    const whole = isInside(lived, cut);
    cells.push({
      cohort,
      period,
      size,
      net: outside ? NaN : net,
      profit: outside || !hasProfit ? NaN : profit,
      cumulativeNet: whole ? cumulativeNet : NaN,
      cumulativeProfit: whole && hasProfit ? cumulativeProfit : NaN,
      complete: isComplete(days, observed.until, cut),
      cac,
    });
  }
  return cells;
}

/** The first period of each cohort in which cumulative profit per customer reaches what a customer cost. */
function paybacks(cells: readonly Cell[]): Map<number, number> {
  const paid = new Map<number, number>();
  for (const { cohort, period, size, cumulativeProfit, cac } of cells)
    if (!paid.has(cohort) && size > 0 && cumulativeProfit / size >= cac) paid.set(cohort, period);
  return paid;
}
