import { NO_DAY, civilFromDay, dayFromCivil, type Day } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import { IS_BLANK, READ, blanksOf, countsOf, noDaysOf, type DayReadings } from './read-columns';

/**
 * Days that a column holds but nobody means (METRICS.md rule 16). Found for each distinct value, so that a file of a million
 * rows costs no more than its different days.
 */
export interface MeantDays {
  readonly readings: DayReadings;
  /** Values that stand for no day, and their rows. */
  readonly none: NotMeant;
  /** Values too far from all others to be anything but a typing error, and their rows. Their day is NO_DAY. */
  readonly far: NotMeant;
}
interface NotMeant {
  readonly codes: readonly number[];
  readonly rows: number;
}

/** Twenty years. */
const FAR_APART = 7305;
const A_YEAR = 366;
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.01;
/** How much commoner than the days around it a day must be, to be a placeholder among real days. */
const STANDS_OUT = 3;
/** Fewer rows say too little of where a column's days lie. */
const LEAST_MAIN_ROWS = 8;
/** Typing errors are few. */
const MOST_FAR_SHARE = 0.01;

const PLACEHOLDERS = new Set(
  [
    [1899, 12, 30],
    [1904, 1, 1],
    [1969, 12, 31],
    [1970, 1, 1],
    [1970, 1, 2],
    [2038, 1, 19],
    [2079, 6, 6],
    [2262, 4, 11],
  ].map(([year, month, day]) => dayFromCivil(year, month, day)),
);

/** Days that programs write where there is none: the ends of their calendars. */
function isPlaceholder(day: Day): boolean {
  if (PLACEHOLDERS.has(day)) return true;
  const { year, month, dayOfMonth } = civilFromDay(day);
  if (year >= 9000 || year <= 1) return true;
  const isEdge = (month === 1 && dayOfMonth <= 2) || (month === 12 && dayOfMonth >= 30);
  return isEdge && (year <= 1901 || year >= 2099);
}

interface Span {
  readonly codes: readonly number[];
  readonly rows: number;
}

const found = new WeakMap<DayReadings, MeantDays>();

/** @param spread the column's days may lie decades apart, as birth dates do: then no day is too far */
export function meantDays(column: TextColumn, readings: DayReadings, spread = false): MeantDays {
  if (spread) return findMeant(column, readings, true);
  let meant = found.get(readings);
  if (!meant) found.set(readings, (meant = findMeant(column, readings, false)));
  return meant;
}

function findMeant(column: TextColumn, readings: DayReadings, spread: boolean): MeantDays {
  const counts = countsOf(column);
  const { day, state } = readings;
  if (areNear(readings, counts)) {
    const zeros = zeroCodes(column, counts);
    return without(readings, { codes: zeros, rows: sum(zeros, counts) }, { codes: [], rows: 0 });
  }
  const codes: number[] = [];
  for (let code = 0; code < state.length; code++) if (state[code] === READ && counts[code] > 0) codes.push(code);
  codes.sort((a, b) => day[a] - day[b]);
  const rows = sum(codes, counts);
  const edges = codes.filter((code) => isPlaceholder(day[code]));
  const others = edges.length > 0 ? codes.filter((code) => !isPlaceholder(day[code])) : codes;
  const none = edges.filter((code) =>
    !others.some((other) => Math.abs(day[other] - day[code]) <= FAR_APART)
      ? others.length > 0 || sum(edges, counts) >= LEAST_ROWS
      : isCommon(day[code], codes, day, counts, rows),
  );
  none.push(...zeroCodes(column, counts));
  const far = spread ? [] : farCodes(others, day, counts, rows);
  return without(readings, { codes: none, rows: sum(none, counts) }, { codes: far, rows: sum(far, counts) });
}

const AFTER_PLACEHOLDERS = dayFromCivil(1970, 1, 3);
const BEFORE_PLACEHOLDERS = dayFromCivil(2038, 1, 18);

