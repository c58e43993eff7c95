/** One row of a targets file, as it stands there. `target` is NaN where there is none. */
export interface Target {
  readonly stage: string;
  readonly level: string;
  readonly metric: string;
  readonly target: number;
  readonly owner: string;
}
