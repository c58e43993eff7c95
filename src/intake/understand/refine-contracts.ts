import type { TextColumn } from '../../domain/columns';
import type { Assignment, Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { readFlag } from '../values/flag';

/** Leavers, and their reasons, from which on a column that only they fill says something. */
const FEWEST = 3;
/** Of those who left, the share who must have said why where the header does not say that the column holds reasons. */
const MOST = 0.5;
const MOST_REASONS = 100;

/**
 * Holds the columns of contracts against each other: a column that is only filled for those who left is their reason, and one that
 * others fill too is none. What is paid counts by month, so without a start it stays a column like any other.
 */
export function refineContracts(guess: RoleGuess, candidates: readonly Candidate[]): RoleGuess {
  const { fee, interval, reason, ...rest } = guess.fields;
  const paid: Assignment = rest['start'] ? { ...(fee ? { fee } : {}), ...(interval ? { interval } : {}) } : {};
  const fields: Assignment = { ...rest, ...paid };
  const left = leftIn(fields, candidates);
  if (reason && (!left || filledBy(left, candidates[reason.index].column).byOthers === 0))
    return { ...guess, fields: { ...fields, reason } };
  const taken = new Set(Object.values(fields).map(({ index }) => index));
  const found = left && candidates.find((one) => !taken.has(one.index) && isReason(one, left));
  if (!found) return { ...guess, fields };
  const evidence = 'only filled for those who left';
  return { ...guess, fields: { ...fields, reason: { field: 'reason', index: found.index, score: 0.6, evidence } } };
}

/** Who has left, row by row; null where the file does not tell, or all or nearly none have. */
function leftIn({ churned, ended_on: ended }: Assignment, candidates: readonly Candidate[]): Uint8Array | null {
  const told = churned ?? ended;
  if (!told) return null;
  const { codes, values } = candidates[told.index].column;
  const says = values.map((value) => value !== '' && (told === ended || readFlag(value, told.details?.yes) === true));
  const left = Uint8Array.from(codes, (code) => (code >= 0 && says[code] ? 1 : 0));
  const leavers = left.reduce((sum, one) => sum + one, 0);
  return leavers >= FEWEST && leavers < left.length ? left : null;
}

function filledBy(
  left: Uint8Array,
  { codes, values }: TextColumn,
): { byLeavers: number; byOthers: number; of: number } {
  const found = { byLeavers: 0, byOthers: 0, of: 0 };
  for (let row = 0; row < codes.length; row++) {
    found.of += left[row];
    if (codes[row] < 0 || values[codes[row]] === '') continue;
    if (left[row]) found.byLeavers++;
    else found.byOthers++;
  }
  return found;
}

function isReason({ profile, column }: Candidate, left: Uint8Array): boolean {
  if (profile.type !== 'text' || profile.blank === 0 || profile.distinct < 2) return false;
  if (profile.distinct > MOST_REASONS) return false;
  const { byLeavers, byOthers, of } = filledBy(left, column);
  return byOthers === 0 && byLeavers >= FEWEST && byLeavers >= MOST * of;
}

const LENGTH =
  /month to month|monthly|monatlich|\b(?:one|two|three|1|2|3|12|24|36)\s*-?\s*(?:years?|months?|jahre?|monate?n?)\b/i;

/** A column whose few words all name how long a contract binds: it may be the retention strategy, which only its owner knows. */
export function couldBeStrategy({ profile, column }: Candidate, guesses: readonly RoleGuess[]): boolean {
  const contracts = guesses.find(({ role }) => role === 'contracts');
  if (!contracts || contracts.fields['strategy'] || profile.type !== 'text') return false;
  if (profile.distinct < 2 || profile.distinct > 6) return false;
  return column.values.every((value) => value === '' || LENGTH.test(value.replaceAll('-', ' ')));
}