/** All days lie within twenty years that hold no placeholder, as nearly every column's do: nothing has to be sorted. */
function areNear({ day, state }: DayReadings, counts: Int32Array): boolean {
  let least = Infinity;
  let most = -Infinity;
  for (let code = 0; code < state.length; code++) {
    if (state[code] !== READ || counts[code] === 0) continue;
    if (day[code] < least) least = day[code];
    if (day[code] > most) most = day[code];
  }
  return most - least <= FAR_APART && least >= AFTER_PLACEHOLDERS && most <= BEFORE_PLACEHOLDERS;
}

/** Values of zeros throughout, which no format reads. */
function zeroCodes(column: TextColumn, counts: Int32Array): number[] {
  const blank = blanksOf(column);
  const none = noDaysOf(column);
  const zeros: number[] = [];
  for (let code = 0; code < none.length; code++)
    if (none[code] !== 0 && blank[code] === 0 && counts[code] > 0) zeros.push(code);
  return zeros;
}

/** The few days that lie more than twenty years from the many. */
function farCodes(codes: readonly number[], day: Int32Array, counts: Int32Array, rows: number): number[] {
  const spans = spansOf(codes, day, counts);
  if (spans.length < 2) return [];
  const main = spans.reduce((best, span) => (span.rows > best.rows ? span : best));
  if (main.rows < LEAST_MAIN_ROWS) return [];
  const most = Math.max(1, MOST_FAR_SHARE * rows);
  return spans.filter((span) => span !== main && span.rows <= most).flatMap((span) => span.codes);
}

/**
 * For a field whose rows are of no use without a day: a placeholder in less than three rows is a typing error as any other far
 * day, so that their money counts.
 */
export function fewAsFar(column: TextColumn, meant: MeantDays): MeantDays {
  const noDay = noDaysOf(column);
  const counts = countsOf(column);
  const placed = meant.none.codes.filter((code) => !noDay[code]);
  const rows = sum(placed, counts);
  if (rows === 0 || rows >= LEAST_ROWS) return meant;
  const state = meant.readings.state.slice();
  for (const code of placed) state[code] = READ;
  return {
    readings: { ...meant.readings, state },
    none: { codes: meant.none.codes.filter((code) => noDay[code]), rows: meant.none.rows - rows },
    far: { codes: [...meant.far.codes, ...placed], rows: meant.far.rows + rows },
  };
}

const sum = (codes: readonly number[], counts: Int32Array): number =>
  codes.reduce((total, code) => total + counts[code], 0);

/** Runs of days without a gap of twenty years. Values of one day are together. */
function spansOf(codes: readonly number[], day: Int32Array, counts: Int32Array): Span[] {
  const spans: { codes: number[]; rows: number }[] = [];
  for (const [at, code] of codes.entries()) {
    if (at === 0 || day[code] - day[codes[at - 1]] > FAR_APART) spans.push({ codes: [], rows: 0 });
    const span = spans[spans.length - 1];
    span.codes.push(code);
    span.rows += counts[code];
  }
  return spans;
}

/** In three rows and one per cent of them, and far more often than any day within a year of it. */
function isCommon(own: Day, codes: readonly number[], day: Int32Array, counts: Int32Array, rows: number): boolean {
  const near = new Map<Day, number>();
  for (const code of codes)
    if (Math.abs(day[code] - own) <= A_YEAR) near.set(day[code], (near.get(day[code]) ?? 0) + counts[code]);
  const times = near.get(own)!;
  if (times < LEAST_ROWS || times < LEAST_SHARE * rows) return false;
  return [...near].every(([other, rest]) => other === own || rest * STANDS_OUT <= times);
}

function without(readings: DayReadings, none: NotMeant, far: NotMeant): MeantDays {
  if (none.codes.length + far.codes.length === 0) return { readings, none, far };
  const day = readings.day.slice();
  const second = readings.second.slice();
  const state = readings.state.slice();
  for (const code of [...none.codes, ...far.codes]) {
    day[code] = NO_DAY;
    second[code] = -1;
  }
  for (const code of none.codes) state[code] = IS_BLANK;
  return { readings: { ...readings, day, second, state }, none, far };
}
