import { firstDayOfUnit, lastDayOfUnit, monthOfDay, NO_DAY, unitOfDay, type CalendarUnit } from '../../domain/calendar';
import type { DatabaseTable } from '../../domain/database-table';
import { counting, integers, table, texts } from './columns';
import type { Facts } from '../../facts/facts';

/** Enough for 270 years of days; a limit, so that a file with absurd dates does not fill the memory. */
const MOST_NUMBERS = 100_000;

/** Tables of the observed days and of numbers, 30-day periods and calendar units for them. */
export function calendarTables(facts: Facts): DatabaseTable[] {
  const { observed } = facts;
  const { from, until } = spanOf(facts);
  const days = until - from;
  const one = (name: string, value: number | null) => integers(name, Int32Array.of(value ?? NO_DAY));
  const periods = counting(Math.floor(days / 30) + 2);
  const units: [CalendarUnit, number][] = [];
  for (const unit of ['month', 'week', 'quarter', 'year'] as const) {
    for (let index = unitOfDay(unit, from); observed && index <= unitOfDay(unit, until); index++)
      units.push([unit, index]);
  }
  return [
    table('observed', [
      one('from_day', observed && observed.from),
      one('until_day', observed && observed.until),
      one('from_month', observed && monthOfDay(observed.from)),
      one('until_month', observed && monthOfDay(observed.until)),
    ]),
    table('numbers', [integers('n', counting(Math.min(Math.max(days, 100), MOST_NUMBERS) + 1))]),
    table('thirty_day_periods', [
      integers('period', periods),
      integers(
        'first_offset',
        periods.map((period) => period * 30),
      ),
      integers(
        'last_offset',
        periods.map((period) => period * 30 + 29),
      ),
    ]),
    table('calendar', [
      texts(
        'unit',
        units.map(([unit]) => unit),
      ),
      integers(
        'unit_index',
        Int32Array.from(units, ([, index]) => index),
      ),
      integers(
        'first_day',
        Int32Array.from(units, ([unit, index]) => firstDayOfUnit(unit, index)),
      ),
      integers(
        'last_day',
        Int32Array.from(units, ([unit, index]) => lastDayOfUnit(unit, index)),
      ),
    ]),
  ];
}

/** The observed days, and the days of lines beyond an end of observation that the user has set earlier. */
function spanOf({ observed, lines }: Facts): { from: number; until: number } {
  if (!observed) return { from: 0, until: 0 };
  let { from, until } = observed;
  for (const day of lines.day) {
    if (day === NO_DAY) continue;
    if (day < from) from = day;
    if (day > until) until = day;
  }
  return { from, until };
}
