import { dayOf } from '../foundations/calendar';
import { compareTexts } from '../foundations/ordering';
import { RandomStream } from '../foundations/random';
import type { Buyer } from './customer';
import type { Order } from './order';

export interface Answer {
  customer: string;
  day: number;
  score: number;
  comment: string;
}

interface Wave {
  from: number;
  to: number;
  answers: number;
}

const WAVES: readonly Wave[] = [
  { from: dayOf(2023, 12, 4), to: dayOf(2023, 12, 15), answers: 4_200 },
  { from: dayOf(2025, 3, 10), to: dayOf(2025, 3, 28), answers: 3_800 },
];

/** Weights of the scores 0 to 10. */
const CONTENT = [1, 1, 1, 2, 2, 5, 7, 14, 22, 24, 21];
/** The angry answer more readily. */
const STOPPERS_ANSWER = 8_000;
const ABOUT_TO_STOP = [4, 4, 6, 9, 10, 12, 13, 16, 14, 7, 5];

const PRAISE = [
  'Lovely things, well packed',
  'Always find a present here',
  'The planters are beautiful',
  'Quick delivery',
  'Kind people in the shop',
];
const COMPLAINTS = [
  'Parcel came late twice',
  'Two of the pots were broken',
  'Nobody answered the phone',
  'Dearer than last year',
  'Returning it was a nuisance',
];

/** Two waves among those who had bought in the year before. Best customers who were about to stop said so. */
export function runSurvey(buyers: readonly Buyer[], orders: readonly Order[]): Answer[] {
  const random = new RandomStream('shop/survey');
  const answers: Answer[] = [];
  for (const wave of WAVES) {
    const recent = new Set(
      orders.filter((order) => order.day < wave.from && order.day > wave.from - 365).map((order) => order.customer),
    );
    for (const buyer of buyers) {
      if (!recent.has(buyer.key) || !random.chance(buyer.defectsIn === null ? wave.answers : STOPPERS_ANSWER)) continue;
      const score = random.weighted(buyer.defectsIn === null ? CONTENT : ABOUT_TO_STOP);
      const comment = random.chance(2_500) ? commentOn(random, score) : '';
      answers.push({ customer: buyer.key, day: random.between(wave.from, wave.to), score, comment });
    }
  }
  return answers.sort((one, other) => one.day - other.day || compareTexts(one.customer, other.customer));
}

function commentOn(random: RandomStream, score: number): string {
  if (score >= 9) return random.pick(PRAISE);
  return score <= 6 ? random.pick(COMPLAINTS) : '';
}
