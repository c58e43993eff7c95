import { fmScore, segmentOf } from '../../domain/rfm-segments';
import type { Members } from '../metric';
import type { rfm } from './definition';
import { kernel } from './kernel';

/** Customers in view who share a row's cell, segment or move, or stood in its cell before. */
export const members: Members<typeof rfm> = (facts, scope, options, row, column) => {
  const base = kernel(facts, scope, options);
  const segmentBefore = (at: number) =>
    base.r_before[at] === 0 ? '' : segmentOf(base.r_before[at], fmScore(base.f_before[at], base.m_before[at]));
  const stands = (r: number, f: number, m: number) => r === row['r'] && fmScore(f, m) === row['fm'];
  const listed: Readonly<Record<string, (at: number) => boolean>> = {
    in_cell: (at) => stands(base.r[at], base.f[at], base.m[at]),
    in_cell_before: (at) => stands(base.r_before[at], base.f_before[at], base.m_before[at]),
    in_segment: (at) => segmentOf(base.r[at], fmScore(base.f[at], base.m[at])) === row['segment'],
    in_move: (at) =>
      segmentOf(base.r[at], fmScore(base.f[at], base.m[at])) === row['segment'] &&
      segmentBefore(at) === row['segment_before'],
  };
  return Int32Array.from(base.customer).filter((_, at) => listed[column](at));
};
