import { NO_DAY, type Day } from '../../domain/calendar';
import type { TransactionColumns } from '../../domain/columns';
import type { QualityFinding } from '../../domain/quality';
import { percentile } from './ranks';

type Found<Id extends QualityFinding['id']> = {
  readonly finding: Extract<QualityFinding, { readonly id: Id }>;
  /** Lines that it speaks of. */
  readonly rows: readonly number[];
};

const YEAR = 365;
/** Fewer lines have no middle to be far from. */
const FEWEST_LINES = 20;

/**
 * Days far outside the rest: further from the middle 90 % of lines than three times its span, and than a year. Null where none is.
 */
export function findFarDays({ day, rows }: TransactionColumns): Found<'far_days'> | null {
  const counts = day ? linesByDay(day) : [];
  const of = counts.reduce((sum, [, lines]) => sum + lines, 0);
  if (!day || of < FEWEST_LINES) return null;
  const [low, high] = [dayOfRank(counts, Math.ceil((5 * of) / 100)), dayOfRank(counts, Math.ceil((95 * of) / 100))];
  const reach = Math.max(YEAR, 3 * (high - low));
  const isFar = (one: Day) => one < low - reach || one > high + reach;
  const near = counts.flatMap(([one]) => (isFar(one) ? [] : [one]));
  if (near.length === counts.length) return null;
  const far = rowsWhere(rows, (row) => day[row] !== NO_DAY && isFar(day[row]));
  return {
    rows: far,
    finding: {
      id: 'far_days',
      lines: far.length,
      of,
      earliest: counts[0][0],
      latest: counts.at(-1)![0],
      from: near[0],
      until: near.at(-1)!,
    },
  };
}

/** Days with how many lines they have, ascending: a million lines are a few thousand days. */
function linesByDay(day: Int32Array): (readonly [Day, number])[] {
  const counts = new Map<Day, number>();
  for (const one of day) if (one !== NO_DAY) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => a[0] - b[0]);
}

/** The day on which the line of this rank falls, from 1. */
function dayOfRank(counts: readonly (readonly [Day, number])[], rank: number): Day {
  let before = 0;
  return counts.find(([, lines]) => (before += lines) >= rank)![0];
}

/**
 * Lines dated later than the day after the one on which their file was saved, as the file itself says: no time zone is further off
 * than that. What happened can be written down only afterwards.
 * @param savedOn by the file's index; null where it is not known
 */
export function findLateDays(
  { day, file, rows }: TransactionColumns,
  savedOn: readonly (Day | null)[],
  names: readonly string[],
): Found<'late_days'> | null {
  if (!day) return null;
  const late = rowsWhere(rows, (row) => {
    const saved = savedOn[file[row]] ?? null;
    return saved !== null && day[row] !== NO_DAY && day[row] > saved + 1;
  });
  if (late.length === 0) return null;
  const last = late.reduce((most, row) => (day[row] > day[most] ? row : most));
  const saved = savedOn[file[last]]!;
  return {
    rows: late,
    finding: {
      id: 'late_days',
      lines: late.length,
      of: rows,
      last: day[last],
      file: names[file[last]] ?? '',
      savedOn: saved,
    },
  };
}

const FEWEST_DAYS = 30;
const TWO_WEEKS = 14;
const LONGEST_SHOWN = 3;

/**
 * Runs of days without any line: of two weeks and more, and more than three times as long as 95 of 100 gaps between days with a line.
 * Days far outside the rest, as `findFarDays` found them, are left out, as the gap to them says nothing more.
 */
export function findGaps({ day }: TransactionColumns, far: Found<'far_days'> | null): Found<'calendar_gaps'> | null {
  if (!day) return null;
  const { from, until } = far?.finding ?? { from: -Infinity, until: Infinity };
  const days = linesByDay(day).flatMap(([one]) => (one >= from && one <= until ? [one] : []));
  if (days.length < FEWEST_DAYS) return null;
  const gaps = Int32Array.from(days.slice(1), (one, i) => one - days[i] - 1);
  const usual = percentile(gaps.slice().sort(), 95);
  const long = days.slice(1).flatMap((next, i) => {
    const run = { from: days[i] + 1, until: next - 1, days: gaps[i] };
    return run.days >= TWO_WEEKS && run.days > 3 * usual ? [run] : [];
  });
  if (long.length === 0) return null;
  const longest = [...long].sort((a, b) => b.days - a.days || a.from - b.from).slice(0, LONGEST_SHOWN);
  return { rows: [], finding: { id: 'calendar_gaps', gaps: long.length, longest, usual } };
}

export function rowsWhere(rows: number, is: (row: number) => boolean): number[] {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (is(row)) found.push(row);
  return found;
}
