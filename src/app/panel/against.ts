import { firstDayOfMonth, formatDay, lastDayOfMonth, monthOfDay, parseIsoDay, type Day } from '../../domain/calendar';
import type { WindowClause } from '../../domain/filter';

export interface Days {
  readonly from: Day;
  readonly until: Day;
}

const YEAR = 12;

/** The days in view: those of the filter, an open end being that of the data. */
export const daysInView = (window: WindowClause | null, observed: Days): Days => ({
  from: window?.from ?? observed.from,
  until: window?.until ?? observed.until,
});

/** The same day of another month, or its last day where that month is shorter. The last day of a month becomes the last day. */
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

/** The period of the same length just before: by months where the period begins with a month, else by days. */
function periodBefore({ from, until }: Days): Days {
  if (from !== firstDayOfMonth(monthOfDay(from))) return { from: from - (until - from + 1), until: from - 1 };
  return shift({ from, until }, monthOfDay(from) - monthOfDay(until) - 1);
}
/** The same days of the year before. */
const yearBefore = (days: Days): Days => shift(days, -YEAR);

/** A period that the user sets, as the address holds it. */
export const chosenPeriod = ({ from, until }: Days): string => `${formatDay(from)}/${formatDay(until)}`;
function readChosen(choice: string): Days | null {
  const [from, until] = choice.split('/').map(parseIsoDay);
  return from != null && until != null && from <= until ? { from, until } : null;
}

/** The days that a value of the choice `against` stands for; null for none. */
export function daysAgainst(choice: string, inView: Days): Days | null {
  if (choice === 'before') return periodBefore(inView);
  if (choice === 'year_before') return yearBefore(inView);
  return readChosen(choice);
}

/**
 * The later half of the data by whole months, a year at most: the period that is suggested where the filter has none. Null where there are
 * no data before it.
 */
export function latestPeriod(observed: Days): (Days & { readonly months: number }) | null {
  const last = monthOfDay(observed.until);
  const months = Math.min(YEAR, Math.floor((last - monthOfDay(observed.from) + 1) / 2));
  return months < 1 ? null : { from: firstDayOfMonth(last - months + 1), until: observed.until, months };
}

/** The first value of a period that the user sets: the days before those in view, else the first half of the data. */
export function suggestedPeriod(window: WindowClause | null, observed: Days): Days {
  const inView = daysInView(window, observed);
  const offered = offeredAgainst(window, observed).at(-1);
  if (offered) return daysAgainst(offered, inView)!;
  const half = latestPeriod(observed);
  return half && !window ? { from: observed.from, until: half.from - 1 } : observed;
}

const meets = (one: Days, { from, until }: Days) => one.until >= from && one.from <= until;

/** The values of the choice `against` whose days have data. */
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
