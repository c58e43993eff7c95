import type { TextColumn } from '../../domain/columns';
import type { ColumnMapping } from '../../domain/roles';
import type { Assignment, Candidate } from './guess-fields';
import { doubleAt, READ, readDays, readNumbers } from '../values/read-columns';
import { likeliestDecimal } from './profile-numbers';
import { readFlag } from '../values/flag';
import { wordsOf } from '../words/words';
import { numbersAt } from './cross-checks';
import { sampleRows } from './row-sample';

export type TenureUnit = NonNullable<ColumnMapping['unit']>;

/** In what a column of tenures counts. */
export interface TenureReading {
  readonly unit: TenureUnit;
  /** Said by the header, or confirmed by other columns: nobody needs to be asked. */
  readonly isTold: boolean;
  /** The units in which nobody has been a customer for longer than people live. */
  readonly possible: readonly TenureUnit[];
}

/** Days of one, on average. */
export const UNIT_DAYS: Readonly<Record<TenureUnit, number>> = { days: 1, weeks: 7, months: 30.4375, years: 365.25 };
const UNITS = Object.keys(UNIT_DAYS) as TenureUnit[];
/** Of years. */
const LONGEST = 80;

const IN_HEADER: readonly (readonly [RegExp, TenureUnit])[] = [
  [/\b(?:days?|tage?n?|jours?|dias?|giorni|dagen|dni)\b/, 'days'],
  [/\b(?:weeks?|wochen?|semaines?|semanas?|settimane?|weken|tygodni)\b/, 'weeks'],
  [/\b(?:months?|monate?n?|mois|meses|mesi|maanden|miesiecy|miesiace)\b/, 'months'],
  [/\b(?:years?|jahre?n?|ans|annees?|anos|anni|jaren|lat)\b/, 'years'],
];
/** What is paid for one unit, as its header says. */
const PAID_BY: readonly (readonly [RegExp, TenureUnit])[] = [
  [/\b(?:daily|per day|taglich|pro tag)\b/, 'days'],
  [/\b(?:weekly|per week|wochentlich|pro woche)\b/, 'weeks'],
  [/\b(?:monthly|per month|monatlich\w*|monats\w*|pro monat|mensuel\w*|mensual\w*|mensile|maandelijks\w*)\b/, 'months'],
  [/\b(?:yearly|annual|annually|per year|jahrlich\w*|jahres\w*|pro jahr)\b/, 'years'],
];
const unitIn = (patterns: readonly (readonly [RegExp, TenureUnit])[], header: string): TenureUnit | null => {
  const words = wordsOf(header).join(' ');
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? null;
};

/** By the header; else by what other columns confirm; else by size, which is no more than a guess. */
export function unitOfTenure(tenure: Candidate, fields: Assignment, candidates: readonly Candidate[]): TenureReading {
  const max = tenure.profile.number?.max ?? 0;
  const possible = UNITS.filter((unit) => (max * UNIT_DAYS[unit]) / 365.25 <= LONGEST);
  const told =
    unitIn(IN_HEADER, tenure.profile.name) ?? unitByFees(tenure, candidates) ?? unitByStart(tenure, fields, candidates);
  if (told) return { unit: told, isTold: true, possible: [told] };
  // Nobody is counted in months for 20 years by a shop that has not been there for them.
  const guess = max <= 240 ? 'months' : 'days';
  return { unit: guess, isTold: possible.length < 2, possible: possible.length < 2 ? [guess] : possible };
}

const TOTAL = /\b(?:total|gesamt\w*|sum|summe|lifetime|ltv|overall)\b/;
/** Prices change while somebody stays. */
const NEAR = 0.2;
const MOST = 0.9;
const ENOUGH = 5;

/** What was paid in all is what is paid for a month, a week or a year, times the tenure. */
function unitByFees(tenure: Candidate, candidates: readonly Candidate[]): TenureUnit | null {
  const numbers = candidates.filter(({ index, profile }) => index !== tenure.index && profile.number !== null);
  const totals = numbers.filter(({ profile }) => TOTAL.test(wordsOf(profile.name).join(' ')));
  if (totals.length === 0) return null;
  const rows = sampleRows(tenure.column.codes.length);
  const valuesOf = ({ column }: Candidate) => numbersAt(column, likeliestDecimal(column), rows);
  const stayed = valuesOf(tenure);
  for (const fee of numbers) {
    const unit = unitIn(PAID_BY, fee.profile.name);
    if (unit === null || totals.includes(fee)) continue;
    const paid = valuesOf(fee);
    for (const total of totals) if (isProduct(valuesOf(total), paid, stayed)) return unit;
  }
  return null;
}

/** Rows with a tenure of one or none say nothing: any unit fits them. */
function isProduct(total: Float64Array, fee: Float64Array, stayed: Float64Array): boolean {
  let [near, of] = [0, 0];
  for (let i = 0; i < total.length; i++) {
    const expected = fee[i] * stayed[i];
    if (!(stayed[i] > 1) || !(expected > 0) || Number.isNaN(total[i])) continue;
    of++;
    if (Math.abs(total[i] - expected) <= NEAR * expected) near++;
  }
  return of >= ENOUGH && near >= MOST * of;
}

/** Who is still here has stayed from her start until the day of the export, which is one day for all. */
function unitByStart(tenure: Candidate, fields: Assignment, candidates: readonly Candidate[]): TenureUnit | null {
  const { start, churned } = fields;
  if (!start || !churned) return null;
  const days = daysOf(candidates[start.index]);
  const here = isHere(candidates[churned.index].column, churned.details?.yes);
  const readings = readNumbers(tenure.column, likeliestDecimal(tenure.column));
  const rows = Array.from(sampleRows(tenure.column.codes.length)).flatMap((row) => {
    const code = tenure.column.codes[row];
    const [from, stayed] = [days(row), code < 0 ? NaN : doubleAt(readings, code)];
    return from === null || Number.isNaN(stayed) || !here(row) ? [] : [{ from, stayed }];
  });
  if (new Set(rows.map(({ stayed }) => stayed)).size < ENOUGH) return null;
  return UNITS.find((unit) => haveOneEnd(rows, UNIT_DAYS[unit])) ?? null;
}

/** Whole units are rounded, so that ends differ by up to two of them. */
function haveOneEnd(rows: readonly { readonly from: number; readonly stayed: number }[], unit: number): boolean {
  let [first, last, longest] = [Infinity, -Infinity, 0];
  for (const { from, stayed } of rows) {
    first = Math.min(first, from + stayed * unit);
    last = Math.max(last, from + stayed * unit);
    longest = Math.max(longest, stayed * unit);
  }
  return last - first <= 2 * unit + 1 && longest > 4 * unit;
}

function daysOf({ column, profile }: Candidate): (row: number) => number | null {
  const readings = profile.dates[0] ? readDays(column, profile.dates[0].format) : null;
  return (row) => {
    const code = column.codes[row];
    return !readings || code < 0 || readings.state[code] !== READ ? null : readings.day[code];
  };
}

function isHere({ codes, values }: TextColumn, yes: string | undefined): (row: number) => boolean {
  const left = values.map((value) => readFlag(value, yes) === true);
  return (row) => codes[row] >= 0 && !left[codes[row]];
}
