import type { TimeCounts } from './kaplan-meier';

/** Who is at risk, and who has the event, at each time with an event in any group. All that the tests need to know. */
export interface RiskSets {
  readonly t: readonly number[];
  /** By group, then time. */
  readonly atRisk: readonly Float64Array[];
  readonly events: readonly Float64Array[];
}

/** Brings the counts of several groups onto the times at which anyone had the event. */
export function riskSets(groups: readonly TimeCounts[]): RiskSets {
  const distinct = new Set<number>();
  for (const { t, events } of groups) t.forEach((time, at) => events[at] > 0 && distinct.add(time));
  const t = [...distinct].sort((a, b) => a - b);
  const laid = groups.map((group) => layOut(group, t));
  return { t, atRisk: laid.map(({ atRisk }) => atRisk), events: laid.map(({ events }) => events) };
}

function layOut(group: TimeCounts, times: readonly number[]) {
  const atRisk = new Float64Array(times.length);
  const events = new Float64Array(times.length);
  let at = 0;
  let present = 0;
  times.forEach((time, place) => {
    for (; at < group.t.length && group.t[at] < time; at++)
      present += group.entered[at] - group.events[at] - group.censored[at];
    const isHere = at < group.t.length && group.t[at] === time;
    atRisk[place] = present + (isHere ? group.entered[at] : 0);
    events[place] = isHere ? group.events[at] : 0;
  });
  return { atRisk, events };
}

/** The risk sets of some of the groups, at the times at which any of these has the event. */
export function amongGroups({ t, atRisk, events }: RiskSets, groups: readonly number[]): RiskSets {
  const kept = t.map((_, at) => at).filter((at) => groups.some((group) => events[group][at] > 0));
  const pick = (values: Float64Array) => Float64Array.from(kept, (at) => values[at]);
  return {
    t: kept.map((at) => t[at]),
    atRisk: groups.map((group) => pick(atRisk[group])),
    events: groups.map((group) => pick(events[group])),
  };
}
