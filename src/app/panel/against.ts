import { firstDayOfMonth, formatDay, lastDayOfMonth, monthOfDay, parseIsoDay, type Day } from '../../domain/calendar';
import type { WindowClause } from '../../domain/filter';

export interface Days {
  readonly from: Day;
  readonly until: Day;
}

const YEAR = 12;

/** What is in view: the days of the filter, open ends where the data end. */
export const daysInView = (window: WindowClause | null, observed: Days): Days => ({
  from: window?.from ?? observed.from,
  until: window?.until ?? observed.until,
});

/** The same day of another month, or its last day where it is shorter; the end of a month stays the end. */
function shiftDay(day: Day, months: number): Day {
  const month = monthOfDay(day);
  const last = lastDayOfMonth(month + months);
  if (day === lastDayOfMonth(month)) return last;
  return Math.min(last, shiftFirst(day, months));
}
const shift = ({ from, until }: Days, months: number): Days => ({
  from: Math.min(lastDayOfMonth(monthOfDay(from) + months), shiftFirst(from, months)),
  until: shiftDay(until, months),
});
const shiftFirst = (day: Day, months: number) =>
  firstDayOfMonth(monthOfDay(day) + months) + day - firstDayOfMonth(monthOfDay(day));

/** As long as the period, and just before it: by months where it begins with one, else by days. */
function periodBefore({ from, until }: Days): Days {
  if (from !== firstDayOfMonth(monthOfDay(from))) return { from: from - (until - from + 1), until: from - 1 };
  return shift({ from, until }, monthOfDay(from) - monthOfDay(until) - 1);
}
/** The same days of the year before. */
const yearBefore = (days: Days): Days => shift(days, -YEAR);

/** A period of the reader's own, as the address holds it. */
export const chosenPeriod = ({ from, until }: Days): string => `${formatDay(from)}/${formatDay(until)}`;
function readChosen(choice: string): Days | null {
  const [from, until] = choice.split('/').map(parseIsoDay);
  return from != null && until != null && from <= until ? { from, until } : null;
}

/** The days that a choice compares with; null for none. */
export function daysAgainst(choice: string, inView: Days): Days | null {
  if (choice === 'before') return periodBefore(inView);
  if (choice === 'year_before') return yearBefore(inView);
  return readChosen(choice);
}

/**
 * The later half of the data by whole months, a year at most: what to look at where no days have been chosen yet. Null where there is
 * nothing before.
 */
export function latestPeriod(observed: Days): (Days & { readonly months: number }) | null {
  const last = monthOfDay(observed.until);
  const months = Math.min(YEAR, Math.floor((last - monthOfDay(observed.from) + 1) / 2));
  return months < 1 ? null : { from: firstDayOfMonth(last - months + 1), until: observed.until, months };
}

/** What a period of the reader's own begins with: days before those in view, else the first half of the data. */
export function suggestedPeriod(window: WindowClause | null, observed: Days): Days {
  const inView = daysInView(window, observed);
  const offered = offeredAgainst(window, observed).at(-1);
  if (offered) return daysAgainst(offered, inView)!;
  const half = latestPeriod(observed);
  return half && !window ? { from: observed.from, until: half.from - 1 } : observed;
}

const meets = (one: Days, { from, until }: Days) => one.until >= from && one.from <= until;

/** The choices that compare with days of which there are data. */
export function offeredAgainst(window: WindowClause | null, observed: Days): ('before' | 'year_before')[] {
  if (!window) return [];
  const inView = daysInView(window, observed);
  const before = periodBefore(inView);
  const year = yearBefore(inView);
  return [
    ...(meets(before, observed) ? (['before'] as const) : []),
    ...(meets(year, observed) && year.from !== before.from ? (['year_before'] as const) : []),
  ];
}
