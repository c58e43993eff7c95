import type { TextColumn } from '../../domain/columns';
import { FIELDS, type ColumnMapping, type FieldType, type Role } from '../../domain/roles';
import type { ColumnProfile } from './column-profile';
import { headerScore } from '../words/header-score';
import { likeliestFormat, nonBlankRows } from './profile-dates';
import { likeliestDecimal } from './profile-numbers';
import { IS_BIG, READ, countsOf, readDays, readNumbers } from '../values/read-columns';
import { readFlag } from '../values/flag';
import { readStage } from '../values/stage';
import { isIgnored, isTold, scoreInRecipe, type Recipe } from './recipe';
import { isOtherDay } from '../words/exclusions';
import { looksLikeStatus } from '../words/status-words';
import { agreedEndWorth } from './open-ends';
import { wordsOf } from '../words/words';

export interface Candidate {
  readonly index: number;
  readonly profile: ColumnProfile;
  readonly column: TextColumn;
}
export interface FieldGuess {
  readonly field: string;
  readonly index: number;
  readonly score: number;
  /** How the column is read, beside what its values alone say. */
  readonly details?: Partial<ColumnMapping>;
  /** What other columns confirm, in a few words with the figure. */
  readonly evidence?: string;
}
/** The guess for each field of a role. */
export type Assignment = Readonly<Record<string, FieldGuess>>;

const LEAST = 0.3;
/** Per cent. More than all of a wallet is an error in the data, which the metric counts; much more is another figure. */
const MOST_SHARE = 150;

/** Dates that something else than the deed itself carries. */
const OTHER_DATE =
  /^(?:birth|geburts?|dob|ship|shipping|shipped|versand|liefer|lieferung|delivery|delivered|due|fallig|falligkeits|update|updated|modified|geandert|return|end|ende|expiry|valid|gultig)/;

/**
 * Each column fills at most one field of a role, each field takes at most one column: the best pairs first.
 * @param recipe what a known system calls its columns; the values must suit them all the same
 */
export function assignFields(role: Role, candidates: readonly Candidate[], recipe: Recipe | null = null): Assignment {
  const pairs: (FieldGuess & { readonly order: number })[] = [];
  for (const [order, [field, type]] of Object.entries(FIELDS[role]).entries())
    for (const candidate of candidates) {
      const score = scoreField(role, field, type, candidate, recipe);
      if (score >= LEAST) pairs.push({ field, order, index: candidate.index, score });
    }
  const taken = new Set<number>();
  const chosen: Record<string, FieldGuess> = {};
  for (const pair of pairs.sort((a, b) => b.score - a.score || a.order - b.order || a.index - b.index)) {
    if (taken.has(pair.index) || chosen[pair.field]) continue;
    taken.add(pair.index);
    chosen[pair.field] = { field: pair.field, index: pair.index, score: pair.score };
  }
  return chosen;
}

function scoreField(
  role: Role,
  field: string,
  type: FieldType,
  candidate: Candidate,
  recipe: Recipe | null = null,
): number {
  const header = namedScore(role, field, candidate, recipe);
  if (header === 0) return 0;
  const named = isKnown(role, field, candidate, recipe) ? Math.max(1, header) : header;
  const worth = hasOwnWords(field, candidate, recipe) ? 1 : valueScore(role, field, type, candidate, named);
  if (field === 'end_of_term') return header * worth * agreedEndWorth(candidate.profile, candidate.column);
  if (type !== 'day' || field !== 'date' || isTold(header)) return header * worth;
  if (role === 'transactions' && isOtherDay(wordsOf(candidate.profile.name))) return 0;
  return wordsOf(candidate.profile.name).some((word) => OTHER_DATE.test(word)) ? header * worth * 0.6 : header * worth;
}

/** By the recipe, above what any header earns by itself; else by the header. A recipe leaves a role's other fields alone. */
function namedScore(role: Role, field: string, { profile }: Candidate, recipe: Recipe | null): number {
  if (!recipe) return headerScore(profile.name, role, field);
  if (isIgnored(recipe, profile.name)) return 0;
  const told = scoreInRecipe(recipe, role, field, profile.name);
  if (told !== null) return told;
  return recipe.roles[role]?.[field] ? 0.9 * headerScore(profile.name, role, field) : 0;
}

/** Whether a recipe says outright what the column is, be it only for want of a better one: a shop may have one customer. */
const isKnown = (role: Role, field: string, { profile }: Candidate, recipe: Recipe | null): boolean =>
  recipe !== null && scoreInRecipe(recipe, role, field, profile.name) !== null;

/** A status in words of a system's own. */
const hasOwnWords = (field: string, { column }: Candidate, recipe: Recipe | null): boolean => {
  const read = recipe?.words?.[field];
  return read !== undefined && column.values.some((value) => value !== '' && read(value, column.values) !== null);
};

