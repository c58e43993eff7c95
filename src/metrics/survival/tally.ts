/** Beyond this many cells only those that are counted are kept. */
const MOST_DENSE = 1 << 22;

/** Counts by cell: an array where the cells are few, else a map. */
export class Tally {
  readonly #dense: Int32Array | null;
  readonly #sparse = new Map<number, number>();

  constructor(cells: number) {
    this.#dense = cells <= MOST_DENSE ? new Int32Array(cells) : null;
  }

  add(cell: number): void {
    if (this.#dense) this.#dense[cell]++;
    else this.#sparse.set(cell, (this.#sparse.get(cell) ?? 0) + 1);
  }

  at(cell: number): number {
    return this.#dense ? this.#dense[cell] : (this.#sparse.get(cell) ?? 0);
  }

  /** Cells in which this one or another has counted anything, ascending. */
  cellsWith(...others: readonly Tally[]): number[] {
    const all = [this, ...others];
    if (!this.#dense) {
      const cells = new Set(all.flatMap((tally) => [...tally.#sparse.keys()]));
      return [...cells].sort((a, b) => a - b);
    }
    const cells: number[] = [];
    for (let cell = 0; cell < this.#dense.length; cell++)
      if (all.some((tally) => tally.#dense![cell] > 0)) cells.push(cell);
    return cells;
  }
}
