import type { Candidate } from '../guess-fields';
import type { RoleGuess } from '../guess-roles';
import { wordsOf } from '../words';

/** `0-10`, `(1 to 7)`, `out of 5`: the ends of a scale as a header names them. */
const ENDS = /(?:^|[^\d])([01])\s*(?:-|–|—|to|bis|à|a|\.\.)\s*(5|7|10|100)(?:[^\d]|$)/i;
const OUT_OF = /(?:out of|von|sur|de|\/)\s*(5|7|10|100)(?:[^\d]|$)/i;
const SAYS_TEN =
  /\b(?:nps|recommend|netpro|net promoter|promoter|weiterempf|empfehl|recomend|recommand|raccomand|aanbevel|polec)/i;

/** The scale that the header names; null where it names none. */
export function scaleInHeader(header: string): string | null {
  const ends = ENDS.exec(header);
  if (ends) return `${ends[1]}-${ends[2]}`;
  const most = OUT_OF.exec(header);
  if (most) return most[1] === '5' || most[1] === '7' ? `1-${most[1]}` : `0-${most[1]}`;
  return SAYS_TEN.test(wordsOf(header).join(' ')) || SAYS_TEN.test(header) ? '0-10' : null;
}

/** The scale of a column of scores: the header's, else the smallest on which all values lie. */
export function scaleOfScores({ profile }: Candidate): { readonly scale: string; readonly isTold: boolean } {
  const told = scaleInHeader(profile.name);
  if (told) return { scale: told, isTold: true };
  const { min, max } = profile.number ?? { min: 0, max: 10 };
  if (max > 20 && max <= 100) return { scale: '0-100', isTold: false };
  if (min >= 1 && max <= 5) return { scale: '1-5', isTold: false };
  return { scale: '0-10', isTold: max > 7 };
}

/** Says the scale in the mapping where it is not the one that values alone would give. */
export function scaled(guess: RoleGuess, candidates: readonly Candidate[]): RoleGuess {
  const score = guess.fields['score'];
  if (!score) return guess;
  const { scale } = scaleOfScores(candidates[score.index]);
  const { min, max } = candidates[score.index].profile.number ?? { min: 0, max: 10 };
  const byValues = min >= 1 && max <= 5 ? '1-5' : '0-10';
  if (scale === byValues) return guess;
  return { ...guess, fields: { ...guess.fields, score: { ...score, details: { ...score.details, scale } } } };
}
