import { compareTexts } from '../foundations/ordering';
import { itemAt, RandomStream } from '../foundations/random';
import type { Contract } from './contract';
import * as plan from './plan';

export interface Answer {
  contract: Contract;
  day: number;
  /** Null where the question was left out; 99 where somebody typed the code for "keine Angabe". */
  score: number | null;
  comment: string;
}

const PRAISE = ['Schneller Service', 'Netz überall gut', 'Faire Preise', 'Freundliche Filiale in Lübeck'];
const COMPLAINTS = [
  'Zu teuer geworden',
  'Kein Netz auf dem Land',
  'Hotline nie erreichbar',
  'Gebühr für die Kündigung ist unverschämt',
  'Rechnung unverständlich',
];

/** One wave among those with a contract on its first day, in the order of their answers. */
export function runSurvey(contracts: readonly Contract[]): Answer[] {
  const random = new RandomStream('mobile-operator/survey');
  const asked = contracts.filter(
    ({ start, endedOn }) => start < plan.SURVEY.from && (endedOn === null || endedOn > plan.SURVEY.to),
  );
  const answers = asked.filter(() => random.chance(plan.SURVEY.answers)).map((contract) => answerOf(random, contract));
  for (let index = 0; index < plan.BLANK_SCORES + plan.OFF_SCALE_SCORES; index++) {
    itemAt(answers, 17 + index * 61).score = index < plan.BLANK_SCORES ? null : 99;
  }
  return answers.sort((one, other) => one.day - other.day || compareTexts(one.contract.key, other.contract.key));
}

export function isValid(answer: Answer): answer is Answer & { score: number } {
  return answer.score !== null && answer.score <= 10;
}

function answerOf(random: RandomStream, contract: Contract): Answer {
  // Among those who leave later, about two in three let it be known.
  const tells = contract.endedOn !== null && random.chance(6_500);
  const score = random.weighted(tells ? plan.LEAVING_SCORES : plan.SCORES[contract.strategy]);
  const comment = random.chance(2_200) ? commentOn(random, score) : '';
  return { contract, day: random.between(plan.SURVEY.from, plan.SURVEY.to), score, comment };
}

function commentOn(random: RandomStream, score: number): string {
  if (score >= 9) return random.pick(PRAISE);
  return score <= 6 ? random.pick(COMPLAINTS) : '';
}
