import type { TimeCounts } from '../../src/statistics/kaplan-meier';

/** One person: when they left, whether by the event, and from when on they were in view. */
export interface Case {
  readonly t: number;
  readonly event: boolean;
  /** The first time at which they are at risk. */
  readonly from?: number;
}

/** `6 6* 7`: times, with a star where the person was lost from view. */
export const cases = (text: string): Case[] =>
  text.split(/\s+/).map((word) => ({ t: parseFloat(word), event: !word.endsWith('*') }));

/** Without late entry all enter at 0. */
export function countsOf(people: readonly Case[]): TimeCounts {
  const entry = ({ from = 0 }: Case) => from;
  const t = [...new Set(people.flatMap((one) => [one.t, entry(one)]))].sort((a, b) => a - b);
  const count = (is: (one: Case, time: number) => boolean) =>
    t.map((time) => people.filter((one) => is(one, time)).length);
  return {
    t,
    entered: count((one, time) => entry(one) === time),
    events: count((one, time) => one.event && one.t === time),
    censored: count((one, time) => !one.event && one.t === time),
  };
}
