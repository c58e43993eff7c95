import { tableId, type RoleReading } from '../../domain/import';
import type { TableQuestion } from '../../domain/questions';
import { writtenNumber } from '../../domain/written-numbers';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { likeliestDecimal } from './profile-numbers';
import type { RawTable } from '../read/raw-table';
import { countsOf, doubleAt, readNumbers } from '../values/read-columns';
import { UNIT_DAYS, unitOfTenure, type TenureUnit } from './tenure-unit';

const LABELS: Readonly<Record<TenureUnit, string>> = {
  days: 'In days',
  weeks: 'In weeks',
  months: 'In months',
  years: 'In years',
};

/** Asks in what tenures are counted, where neither the header nor another column says it (METRICS.md section 2). */
export function askTenure(
  table: RawTable,
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
  rolesWith: (change: (guess: RoleGuess) => RoleGuess) => RoleReading[],
): TableQuestion[] {
  const contracts = guesses.find(({ role }) => role === 'contracts');
  const tenure = contracts?.fields['tenure'];
  if (!contracts || !tenure) return [];
  const candidate = candidates[tenure.index];
  const { unit, isTold, possible } = unitOfTenure(candidate, contracts.fields, candidates);
  if (isTold) return [];
  const stays = staysIn(candidate);
  const as = (one: TenureUnit) => (guess: RoleGuess) =>
    guess === contracts
      ? { ...guess, fields: { ...guess.fields, tenure: { ...tenure, details: { ...tenure.details, unit: one } } } }
      : guess;
  return [
    {
      code: 'tenure_unit',
      table: tableId(table),
      column: candidate.profile.name,
      sentence: `In what does “${candidate.profile.name}” count how long customers have stayed?`,
      example: candidate.profile.first.join(', '),
      readings: [unit, ...possible.filter((one) => one !== unit)].map((one) => ({
        answer: one,
        label: LABELS[one],
        roles: rolesWith(as(one)),
        totals: null,
        effect: `The middle stay is ${stayWords(stays.middle, one)}, the longest ${stayWords(stays.longest, one)}`,
      })),
    },
  ];
}

/** The middle one of all rows and the longest. */
function staysIn({ column }: Candidate): { middle: number; longest: number } {
  const readings = readNumbers(column, likeliestDecimal(column));
  const counts = countsOf(column);
  const stays = column.values
    .map((_, code) => ({ stay: doubleAt(readings, code), rows: counts[code] }))
    .filter(({ stay, rows }) => rows > 0 && stay >= 0)
    .sort((a, b) => a.stay - b.stay);
  const half = stays.reduce((sum, { rows }) => sum + rows, 0) / 2;
  let before = 0;
  const middle = stays.find(({ rows }) => (before += rows) >= half)?.stay ?? 0;
  return { middle, longest: stays.at(-1)?.stay ?? 0 };
}

/** `29 months (2.4 years)` */
function stayWords(stay: number, unit: TenureUnit): string {
  const years = Math.round((10 * stay * UNIT_DAYS[unit]) / 365.25) / 10;
  const written = ofUnit(stay, unit);
  return unit === 'years' || years < 1 ? written : `${written} (${ofUnit(years, 'years')})`;
}
const ofUnit = (count: number, unit: TenureUnit): string =>
  `${writtenNumber(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;
