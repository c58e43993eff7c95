import type { Assignment, Candidate, FieldGuess } from './guess-fields';
import type { RoleGuess } from './guess-roles';

/** Below what any header earns, so that every such column asks for a look. */
const SCORE = 0.35;
/** More pieces than this in one line are likelier a code. */
const MOST_PIECES = 1000;

/**
 * A file without a header can only be told by its values: a day, a number with decimals and, before them, something that
 * comes back. Null unless all three are there.
 */
export function guessByValues(candidates: readonly Candidate[]): RoleGuess | null {
  const { length } = candidates;
  if (length === 2) return guessLog(candidates);
  const date = candidates.find(({ profile }) => profile.type === 'day' && profile.dates[0].format !== 'excel');
  const amount = last(candidates.filter(({ profile }) => profile.type === 'decimal'));
  const customer = candidates.find(
    ({ profile }) =>
      (profile.type === 'integer' || profile.type === 'text') && comesBack(profile.distinct, profile.rows),
  );
  if (length < 3 || !date || !amount || !customer) return null;
  const quantity = last(
    candidates.filter(
      (one) =>
        one !== customer &&
        one.profile.type === 'integer' &&
        one.index > date.index &&
        Math.abs(one.profile.max ?? Infinity) <= MOST_PIECES,
    ),
  );
  const fields: Assignment = Object.fromEntries(
    Object.entries({ customer, date, quantity, amount }).flatMap(([field, found]): [string, FieldGuess][] =>
      found ? [[field, { field, index: found.index, score: SCORE }]] : [],
    ),
  );
  return { role: 'transactions', fields, score: SCORE };
}

/** A day, and beside it somebody who comes back: a log of who came when. */
function guessLog(candidates: readonly Candidate[]): RoleGuess | null {
  const date = candidates.find(({ profile }) => profile.type === 'day' && profile.dates[0].format !== 'excel');
  const customer = candidates.find(
    (one) =>
      one !== date &&
      (one.profile.type === 'integer' || one.profile.type === 'text') &&
      comesBack(one.profile.distinct, one.profile.rows),
  );
  if (!date || !customer) return null;
  const fields: Assignment = {
    customer: { field: 'customer', index: customer.index, score: SCORE },
    date: { field: 'date', index: date.index, score: SCORE },
  };
  return { role: 'transactions', fields, score: SCORE };
}

const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

/** Customers come back, but no single value is most of the file. */
const comesBack = (distinct: number, rows: number): boolean =>
  distinct > 1 && distinct < 0.8 * rows && distinct >= Math.min(rows / 100, 50);
