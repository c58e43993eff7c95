/** A matrix of thousands of items as it crosses from the worker: row by row in the order of the table's rows. */
export interface FieldPicture {
  readonly [column: string]: Int8Array | Uint32Array | Float64Array | Int32Array;
  /** The step of each cell's colour; -1 for none. */
  readonly steps: Int8Array;
  /** Holders of both, a triangle: see `triangleAt`. */
  readonly both: Uint32Array;
  readonly cuts: Float64Array;
  /** First and last position of each block, in turn. */
  readonly blocks: Int32Array;
  /** The same as `steps`, `bin` cells to a pixel each way, where there are more cells than pixels. */
  readonly overview: Int8Array;
  readonly bin: Int32Array;
}

/** More pixels than a screen has would be thinned out by it, and lone cells lost. */
const FINEST = 1_000;

/** Cells to pixels: of several in one pixel the strongest is shown, that farthest from "as expected" or the highest. */
export function overviewOf(steps: Int8Array, size: number, diverging: boolean): Pick<FieldPicture, 'overview' | 'bin'> {
  const bin = Math.max(1, Math.ceil(size / FINEST));
  if (bin === 1) return { overview: steps.slice(), bin: Int32Array.of(1) };
  const pixels = Math.ceil(size / bin);
  const overview = new Int8Array(pixels * pixels).fill(-1);
  const strength = (step: number) => (step < 0 ? -1 : diverging ? Math.abs(step - 3) : step);
  for (let row = 0; row < size; row++) {
    const line = Math.floor(row / bin) * pixels;
    for (let column = 0; column < size; column++) {
      const step = steps[row * size + column];
      if (step < 0) continue;
      const pixel = line + Math.floor(column / bin);
      if (strength(step) > strength(overview[pixel])) overview[pixel] = step;
    }
  }
  return { overview, bin: Int32Array.of(bin) };
}
