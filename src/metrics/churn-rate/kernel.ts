import { firstDayOfUnit, lastDayOfUnit, NO_DAY, unitOfDay } from '../../domain/calendar';
import type { Facts } from '../../facts/facts';
import { goneDays } from '../../facts/gone';
import type { Scope } from '../../facts/scope';
import { sourceOf, staysOf, type StaySource } from '../../facts/stays';
import { unitsInView } from '../../facts/unit-flow';
import { defineComputation, type Kernel, type Members, type MetricOptions } from '../metric';
import { churnRate } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof churnRate>;

/** Tenures have no place in a calendar: then purchases tell. */
function resolve(facts: Facts, options: Options): Options {
  const source = sourceOf(facts, options.source);
  const isDated = source === 'purchases' || options.source !== 'auto' || !facts.contracts?.tenureUnit;
  return {
    ...options,
    source: isDated ? source : 'purchases',
    lapse_days: options.lapse_days ?? goneDays(facts),
  };
}

/** Calls `visit` for every customer in view with the first day of their stay and the day they left, Infinity if they did not. */
function scanDatedStays(
  facts: Facts,
  scope: Scope,
  { source, lapse_days: lapse }: Options,
  visit: (customer: number, start: number, left: number) => void,
): void {
  const { last, ended, start } = staysOf(facts, source as StaySource, lapse, 'n_days_later');
  if (start === null) return;
  for (let c = 0; c < last.length; c++) {
    if (last[c] < 0 || !scope.customer[c] || start[c] === NO_DAY) continue;
    visit(c, start[c], ended[c] ? start[c] + last[c] : Infinity);
  }
}

/** Counts the comings and goings of stays by calendar unit, and adds up who was there before. */
const kernel: Kernel<typeof churnRate> = (facts, scope, options) => {
  const units = unitsInView(facts, scope, options.unit);
  const first = units[0] ?? 0;
  const counts = units.map(() => ({ joined: 0, left: 0, leftAtOnce: 0 }));
  let before = 0;
  const at = (day: number) => (Number.isFinite(day) ? unitOfDay(options.unit, day) - first : Infinity);
  scanDatedStays(facts, scope, options, (_customer, start, left) => {
    const [came, went] = [at(start), at(left)];
    if (came < 0 && went >= 0) before++;
    if (came >= 0 && came < units.length) counts[came].joined++;
    if (went < 0 || went >= units.length) return;
    counts[went].left++;
    if (came === went) counts[went].leftAtOnce++;
  });
  const atStart = new Float64Array(units.length);
  units.forEach((_, place) => {
    atStart[place] = before;
    before += counts[place].joined - counts[place].left;
  });
  const column = (value: (one: (typeof counts)[number]) => number) => Float64Array.from(counts, value);
  return {
    month: Float64Array.from(units),
    at_start: atStart,
    joined: column(({ joined }) => joined),
    left: column(({ left }) => left),
    left_of_start: column(({ left, leftAtOnce }) => left - leftAtOnce),
  };
};

/** The days of a unit. */
const unitDays = (unit: Options['unit'], index: number) => ({
  first: firstDayOfUnit(unit, index),
  last: lastDayOfUnit(unit, index),
});

/** Who was there at the start of a unit, joined in it, left in it, or left in it having been there at its start. */
const members: Members<typeof churnRate> = (facts, scope, options, row, column) => {
  const { first, last } = unitDays(options.unit, Number(row['month']));
  const found: number[] = [];
  scanDatedStays(facts, scope, options, (customer, start, left) => {
    const before = start < first;
    const goes = left >= first && left <= last;
    const isListed =
      column === 'at_start'
        ? before && left >= first
        : column === 'joined'
          ? start >= first && start <= last
          : goes && (column === 'left' || before);
    if (isListed) found.push(customer);
  });
  return Int32Array.from(found);
};

export default defineComputation(churnRate, { sql, kernel, members, resolve, derive });
