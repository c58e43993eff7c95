import { markInWay, nearestMark, type Point, type Way } from './nearest';
import type { PlotMark } from './plot';

/** The marks of a chart as `Plot` asks for them: a chart of a hundred thousand makes each only when it is pointed at. */
export interface MarkSource {
  readonly isEmpty: boolean;
  readonly first: () => PlotMark | null;
  readonly last: () => PlotMark | null;
  readonly byKey: (key: string) => PlotMark | null;
  /** The mark at a point or near it. */
  readonly near: (point: Point) => PlotMark | null;
  readonly inWay: (from: PlotMark, way: Way) => PlotMark | null;
  /** Marks that a tooltip should avoid covering. */
  readonly around: readonly PlotMark[];
}

/** A source of marks that are all made already. */
export function listedMarks(marks: readonly PlotMark[]): MarkSource {
  const keys = new Map(marks.map((mark) => [mark.key, mark]));
  return {
    isEmpty: marks.length === 0,
    first: () => marks[0] ?? null,
    last: () => marks[marks.length - 1] ?? null,
    byKey: (key) => keys.get(key) ?? null,
    near: (point) => nearestMark(marks, point),
    inWay: (from, way) => markInWay(marks, from, way),
    around: marks,
  };
}
