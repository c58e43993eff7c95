import { markInWay, nearestMark, type Point, type Way } from './nearest';
import type { PlotMark } from './plot';

/** The marks of a chart as `Plot` asks for them: a picture of a hundred thousand makes each only when it is pointed at. */
export interface MarkSource {
  readonly isEmpty: boolean;
  readonly first: () => PlotMark | null;
  readonly last: () => PlotMark | null;
  readonly byKey: (key: string) => PlotMark | null;
  /** The mark that is meant at a point. */
  readonly near: (point: Point) => PlotMark | null;
  readonly inWay: (from: PlotMark, way: Way) => PlotMark | null;
  /** What a tooltip should rather not cover. */
  readonly around: readonly PlotMark[];
}

/** Marks that are all there. */
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
