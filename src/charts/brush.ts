/** A range of whole units (months, say), both ends included. */
export interface UnitRange {
  readonly from: number;
  readonly until: number;
}
export type BrushPart = 'from' | 'until' | 'body' | 'new';

/** The range after a drag from one unit to another. */
export function dragged(
  part: BrushPart,
  start: UnitRange,
  anchor: number,
  at: number,
  first: number,
  last: number,
): UnitRange {
  const here = clamp(at, first, last);
  if (part === 'body') {
    const by = clamp(at - anchor, first - start.from, last - start.until);
    return { from: start.from + by, until: start.until + by };
  }
  const other = part === 'new' ? clamp(anchor, first, last) : part === 'from' ? start.until : start.from;
  return { from: Math.min(here, other), until: Math.max(here, other) };
}

const PAGE = 12;

/** The range after a key on one of its ends; null for a key that does nothing. */
export function keyed(
  key: string,
  end: 'from' | 'until',
  range: UnitRange,
  first: number,
  last: number,
): UnitRange | null {
  const now = range[end];
  const low = end === 'from' ? first : range.from;
  const high = end === 'from' ? range.until : last;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: now - 1,
    ArrowDown: now - 1,
    ArrowRight: now + 1,
    ArrowUp: now + 1,
    PageDown: now - PAGE,
    PageUp: now + PAGE,
    Home: low,
    End: high,
  };
  return key in steps ? { ...range, [end]: clamp(steps[key], low, high) } : null;
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
