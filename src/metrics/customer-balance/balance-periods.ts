import { firstDayOfMonth, lastDayOfMonth, monthOfDay, type Day, type MonthIndex } from '../../domain/calendar';
import { cuttingWindow } from '../../facts/complete-periods';
import type { Observed } from '../../facts/facts';
import type { Days } from '../../domain/cohort-periods';

/** A period and the one of equal length before it. */
export interface BalancePeriod {
  readonly from: Day;
  readonly until: Day;
  readonly beforeFrom: Day;
  readonly beforeUntil: Day;
}

const MOST_PERIODS = 8;
const LENGTHS = [12, 6, 3, 1] as const;

/**
 * The latest period and those before it, each beginning where the next one's predecessor ends; the last one's predecessor
 * still lies in the observed time. Without a window: the most months of 12, 6, 3 and 1 that the wholly observed months
 * hold twice, up to the last of them (the first observed month counts whole). With one: the window, and as many months
 * or days before it.
 */
export function balancePeriods(observed: Observed | null, scopeWindow: Days): BalancePeriod[] {
  if (!observed) return [];
  const first = monthOfDay(observed.from);
  const window = cuttingWindow(scopeWindow, observed);
  if (!window) {
    const end = lastWholeMonth(observed.until);
    const length = LENGTHS.find((months) => 2 * months <= end - first + 1);
    return length === undefined ? [] : monthPeriods(end, length, first);
  }
  const from = Math.max(window.from, firstDayOfMonth(first));
  const until = Math.min(window.until, observed.until);
  if (from > until) return [];
  const months = { from: monthOfDay(from), until: monthOfDay(until) };
  const endsWhole =
    until === lastDayOfMonth(months.until) || (until === observed.until && lastWholeMonth(until) === months.until);
  const isWhole = from === firstDayOfMonth(months.from) && endsWhole;
  return isWhole
    ? monthPeriods(months.until, months.until - months.from + 1, first)
    : dayPeriods({ from, until }, observed.from);
}

/** A month that lacks no more days than this at its end counts as whole: not every business is open on the 31st. */
const SHUT_DAYS = 2;
const lastWholeMonth = (until: Day): MonthIndex => monthOfDay(until + 1 + SHUT_DAYS) - 1;

function monthPeriods(end: MonthIndex, length: number, first: MonthIndex): BalancePeriod[] {
  const periods: BalancePeriod[] = [];
  for (let last = end; last - 2 * length + 1 >= first && periods.length < MOST_PERIODS; last -= length) {
    const from = firstDayOfMonth(last - length + 1);
    periods.push({
      from,
      until: lastDayOfMonth(last),
      beforeFrom: firstDayOfMonth(last - 2 * length + 1),
      beforeUntil: from - 1,
    });
  }
  return periods;
}

function dayPeriods(latest: Days, first: Day): BalancePeriod[] {
  const periods: BalancePeriod[] = [];
  const length = latest.until - latest.from + 1;
  for (let { from } = latest; from - length >= first && periods.length < MOST_PERIODS; from -= length) {
    periods.push({ from, until: from + length - 1, beforeFrom: from - length, beforeUntil: from - 1 });
  }
  return periods;
}
