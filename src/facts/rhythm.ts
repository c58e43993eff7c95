import { unitOfDay, firstDayOfUnit, lastDayOfUnit } from '../domain/calendar';
import { PERIODS, type Period } from '../domain/rhythm';
import type { Facts } from './facts';
import { purchaseGaps } from './gaps';

/** The largest median gap, in days, at which a business is read by the unit; beyond the last it is read by the year. */
const LARGEST_GAP: readonly (readonly [Period, number])[] = [
  ['week', 10.5],
  ['month', 45],
  ['quarter', 137],
];
/** Customers with a gap of whom fewer tell no rhythm. */
export const LEAST_WITH_GAPS = 20;
const LEAST_PERIODS = 3;

const known = new WeakMap<Facts, Period>();

/** The calendar unit in which a business is read (METRICS.md rule 14), fixed by the whole file. */
export function rhythmOf(facts: Facts): Period {
  const { period } = facts.rules;
  if (period !== 'auto') return period;
  let rhythm = known.get(facts);
  if (!rhythm) known.set(facts, (rhythm = findRhythm(facts)));
  return rhythm;
}

function findRhythm(facts: Facts): Period {
  const gap = usualGap(facts);
  const fitting = gap === null ? 'month' : (LARGEST_GAP.find(([, most]) => gap <= most)?.[0] ?? 'year');
  const units = PERIODS.slice(0, PERIODS.indexOf(fitting) + 1).reverse();
  return units.find((unit) => wholePeriods(facts, unit) >= LEAST_PERIODS) ?? 'week';
}

/** The median over customers of the median of their gaps, in days; null where too few customers have a gap. */
function usualGap(facts: Facts): number | null {
  const { start, days, customers } = purchaseGaps(facts);
  if (customers < LEAST_WITH_GAPS) return null;
  const medians = new Float64Array(customers);
  for (let i = 0; i < customers; i++) medians[i] = medianOfSorted(days.subarray(start[i], start[i + 1]));
  return medianOfSorted(medians.sort());
}

function medianOfSorted(values: ArrayLike<number>): number {
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/** Calendar units of which every day was observed. */
function wholePeriods({ observed }: Facts, unit: Period): number {
  if (!observed) return 0;
  const first = unitOfDay(unit, observed.from);
  const last = unitOfDay(unit, observed.until);
  const begins = firstDayOfUnit(unit, first) < observed.from ? first + 1 : first;
  const ends = lastDayOfUnit(unit, last) > observed.until ? last - 1 : last;
  return Math.max(0, ends - begins + 1);
}
