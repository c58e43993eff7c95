import { fmScore, segmentOf } from '../../domain/rfm-segments';
import type { Derive, MetricBase } from '../metric';
import type { rfm } from './definition';

/** Segments from scores, and how many in view share a cell, a segment, a move. No list is written for nobody. */
export const derive: Derive<typeof rfm> = (base, context) => {
  const names = context.names('customer');
  const { now, before } = placesOf(base);
  const [cells, cellsBefore, segments, moves] = [now, before, now, now].map(() => new Map<string, number>());
  const cell = (row: number) => `${base.r[row]} ${now[row].fm}`;
  const move = (row: number) => `${before[row].segment} ${now[row].segment}`;
  for (let row = 0; row < now.length; row++) {
    add(cells, cell(row));
    add(cellsBefore, `${base.r_before[row]} ${before[row].fm}`);
    add(segments, now[row].segment);
    add(moves, move(row));
  }
  const counts = (of: Map<string, number>, key: (row: number) => string) =>
    Float64Array.from(now, (_, row) => of.get(key(row)) ?? 0);
  return {
    customer: Array.from(base.customer, (customer) => names[customer]),
    recency_days: base.recency_days,
    frequency: base.frequency,
    monetary: base.monetary,
    r: base.r,
    f: base.f,
    m: base.m,
    segment: now.map(({ segment }) => segment),
    fm: Float64Array.from(now, ({ fm }) => fm),
    r_before: base.r_before,
    fm_before: Float64Array.from(before, ({ fm }) => fm),
    segment_before: before.map(({ segment }) => segment),
    in_cell: counts(cells, cell),
    in_cell_before: counts(cellsBefore, cell),
    in_segment: counts(segments, (row) => now[row].segment),
    in_move: counts(moves, move),
  };
};

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

interface Place {
  /** 0 and '' before the first purchase. */
  readonly fm: number;
  readonly segment: string;
}
const placeOf = (r: number, f: number, m: number): Place => {
  if (r === 0) return { fm: 0, segment: '' };
  const fm = fmScore(f, m);
  return { fm, segment: segmentOf(r, fm) };
};
const placesOf = (base: MetricBase<typeof rfm>): { now: Place[]; before: Place[] } => ({
  now: Array.from(base.r, (r, row) => placeOf(r, base.f[row], base.m[row])),
  before: Array.from(base.r_before, (r, row) => placeOf(r, base.f_before[row], base.m_before[row])),
});
