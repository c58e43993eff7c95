import type { Notice } from '../domain/notices';
import type { TextColumn } from '../domain/columns';
import type { ColumnMapping, Role, RoleMapping } from '../domain/roles';
import { FIELDS } from '../domain/roles';
import { profileColumn, type ColumnProfile } from './column-profile';
import { guessByValues } from './guess-by-values';
import { evidenceFor } from './guess-evidence';
import { assignFields, type Assignment, type Candidate } from './guess-fields';
import { questionsOf, settleDateOrder, settleDecimalMark, type Question } from './guess-questions';
import { guessRoles, type RoleGuess } from './guess-roles';
import type { RawTable } from './raw-table';
import { readFlag, saysCancelled } from './readers/flag';
import { readStage } from './readers/stage';
import { noticesOfDayColumns } from './understand/day-notices';
import { wordsOf } from './words';

export type { DateReading, Question } from './guess-questions';

export interface GuessedRole {
  readonly role: Role;
  readonly mapping: RoleMapping;
  /** 0 to 1. */
  readonly score: number;
}
export interface GuessedColumn {
  readonly name: string;
  readonly profile: ColumnProfile;
  /** In the role that comes first among those that use the column. */
  readonly guess: { readonly role: Role; readonly field: string } | null;
  readonly confidence: 'sure' | 'look' | 'unused';
  /** A short sentence for the person who checks the guess. */
  readonly evidence: string;
}

export interface Understanding {
  /** The main role first; empty when the table plays none. */
  readonly roles: readonly GuessedRole[];
  readonly columns: readonly GuessedColumn[];
  readonly questions: readonly Question[];
  /** What is open, but in columns that fill no field: nobody needs to be asked. */
  readonly idleQuestions: readonly Question[];
  /** What was noticed while its columns were understood. */
  readonly notices: readonly Notice[];
}

/** Says what a table is about, which column fills which field, and what only a person can tell. */
export function understandTable(table: RawTable): Understanding {
  const candidates = candidatesOf(table);
  const named = guessRoles(candidates);
  const unnamed = named.length === 0 && table.headerLine === 0 ? guessByValues(candidates) : null;
  const guesses = (unnamed ? [unnamed] : named).map((guess) => withoutIdleFields(guess, candidates));
  const roles = guesses.map((guess) => ({
    role: guess.role,
    mapping: mappingFrom(guess, candidates),
    score: guess.score,
  }));
  const { asked, idle } = questionsOf(candidates, guesses);
  return {
    roles,
    columns: candidates.map((candidate) => describe(candidate, candidates, guesses)),
    questions: guesses.length === 0 ? [{ kind: 'no-role', found: table.header }] : asked,
    idleQuestions: idle,
    notices: noticesOfDayColumns(table, candidates),
  };
}

/** The columns with what they hold; what one leaves open follows the others. */
function candidatesOf({ columns, header }: RawTable): Candidate[] {
  const profiles = columns.map((column, i) => profileColumn(column, header[i]));
  const settled = settleDecimalMark(settleDateOrder(profiles), columns);
  return columns.map((column, index) => ({ index, column, profile: settled[index] }));
}

/** The likeliest mapping of a table to a role that somebody has chosen for it; it may be empty. */
export function mappingAs(table: RawTable, role: Role): RoleMapping {
  const candidates = candidatesOf(table);
  return mappingFrom(
    withoutIdleFields({ role, fields: assignFields(role, candidates), score: 0 }, candidates),
    candidates,
  );
}

/**
 * What an amount makes idle (METRICS.md rule 2) stays a plain attribute; so does a margin beside a cost, and an order's total
 * that stands on its first line only, where prices and quantities stand on every line. A survey's weight waits to be chosen.
 */