/** How well the values suit the field, 0 to 1. */
function valueScore(role: Role, field: string, type: FieldType, candidate: Candidate, header: number): number {
  const { profile } = candidate;
  if (profile.type === 'empty') return 0;
  if (field === 'score') return scoreValues(candidate, header >= 0.75);
  if (field === 'phone') return profile.first.some((value) => /\d{3}/.test(value)) ? 1 : 0;
  if (field === 'postcode') return profile.first.some((value) => /\d/.test(value)) && profile.type !== 'day' ? 1 : 0;
  if (field === 'email') return candidate.profile.first.some((value) => value.includes('@')) ? 1 : 0;
  if (role === 'transactions' && LINE_NEEDS.has(field) && profile.type === 'text')
    return readableWorth(readableShare(type, candidate));
  switch (type) {
    case 'day':
      return profile.type === 'day' ? 1 : 0;
    case 'money':
    case 'number':
      return profile.number !== null && !isDate(profile) && !(profile.distinct === 2 && profile.type === 'flag')
        ? 1
        : profile.number !== null && profile.type === 'flag'
          ? 0.5
          : 0;
    case 'share':
      return profile.number !== null &&
        profile.number.min >= 0 &&
        profile.number.max <= (role === 'wallet' ? MOST_SHARE : 100)
        ? 1
        : 0;
    case 'key':
      return keyValues(candidate, header);
    case 'text':
      return textValues(profile);
    case 'flag':
      return profile.type === 'flag' ? 1 : 0;
    case 'stage':
      return stageValues(candidate);
    case 'status':
      return statusValues(candidate, field);
  }
}

/** Rows from which on two different values are too few for a key. */
const ENOUGH_ROWS = 6;
const NUMBERED = /^\d{4,}\.\d{3,}$/;

/** A key tells many rows apart: a column of one or two values does not, unless its header says outright that it is one. */
function keyValues({ profile }: Candidate, header: number): number {
  if (profile.type === 'flag') return profile.rows >= ENOUGH_ROWS ? 0 : 0.1;
  if (profile.distinct <= 2 && profile.rows >= ENOUGH_ROWS && header < 1) return 0;
  // `1234567.1700000`: what analytics give a visitor looks like a decimal.
  if (profile.type === 'decimal' && !profile.number?.whole)
    return header >= 0.7 && profile.first.every((value) => NUMBERED.test(value)) ? 0.8 : 0.2;
  // `20240101` under `Order ID` or `Nº cliente` is a number that looks like a day.
  return isDate(profile) ? (header >= 0.7 && profile.number !== null ? 0.8 : 0.4) : 1;
}

/** Without these a line says nothing: a column named so is taken although many of its cells are unreadable, and those lines are rejected. */
const LINE_NEEDS = new Set(['date', 'amount', 'unit_price', 'quantity']);

/** Named outright, a column is what its name says however few of its cells can be read; named roughly, half must be. */
const readableWorth = (share: number) => (share >= 0.5 ? 0.6 : share > 0 ? 0.32 : 0);

/** The share of the cells that can be read, by the format that reads most. */
function readableShare(type: FieldType, { column }: Candidate): number {
  const readings =
    type === 'day' ? readDays(column, likeliestFormat(column)) : readNumbers(column, likeliestDecimal(column));
  const counts = countsOf(column);
  let read = 0;
  readings?.state.forEach((state, code) => {
    if (state === READ || state === IS_BIG) read += counts[code];
  });
  return read / Math.max(1, nonBlankRows(column));
}

/** A day beyond doubt: eight digits could be a number as well. */
const isDate = (profile: ColumnProfile) => profile.type === 'day' && profile.dates[0].format !== 'excel';

function textValues(profile: ColumnProfile): number {
  if (profile.type === 'text') return 1;
  if (profile.type === 'integer') return 0.8;
  return profile.type === 'decimal' ? 0.15 : profile.type === 'flag' ? 0.4 : 0;
}

/** A score lies on 0 to 10, 1 to 5 or 0 to 100, but for a few codes of "no answer"; named outright, a column is what its name says. */
function scoreValues({ profile, column }: Candidate, isNamed: boolean): number {
  const counts = countsOf(column);
  let on = 0;
  let onHundred = 0;
  let numbers = 0;
  for (const [code, value] of column.values.entries()) {
    const number = Number(value.replace(',', '.'));
    if (value === '' || Number.isNaN(number)) continue;
    numbers += counts[code];
    if (number >= 0 && number <= 10) on += counts[code];
    if (number >= 0 && number <= 100) onHundred += counts[code];
  }
  const isScale = profile.number !== null && profile.number.min >= 0 && profile.distinct > 2;
  if (isScale && (on >= 0.9 * numbers || (isNamed && onHundred === numbers && on < 0.5 * numbers))) return 1;
  return readableWorth(on / Math.max(1, nonBlankRows(column)));
}

function stageValues({ profile, column }: Candidate): number {
  if (profile.distinct > 40) return 0;
  const counts = countsOf(column);
  const used = column.values.filter((value, code) => counts[code] > 0 && value !== '');
  if (profile.type === 'flag' && used.every((value) => readFlag(value) !== null))
    return headersWon(profile.name) ? 1 : 0;
  const known = used.filter((value) => readStage(value) !== null).length;
  return known >= 2 && known >= used.length / 2 ? 1 : 0;
}

const headersWon = (name: string) => /conver|won|konvert|gewonn|iscustomer/i.test(name.replace(/[^a-z]/gi, ''));

/** A yes/no column, the days on which something was called off, or words that say what became of the rows. */
function statusValues({ profile, column }: Candidate, field: string): number {
  if (profile.type === 'flag' && field === 'cancelled') return 1;
  if (profile.type === 'day') return field === 'cancelled' && profile.blank > 0 ? 1 : 0;
  return looksLikeStatus(column.values, countsOf(column)) ? 0.9 : 0;
}
