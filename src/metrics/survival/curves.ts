import type { MetricTable, TableRow } from '../metric';
import type { survival } from './definition';
import { NPS_BAND } from '../../domain/answer-bands';

type Table = MetricTable<typeof survival>;

export interface CurvePoint {
  readonly t: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
  /** 95 %; NaN where S is 0 or 1. */
  readonly low: number;
  readonly high: number;
  /** Standard error of S by Greenwood. */
  readonly error: number;
  readonly row: TableRow;
}

export interface Curve {
  readonly name: string;
  readonly points: readonly CurvePoint[];
  readonly n: number;
  readonly left: number;
}

/** The table as curves, in its order. */
export function readCurves(table: Table): Curve[] {
  const curves: { name: string; points: CurvePoint[]; n: number; left: number }[] = [];
  let greenwood = 0;
  for (let row = 0; row < table.t.length; row++) {
    const [name, atRisk, events] = [table.stratum[row], table.at_risk[row], table.events[row]];
    let curve = curves[curves.length - 1];
    if (curve?.name !== name) {
      curves.push((curve = { name, points: [], n: 0, left: 0 }));
      greenwood = 0;
    }
    if (events > 0 && atRisk > events) greenwood += events / (atRisk * (atRisk - events));
    curve.left += events;
    curve.n += events + table.censored[row];
    const s = table.survival[row];
    curve.points.push({
      t: table.t[row],
      atRisk,
      events,
      survival: s,
      low: table.ci_low[row],
      high: table.ci_high[row],
      error: s * Math.sqrt(greenwood),
      row: { stratum: name, t: table.t[row], at_risk: atRisk, events, censored: table.censored[row] },
    });
  }
  return curves;
}

export const longestOf = ({ points }: Curve): number => points[points.length - 1].t;

/** The state of a curve at a time; null before its first step, when S is 1. */
export function pointAt({ points }: Curve, t: number): CurvePoint | null {
  let found: CurvePoint | null = null;
  for (const point of points) {
    if (point.t > t) break;
    found = point;
  }
  return found;
}
export const shareAt = (curve: Curve, t: number): number => pointAt(curve, t)?.survival ?? 1;

/** How many are at risk at a time: those of the first row from then on. */
export const atRiskAt = ({ points }: Curve, t: number): number => points.find((point) => point.t >= t)?.atRisk ?? 0;

/**
 * The first time at which at most half are left; where it is exactly half, the middle of the flat stretch, as in the summary.
 * NaN where that was not seen.
 */
export function halfGone({ points }: Curve, value: (point: CurvePoint) => number = (point) => point.survival): number {
  const first = points.findIndex((point) => value(point) <= 0.5 + ROUNDING);
  if (first < 0) return NaN;
  if (value(points[first]) < 0.5 - ROUNDING) return points[first].t;
  const below = points.slice(first + 1).find((point) => point.events > 0 && !(Math.abs(value(point) - 0.5) < ROUNDING));
  return below ? (points[first].t + below.t) / 2 : points[first].t;
}
const ROUNDING = 1e-9;

/** What is held against each other stands first. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  strategy: ['reward', 'penalty'],
  [NPS_BAND]: ['detractors', 'promoters', 'passives'],
};

/** Curves as they are drawn: a reward, then a penalty; detractors, then promoters; else the subject is where most leave. */
export function inDrawingOrder(curves: readonly Curve[], by: string): Curve[] {
  const first = COMPARED[by];
  if (!first) return byLoss(curves);
  const place = ({ name }: Curve) => (first.includes(name) ? first.indexOf(name) : first.length);
  return [...curves].sort((a, b) => place(a) - place(b));
}

/** Curves by how few are left at the time that all have seen: the fewest first. */
export function byLoss(curves: readonly Curve[]): Curve[] {
  const until = Math.min(...curves.map(longestOf));
  return [...curves].sort((a, b) => shareAt(a, until) - shareAt(b, until));
}

/** `12 months`, `1 month`. */
export const timeWords = (t: number, unit: string, int: (value: number) => string): string =>
  `${int(t)} ${t === 1 ? unit.replace(/s$/, '') : unit}`;

/** What customers of a stratum are called. */
export function stratumWords(by: string, name: string): string {
  if (by === '' && name === 'all') return 'the customers';
  if (by === NPS_BAND) return name === 'did not answer' ? 'those who did not answer' : `the ${name}`;
  if (by === 'strategy') return STRATEGY_WORDS[name] ?? `customers with “${name}”`;
  return name.replaceAll(';', '') === '' ? `those without a value` : `“${name.replaceAll(';', ', ')}”`;
}
const STRATEGY_WORDS: Readonly<Record<string, string>> = {
  reward: 'the rewarded customers',
  penalty: 'the customers held by a penalty',
  none: 'the customers with neither',
  '': 'the customers with neither',
};

/** A stratum as a label: short. */
export const stratumLabel = (name: string): string =>
  name === 'all' ? 'all customers' : name.replaceAll(';', '') === '' ? 'no value' : name.replaceAll(';', ', ');
