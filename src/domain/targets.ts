/** One row of a targets file, as written. `target` is NaN where the cell is empty. */
export interface Target {
  readonly stage: string;
  readonly level: string;
  readonly metric: string;
  readonly target: number;
  readonly owner: string;
}
