import type { Arrival } from './sort-arrivals';

/** Files that came with the same columns as others that are here: added, or put in their place? */
export class Arrivals {
  open = $state.raw<readonly Arrival[]>([]);

  /** What is open for one reason is asked in one question. */
  get alike(): readonly Arrival[] {
    return this.open.filter(({ same }) => same === null);
  }
  get same(): readonly Arrival[] {
    return this.open.filter(({ same }) => same !== null);
  }

  close(answered: readonly Arrival[]): void {
    this.open = this.open.filter((one) => !answered.includes(one));
  }
  clear(): void {
    this.open = [];
  }
}
