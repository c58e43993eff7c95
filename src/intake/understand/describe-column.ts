import type { GuessedColumn } from './understanding';
import { evidenceFor } from './guess-evidence';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { couldBeStrategy } from './refine-contracts';
import type { RefinedSales } from './refine-sales';

const COULD_BE_STRATEGY =
  'could be the retention strategy (the length of the commitment); not used until you choose it';

/** `sure` is said only where the values suit the field, nothing else fits as well, and no check speaks against it. */
export function describeColumn(
  candidate: Candidate,
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
  sales: RefinedSales | null,
): GuessedColumn {
  const { profile, index } = candidate;
  const asked = sales?.alternatives.some(({ column }) => column === profile.name) ?? false;
  const isUnknown = sales?.unknown.some(({ column }) => column === profile.name) ?? false;
  for (const guess of guesses) {
    const found = Object.values(guess.fields).find((field) => field.index === index);
    if (!found) continue;
    const { evidence, doubtful } = evidenceFor(guess, found.field, candidate, candidates);
    const isOpen = doubtful || asked || isUnknown || profile.openOrder !== null || profile.number?.marks === 'open';
    return {
      name: profile.name,
      profile,
      guess: { role: guess.role, field: found.field },
      confidence: found.score >= 0.7 && !isOpen ? 'sure' : 'look',
      evidence: found.evidence ?? evidence,
    };
  }
  if (couldBeStrategy(candidate, guesses))
    return { name: profile.name, profile, guess: null, confidence: 'look', evidence: COULD_BE_STRATEGY };
  const { evidence, doubtful } = evidenceFor(null, '', candidate, candidates);
  return { name: profile.name, profile, guess: null, confidence: doubtful ? 'look' : 'unused', evidence };
}
