import { bandOf, DETRACTOR, PASSIVE, PROMOTER } from '../../facts/answer-bands';
import { answerBreakdown, scanAnswers } from '../../facts/answers';
import type { Members } from '../metric';
import type { feedback } from './definition';
import { groupsOf } from './kernel';

const BANDS: Readonly<Record<string, number>> = { promoting: PROMOTER, passive: PASSIVE, detracting: DETRACTOR };

/** Customers of a group who answered, or who answered in a band: each once. Answers that name nobody list nobody. */
export const members: Members<typeof feedback> = (facts, scope, options, row, column) => {
  const groups = groupsOf(facts, options);
  const wanted = groups ? answerBreakdown(facts, options.by).texts.indexOf(String(row['group'])) + 1 : 0;
  const { answers } = facts;
  const found = new Set<number>();
  scanAnswers(facts, scope, (at) => {
    if (answers!.customer[at] < 0 || (groups !== null && groups[at] !== wanted)) return;
    if (column === 'people' || bandOf(answers!.score[at], answers!.scale) === BANDS[column])
      found.add(answers!.customer[at]);
  });
  return Int32Array.from(found).sort();
};
