import type { MetricBase } from '../metric';
import type { clvContract } from './definition';
import { T_SCALE } from './strata';

const DAYS: Readonly<Record<string, number>> = { days: 1, weeks: 7, month: 30.4375, months: 30.4375, quarter: 91.3125, quarters: 91.3125, year: 365.25, years: 365.25 }; // prettier-ignore

/** Months differ in length: an end up to so much of a period after a renewal belongs to it. */
const SLACK = 0.1;

/** A period in units of the stays' lengths, never shorter than one, and what it is called. */
export function periodOf(period: string, unit: string): { length: number; words: string } {
  const length = DAYS[period] / (DAYS[unit] ?? 1);
  return length < 1 ? { length: 1, words: unit.replace(/s$/, '') } : { length, words: period };
}

/** The renewal at which a stay of so many periods ended; the renewals that one still running has made; those passed before an entry. */
export const endedAt = (periods: number): number => Math.max(1, Math.ceil(periods - SLACK));
export const renewedUntil = (periods: number): number => Math.floor(periods + SLACK);
export const passedBefore = (periods: number): number => Math.max(0, Math.ceil(periods - SLACK) - 1);

export interface SeenRenewals {
  /** By renewal, the first at 0. */
  readonly came: number[];
  readonly left: number[];
  readonly customers: number;
}

/** Counts by renewal out of counts by time: who came to the k-th had entered before it, and had not left before it. */
export function seenRenewals(base: MetricBase<typeof clvContract>, length: number): SeenRenewals {
  const entered: number[] = [];
  const gone: number[] = [];
  const left: number[] = [];
  const add = (to: number[], at: number, count: number) => (to[at] = (to[at] ?? 0) + count);
  let customers = 0;
  for (let row = 0; row < base.t.length; row++) {
    const periods = base.t[row] / T_SCALE / length;
    customers += base.events[row] + base.censored[row];
    add(entered, passedBefore(periods), base.entered[row]);
    if (base.events[row] > 0) {
      add(left, endedAt(periods), base.events[row]);
      add(gone, endedAt(periods), base.events[row]);
    }
    add(gone, renewedUntil(periods), base.censored[row]);
  }
  const came: number[] = [];
  let present = 0;
  for (let k = 1; k < gone.length; k++) {
    present += (entered[k - 1] ?? 0) - (gone[k - 1] ?? 0);
    came.push(present);
  }
  return { came, left: came.map((_, at) => left[at + 1] ?? 0), customers };
}
