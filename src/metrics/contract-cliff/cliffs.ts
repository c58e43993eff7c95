import type { MetricTable, TableRow } from '../metric';
import type { contractCliff } from './definition';

export interface CliffPoint {
  readonly month: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly hazard: number;
  readonly low: number;
  readonly high: number;
  readonly row: TableRow;
}
export interface Cliff {
  readonly strategy: string;
  readonly points: readonly CliffPoint[];
  /** Hazard in the month after the end over the mean of the six before; NaN where it is not known. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** The mean hazard of the six months before; NaN unless all six are there. */
  readonly before: number;
  /** The month after the end. */
  readonly after: CliffPoint | null;
}

/** The table by strategy, in its order. */
export function readCliffs(table: MetricTable<typeof contractCliff>): Cliff[] {
  const names = [...new Set(table.strategy)];
  return names.map((strategy) => {
    const rows = Array.from(table.hazard.keys()).filter((row) => table.strategy[row] === strategy);
    const points = rows.map((row): CliffPoint => ({
      month: table.months_from_end[row],
      atRisk: table.at_risk[row],
      ended: table.ended[row],
      hazard: table.hazard[row],
      low: table.ci_low[row],
      high: table.ci_high[row],
      row: {
        strategy,
        months_from_end: table.months_from_end[row],
        at_risk: table.at_risk[row],
        ended: table.ended[row],
      },
    }));
    const zero = rows.find((row) => table.months_from_end[row] === 0);
    const before = points.filter(({ month }) => month < 0 && month >= -6);
    return {
      strategy,
      points,
      ratio: zero === undefined ? NaN : table.ratio[zero],
      low: zero === undefined ? NaN : table.ratio_low[zero],
      high: zero === undefined ? NaN : table.ratio_high[zero],
      before: before.length < 6 ? NaN : before.reduce((sum, { hazard }) => sum + hazard, 0) / 6,
      after: points.find(({ month }) => month === 0) ?? null,
    };
  });
}
