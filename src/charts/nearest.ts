import type { PlotMark } from './plot';

/** Pixels that a pointer may be away from a mark that it picks. */
export const REACH = 56;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const halfWidth = (mark: PlotMark) => (mark.width ?? 0) / 2;
const halfHeight = (mark: PlotMark) => (mark.height ?? 0) / 2;

/** Distance from a point to a mark's area; 0 inside it. */
export function distanceTo(mark: PlotMark, { x, y }: Point): number {
  const dx = Math.max(0, Math.abs(x - mark.x) - halfWidth(mark));
  const dy = Math.max(0, Math.abs(y - mark.y) - halfHeight(mark));
  return Math.hypot(dx, dy);
}

/** The mark under the pointer or next to it; the smaller one where they lie on each other. */
export function nearestMark(marks: readonly PlotMark[], point: Point, reach = REACH): PlotMark | null {
  let best: PlotMark | null = null;
  let bestDistance = reach;
  for (const mark of marks) {
    const distance = distanceTo(mark, point);
    if (distance > bestDistance) continue;
    if (best && distance === bestDistance && areaOf(mark) >= areaOf(best)) continue;
    best = mark;
    bestDistance = distance;
  }
  return best;
}
const areaOf = (mark: PlotMark) => (mark.width ?? 0) * (mark.height ?? 0);

export type Way = 'left' | 'right' | 'up' | 'down';
const WAYS: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/**
 * The next mark in a direction. From a box (cell, bar) it is in the same row or column. From a point it is the next position to the side, so that no
 * point of a line is skipped; up and down stay at the same position where several points are above each other.
 */
export function markInWay(marks: readonly PlotMark[], from: PlotMark, way: Way): PlotMark | null {
  const [dx, dy] = WAYS[way];
  const isUpright = dx === 0;
  let best: PlotMark | null = null;
  let least: readonly [number, number, number] = [Infinity, Infinity, Infinity];
  for (const mark of marks) {
    const along = (mark.x - from.x) * dx + (mark.y - from.y) * dy;
    if (along < 0.5) continue;
    const across = isUpright ? Math.abs(mark.x - from.x) : Math.abs(mark.y - from.y);
    const reach = isUpright ? halfWidth(mark) + halfWidth(from) : halfHeight(mark) + halfHeight(from);
    const aligned = reach > 0 ? across < reach - 0.5 : isUpright && across < 0.5;
    const cost = [aligned ? 0 : 1, Math.round(along * 2), across] as const;
    if (isLess(cost, least)) [best, least] = [mark, cost];
  }
  return best;
}
function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
}

const GAP = 12;
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The position of a tooltip: beside its mark, never over it, and over as few other marks as possible, near ones counting more. */
export function placeTip(
  mark: PlotMark,
  tip: { width: number; height: number },
  frame: { width: number },
  marks: readonly PlotMark[],
): Box {
  const right = mark.x + halfWidth(mark) + GAP;
  const left = mark.x - halfWidth(mark) - GAP - tip.width;
  const above = mark.y - halfHeight(mark) - GAP - tip.height;
  const below = mark.y + halfHeight(mark) + GAP;
  const middleX = Math.max(0, Math.min(frame.width - tip.width, mark.x - tip.width / 2));
  const middleY = mark.y - tip.height / 2;
  const places: (readonly [number, number])[] = [
    [middleX, above],
    [right, above],
    [left, above],
    [right, middleY],
    [left, middleY],
    [middleX, below],
    [right, below],
    [left, below],
  ];
  const fitting = places.filter(([x]) => x >= 0 && x + tip.width <= frame.width);
  const boxes = (fitting.length > 0 ? fitting : [places[0], places[5]]).map(([x, y]) => ({ left: x, top: y, ...tip }));
  const cost = (box: Box) => covered(box, mark, marks) + (box.top < 0 ? -box.top / 100 : 0);
  return boxes.reduce((best, box) => (cost(box) < cost(best) - 1e-9 ? box : best));
}

function covered(box: Box, subject: PlotMark, marks: readonly PlotMark[]): number {
  let sum = 0;
  for (const mark of marks) {
    if (mark === subject) continue;
    const apartX = Math.abs(mark.x - (box.left + box.width / 2)) - (box.width / 2 + halfWidth(mark));
    const apartY = Math.abs(mark.y - (box.top + box.height / 2)) - (box.height / 2 + halfHeight(mark));
    if (apartX < 0 && apartY < 0) sum += 1 / (1 + Math.hypot(mark.x - subject.x, mark.y - subject.y) / 24);
  }
  return sum;
}
