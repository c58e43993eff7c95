/** Measured values by name and run, in milliseconds or megabytes. Several of one run count as their median. */
export class Samples {
  readonly #values = new Map<string, number[][]>();
  #run = 0;

  /** The runs of both sides are numbered alike. */
  beginRun(run: number): void {
    this.#run = run;
  }

  add(name: string, value: number): void {
    const runs = this.#values.get(name) ?? [];
    (runs[this.#run] ??= []).push(value);
    this.#values.set(name, runs);
  }

  /** Null where nothing was measured. */
  median(name: string): number | null {
    return median(this.#runsOf(name));
  }

  /**
   * The median of the ratios of each run: what is measured in turn meets the same weather on a machine that others use too.
   */
  ratio(ours: string, theirs: string): number | null {
    const against = this.#runsOf(theirs);
    return median(this.#runsOf(ours).map((value, run) => value / against[run]));
  }

  #runsOf(name: string): number[] {
    return (this.#values.get(name) ?? []).map((values) => median(values)!);
  }
}

function median(values: readonly number[]): number | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