function withoutIdleFields(guess: RoleGuess, candidates: readonly Candidate[]): RoleGuess {
  const { fields } = guess;
  if (guess.role === 'surveys') return { ...guess, fields: without(fields, ['weight']) };
  if (guess.role !== 'transactions') return guess;
  const blanks = (field: string) => candidates[fields[field]?.index]?.profile.blank ?? Infinity;
  const rows = candidates[0]?.profile.rows ?? 0;
  const isTotal =
    fields['amount'] && fields['quantity'] && blanks('amount') > Math.max(blanks('unit_price'), rows / 20);
  const amount = isTotal ? ['amount'] : fields['amount'] ? ['discount', 'unit_price'] : [];
  return { ...guess, fields: without(fields, [...amount, ...(fields['cost'] ? ['margin'] : [])]) };
}

const without = (fields: Assignment, names: readonly string[]): Assignment =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !names.includes(field)));

function mappingFrom(guess: RoleGuess, candidates: readonly Candidate[]): RoleMapping {
  const mapping: Record<string, ColumnMapping | string> = {};
  for (const [field, type] of Object.entries(FIELDS[guess.role])) {
    const found = guess.fields[field];
    if (!found) continue;
    const { profile, column } = candidates[found.index];
    const details = {
      ...(type === 'day' ? formatDetail(profile) : {}),
      ...((profile.number?.marks === 'open' || profile.number?.marks === 'settled') &&
      (type === 'money' || type === 'number' || type === 'share')
        ? { decimal: profile.number.decimal }
        : {}),
      ...(field === 'tenure' ? { unit: tenureUnit(profile) } : {}),
      ...(type === 'flag' || type === 'stage' ? yesDetail(type, column, profile) : {}),
    };
    mapping[field] = Object.keys(details).length > 0 ? { column: profile.name, ...details } : profile.name;
  }
  return mapping;
}

function formatDetail(profile: ColumnProfile): { format?: string } {
  const format = profile.dates[0]?.format;
  return format === undefined || format === 'YYYY-MM-DD' ? {} : { format };
}

/** By the header, else by size: nobody has been a customer for 130 years, or is counted in months for 11. */
function tenureUnit(profile: ColumnProfile): 'days' | 'weeks' | 'months' | 'years' {
  const words = wordsOf(profile.name).join(' ');
  if (/\b(?:days?|tage?)\b/.test(words)) return 'days';
  if (/\b(?:weeks?|wochen?)\b/.test(words)) return 'weeks';
  if (/\b(?:years?|jahre?n?)\b/.test(words)) return 'years';
  return /\b(?:months?|monate?n?)\b/.test(words) || (profile.number?.max ?? 0) <= 240 ? 'months' : 'days';
}

/** A status column is a flag by the one word in it that means yes. */
function yesDetail(type: 'flag' | 'stage', column: TextColumn, profile: ColumnProfile): { yes?: string } {
  const used = column.values.filter((value) => value !== '');
  if (type === 'stage') {
    if (used.some((value) => readStage(value) !== null && readFlag(value) === null)) return {};
    const yes = used.find((value) => readFlag(value) === true);
    return yes === undefined ? {} : { yes };
  }
  if (profile.type === 'flag') return {};
  const cancelled = used.filter(saysCancelled);
  return cancelled.length === 1 ? { yes: cancelled[0] } : {};
}

function describe(
  candidate: Candidate,
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
): GuessedColumn {
  const { profile, index } = candidate;
  for (const guess of guesses) {
    const found = Object.values(guess.fields).find((field) => field.index === index);
    if (!found) continue;
    const { evidence, doubtful } = evidenceFor(guess, found.field, candidate, candidates);
    const sure = found.score >= 0.7 && !doubtful && profile.openOrder === null && profile.number?.marks !== 'open';
    return {
      name: profile.name,
      profile,
      guess: { role: guess.role, field: found.field },
      confidence: sure ? 'sure' : 'look',
      evidence,
    };
  }
  const { evidence, doubtful } = evidenceFor(null, '', candidate, candidates);
  return { name: profile.name, profile, guess: null, confidence: doubtful ? 'look' : 'unused', evidence };
}
