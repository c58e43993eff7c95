import { NO_DAY, type Day } from '../domain/calendar';

/** More days than any file that is worth a table of them. */
const MOST_DAYS = 100_000;

/** The unit (month, week, ...) of each day; NO_DAY stays. Each day between the first and the last is worked out once. */
export function mapDays(days: Int32Array, unitOf: (day: Day) => number): Int32Array {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < days.length; i++) {
    const day = days[i];
    if (day === NO_DAY) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const span = last - first + 1;
  if (!(span <= Math.min(days.length, MOST_DAYS))) return days.map((day) => (day === NO_DAY ? NO_DAY : unitOf(day)));
  const units = Int32Array.from({ length: span }, (_, at) => unitOf(first + at));
  const mapped = new Int32Array(days.length);
  for (let i = 0; i < days.length; i++) mapped[i] = days[i] === NO_DAY ? NO_DAY : units[days[i] - first];
  return mapped;
}
