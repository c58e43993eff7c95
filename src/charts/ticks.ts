/** The end of a scale and its four or five round numbers, of which the last is the end. */
export interface RoundDomain {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/**
 * Round numbers from `low` to at least `high` in at most `count` steps. For counts pass `whole`, so that no tick is at half a customer.
 */
export function roundDomain(low: number, high: number, { count = 4, whole = false } = {}): RoundDomain {
  const from = Number.isFinite(low) ? low : 0;
  let to = Number.isFinite(high) ? high : 1;
  if (to <= from) to = from + 1;
  const step = roundStep(from, to, count, whole);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  const values = Array.from({ length: last - first + 1 }, (_, i) => clean((first + i) * step));
  return { low: values[0], high: values[values.length - 1], ticks: values };
}

const ROUND = [1, 2, 2.5, 5] as const;
/** The smallest round step of which at most `count` cover the range. */
function roundStep(from: number, to: number, count: number, whole: boolean): number {
  for (let power = Math.floor(Math.log10((to - from) / count)); ; power++) {
    for (const round of ROUND) {
      const step = round * 10 ** power;
      if (whole && !Number.isInteger(step)) continue;
      if (Math.ceil(to / step - 1e-9) - Math.floor(from / step + 1e-9) <= count) return step;
    }
  }
}

/** Removes rounding errors of sums: 0.30000000000000004 becomes 0.3. */
const clean = (value: number) => Number(value.toPrecision(12));

/** For months since something: 0, 12, 24 rather than 0, 10, 20. */
export const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120] as const;
export const PLAIN_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000] as const;

/** Multiples of the smallest of `steps` of which at most `most` are between two whole numbers. */
export function wholeTicks(low: number, high: number, most: number, steps: readonly number[] = PLAIN_STEPS): number[] {
  const step =
    steps.find((size) => Math.floor(high / size) - Math.ceil(low / size) + 1 <= most) ?? steps[steps.length - 1];
  const found: number[] = [];
  for (let value = Math.ceil(low / step) * step; value <= high; value += step) found.push(value);
  return found;
}

/** Leaves out ticks whose labels would touch; the first is kept. */
export function thin<T>(items: readonly T[], at: (item: T) => number, width: (item: T) => number, gap = 12): T[] {
  const kept: T[] = [];
  let end = -Infinity;
  for (const item of [...items].sort((a, b) => at(a) - at(b))) {
    const half = width(item) / 2;
    if (at(item) - half < end + gap) continue;
    kept.push(item);
    end = at(item) + half;
  }
  return kept;
}
