import { scaleEnds } from '../../domain/answer-bands';
import type { TextColumn } from '../../domain/columns';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { likeliestDecimal } from './profile-numbers';
import { countsOf, doubleAt, readNumbers } from '../values/read-columns';
import { wordsOf } from '../words/words';

/** `0-10`, `(1 to 7)`, `out of 5`: the ends of a scale as a header names them. */
const ENDS = /(?:^|[^\d])([01])\s*(?:-|–|—|to|bis|à|a|\.\.)\s*(5|7|10|100)(?:[^\d]|$)/i;
const OUT_OF = /(?:\b(?:out of|von|sur|de|di|van)\s*|\/\s*)(5|7|10|100)(?:[^\d]|$)/i;
const SAYS_TEN =
  /\b(?:nps|recommend|netpro|net promoter|promoter|weiterempf|empfehl|recomend|recommand|raccomand|aanbevel|polec)/i;
/** Asked of satisfaction, one to five is the usual scale, and no part of 0 to 10. */
const SAYS_SATISFIED = /\b(?:csat|satisf|zufried|soddisf|tevreden|zadowol|stars?\b|sterne\b|etoile|estrella)/i;

/** Of all answers in numbers, the share that must lie on a scale: the others are codes for "no answer". */
const MOST = 0.9;

/** The scale of a column of scores. */
export interface ScoreScale {
  /** Its ends, as a mapping states them: `0-10`. */
  readonly scale: string;
  /** The header tells it, or the values leave no other. */
  readonly isTold: boolean;
  /** The header tells it: other files of answers do not change it. */
  readonly isFirm: boolean;
}

/** The ends of the scale as the header gives them in figures; null where it gives none. */
export function endsInHeader(header: string): string | null {
  const ends = ENDS.exec(header);
  if (ends) return `${ends[1]}-${ends[2]}`;
  const most = OUT_OF.exec(header);
  if (!most) return null;
  return most[1] === '5' || most[1] === '7' ? `1-${most[1]}` : `0-${most[1]}`;
}

const says = (pattern: RegExp, header: string) => pattern.test(wordsOf(header).join(' ')) || pattern.test(header);

/** The scale of a column of scores: the header's, else the smallest on which nine in ten of its numbers lie. */
export function scaleOfColumn(header: string, column: TextColumn): ScoreScale {
  const named = endsInHeader(header);
  if (named) return { scale: named, isTold: true, isFirm: true };
  const numbers = numbersOf(column);
  const share = sharesOf(numbers);
  if (share(0, 10) < MOST && share(0, 100) >= MOST && isBeyondCodes(numbers, share(0, 10)))
    return { scale: '0-100', isTold: false, isFirm: false };
  if (says(SAYS_TEN, header)) return { scale: '0-10', isTold: true, isFirm: true };
  const isFive = share(1, 5) >= MOST && share(0, 0.99) + share(5.01, 8) === 0;
  if (isFive) {
    const isTold = says(SAYS_SATISFIED, header);
    return { scale: '1-5', isTold, isFirm: isTold };
  }
  return { scale: '0-10', isTold: share(7.01, 10) > 0 && share(0, 10) >= MOST, isFirm: false };
}

interface CountedNumber {
  readonly value: number;
  readonly rows: number;
}

function numbersOf(column: TextColumn): CountedNumber[] {
  const counts = countsOf(column);
  const readings = readNumbers(column, likeliestDecimal(column));
  return column.values.flatMap((_, code) => {
    const value = doubleAt(readings, code);
    return counts[code] > 0 && !Number.isNaN(value) ? [{ value, rows: counts[code] }] : [];
  });
}

/** Codes for "no answer" (77, 88, 99) are few; what answers on a hundred say is many numbers, or most of them. */
function isBeyondCodes(numbers: readonly CountedNumber[], shareOfTen: number): boolean {
  const beyond = numbers.filter(({ value }) => value > 10).length;
  return beyond > 3 || (beyond > 1 && shareOfTen < 0.5);
}

/** The share of a column's numbers from one end to the other, both within. */
function sharesOf(numbers: readonly CountedNumber[]): (from: number, to: number) => number {
  const rowsOf = (some: readonly CountedNumber[]) => some.reduce((sum, { rows }) => sum + rows, 0);
  const all = Math.max(1, rowsOf(numbers));
  return (from, to) => rowsOf(numbers.filter(({ value }) => value >= from && value <= to)) / all;
}

export const scaleOfScores = ({ profile, column }: Candidate): ScoreScale => scaleOfColumn(profile.name, column);

/** Says the scale in the mapping where it is not the one that values alone would give. */
export function scaled(guess: RoleGuess, candidates: readonly Candidate[]): RoleGuess {
  const score = guess.fields['score'];
  if (!score) return guess;
  const { scale } = scaleOfScores(candidates[score.index]);
  const { min, max } = candidates[score.index].profile.number ?? { min: 0, max: 10 };
  const byValues = min >= 1 && max <= 5 ? '1-5' : '0-10';
  if (scale === byValues || !scaleEnds(scale)) return guess;
  return { ...guess, fields: { ...guess.fields, score: { ...score, details: { ...score.details, scale } } } };
}
