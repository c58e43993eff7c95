import { FEW, type MetricTable, type TableRow } from '../metric';
import type { retentionCurve } from './definition';

export interface CurvePoint {
  readonly period: number;
  readonly eligible: number;
  readonly active: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** Few of those who began are old enough: the line is dotted there and its points are hollow. */
  readonly thin: boolean;
  /** Under five: grey, without line or interval. */
  readonly few: boolean;
  readonly row: TableRow;
}
const THIN_BELOW = 0.35;

/** Periods from 1 on: period 0 is 100 % by definition and would flatten the rest. */
export function readCurve(table: MetricTable<typeof retentionCurve>): CurvePoint[] {
  const most = Math.max(0, ...table.eligible);
  const points: CurvePoint[] = [];
  for (let row = 0; row < table.period.length; row++) {
    const eligible = table.eligible[row];
    if (table.period[row] < 1 || !(eligible > 0)) continue;
    points.push({
      period: table.period[row],
      eligible,
      active: table.active[row],
      rate: table.rate[row],
      low: table.ci_low[row],
      high: table.ci_high[row],
      thin: eligible < THIN_BELOW * most,
      few: eligible < FEW,
      row: { period: table.period[row], eligible, active: table.active[row] },
    });
  }
  return points;
}

/** One curve of a breakdown. */
export interface GroupCurve {
  readonly name: string;
  readonly points: readonly CurvePoint[];
  /** Old enough for the first period. */
  readonly n: number;
}

/** The table by group, the largest first; periods from 1 on. Empty without a breakdown. */
export function readGroups(table: MetricTable<typeof retentionCurve>): GroupCurve[] {
  const groups = table.group as readonly string[] | undefined;
  if (!groups) return [];
  return [...new Set(groups)]
    .map((name) => {
      const rows = Array.from(groups.keys()).filter((row) => groups[row] === name);
      const pick = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
      const { period, eligible, active, rate, ci_low: low, ci_high: high } = table;
      const own = {
        group: rows.map(() => name),
        period: pick(period),
        eligible: pick(eligible),
        active: pick(active),
        rate: pick(rate),
        ci_low: pick(low),
        ci_high: pick(high),
      };
      const points = readCurve(own).map((point) => ({ ...point, row: { group: name, ...point.row } }));
      return { name, points, n: points[0]?.eligible ?? 0 };
    })
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => b.n - a.n);
}

/** Runs of points that a line may join: full ones, then thin ones from the last full one on. Few are joined to nothing. */
export function runsOf(points: readonly CurvePoint[]): { full: CurvePoint[]; thin: CurvePoint[] } {
  const joined = points.filter(({ few }) => !few);
  const first = joined.findIndex(({ thin }) => thin);
  if (first < 0) return { full: joined, thin: [] };
  return { full: joined.slice(0, first), thin: joined.slice(Math.max(0, first - 1)) };
}
