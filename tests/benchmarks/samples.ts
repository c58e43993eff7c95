/** Measured values by name: one a run, in milliseconds or megabytes. */
export class Samples {
  readonly #values = new Map<string, number[]>();

  add(name: string, value: number): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  /** Null where nothing was measured. */
  median(name: string): number | null {
    const sorted = [...(this.#values.get(name) ?? [])].sort((a, b) => a - b);
    if (sorted.length === 0) return null;
    const half = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
