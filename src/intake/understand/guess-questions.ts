import type { Day } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import { FIELDS, type Role } from '../../domain/roles';
import type { ColumnProfile } from './column-profile';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { measureNumbers } from './profile-numbers';
import { readDay } from '../values/day';

export interface DateReading {
  readonly format: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly days: number;
  readonly longestRun: number;
}
/** What the values cannot say. The first reading is the one that is used until somebody answers. */
export type Question =
  | {
      readonly kind: 'date-order';
      /** Which is the day, which calendar counts the years, or in which month the fiscal year begins. */
      readonly code: 'date_order' | 'calendar' | 'fiscal_start';
      readonly column: string;
      readonly example: string;
      /** At least two. */
      readonly readings: readonly DateReading[];
    }
  | {
      readonly kind: 'decimal-mark';
      readonly column: string;
      readonly example: string;
      readonly readings: readonly ['.' | ',', '.' | ','];
    }
  | { readonly kind: 'no-role'; readonly found: readonly string[] };

/**
 * A date column that leaves day and month open follows one in the same table that does not.
 * @param usual what the system that wrote the table puts first, where it is known
 */
export function settleDateOrder(
  profiles: readonly ColumnProfile[],
  usual: 'DD' | 'MM' | null = null,
): readonly ColumnProfile[] {
  const known = profiles.find(
    (profile) => profile.above12 !== null && profile.openOrder === null && profile.dates.length > 0,
  );
  const order = known ? known.dates[0].format.slice(0, 2) : usual;
  if (!order) return profiles;
  const dayFirst = order === 'DD';
  return profiles.map((profile) => {
    if (!profile.openOrder) return profile;
    const best = profile.openOrder.find((fit) => fit.format.startsWith('DD') === dayFirst)!;
    return {
      ...profile,
      dates: [best, ...profile.dates.filter((fit) => fit !== best)],
      openOrder: null,
      min: best.firstDay,
      max: best.lastDay,
    };
  });
}

/**
 * A column whose separators could be thousands or decimals follows the others of the same table where these all have one mark:
 * a table is written in one country. The mark is still told in the mapping, since the column alone does not say it.
 */
export function settleDecimalMark(
  profiles: readonly ColumnProfile[],
  columns: readonly TextColumn[],
): readonly ColumnProfile[] {
  const marks = new Set(profiles.flatMap(({ number }) => (number?.marks === 'decided' ? [number.decimal] : [])));
  const [mark] = marks;
  if (marks.size !== 1) return profiles;
  return profiles.map((profile, i) => {
    const number = profile.number?.marks === 'open' ? measureNumbers(columns[i], mark, 'settled') : null;
    if (!number) return profile;
    const isNumber = profile.type === 'integer' || profile.type === 'decimal';
    return {
      ...profile,
      number,
      ...(isNumber ? { type: number.whole ? 'integer' : 'decimal', min: number.min, max: number.max } : {}),
    };
  });
}

/** What the values of columns leave open, by whether the guess makes use of it. */
export function questionsOf(
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
): { readonly asked: readonly Question[]; readonly idle: readonly Question[] } {
  const asked: Question[] = [];
  const idle: Question[] = [];
  for (const { profile, index, column } of candidates) {
    const uses = guesses.flatMap((guess) =>
      Object.values(guess.fields)
        .filter((field) => field.index === index)
        .map((field) => typeOf(guess.role, field.field)),
    );
    for (const question of dateQuestions(profile, column.values)) (uses.includes('day') ? asked : idle).push(question);
    if (profile.number?.marks === 'open') {
      const { decimal } = profile.number;
      const example = column.values.find((value) => /[.,]/.test(value)) ?? profile.first[0];
      const question: Question = {
        kind: 'decimal-mark',
        column: profile.name,
        example,
        readings: [decimal, decimal === '.' ? ',' : '.'],
      };
      (uses.some((type) => type === 'money' || type === 'number') ? asked : idle).push(question);
    }
  }
  return { asked, idle };
}

/** A column leaves one thing open at a time: the order of its numbers is asked before its calendar. */
function dateQuestions({ name, first, openOrder, openCalendar }: ColumnProfile, values: readonly string[]): Question[] {
  const about = { kind: 'date-order', column: name, example: first[0] } as const;
  if (openOrder) {
    const example = values.find((value) => isReadApart(value, openOrder)) ?? first[0];
    return [{ ...about, example, code: 'date_order', readings: openOrder }];
  }
  if (!openCalendar) return [];
  const isFiscal = openCalendar[0].format.startsWith('FY:');
  return [{ ...about, code: isFiscal ? 'fiscal_start' : 'calendar', readings: openCalendar }];
}

/** 01/01/2024 is the same day under both orders of its numbers, so it shows nobody what the question is about. */
function isReadApart(value: string, readings: readonly DateReading[]): boolean {
  const days = readings.map(({ format }) => readDay(value, format)?.day ?? null);
  return days.every((day) => day !== null) && new Set(days).size === days.length;
}

const typeOf = (role: Role, field: string) => (FIELDS[role] as Readonly<Record<string, string>>)[field];
