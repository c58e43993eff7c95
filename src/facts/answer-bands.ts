import { ANSWER_BANDS, BAND_LIMITS, type AnswerScale } from '../domain/answer-bands';
import type { AnswerFacts, Facts } from './facts';

/** What an answer says: 0 detracts, 1 is passive, 2 promotes. */
export const DETRACTOR = 0;
export const PASSIVE = 1;
export const PROMOTER = 2;

/**
 * The band of a score: on a scale of ten 9 and 10 promote, 0 to 6 detract (F. F. Reichheld, "The one number you need to grow",
 * Harvard Business Review, December 2003); on a scale of five 4 and 5 are content, 1 and 2 are not; other scales by `BAND_LIMITS`.
 */
export function bandOf(score: number, scale: AnswerScale): 0 | 1 | 2 {
  const { low, high } = BAND_LIMITS[scale];
  if (score >= high) return PROMOTER;
  return score <= low ? DETRACTOR : PASSIVE;
}

/** Calls `visit` with the customer and band of every answer that names one, of any day. */
export function scanBands(answers: AnswerFacts, visit: (customer: number, band: 0 | 1 | 2) => void): void {
  const { count, customer, score, scale } = answers;
  for (let at = 0; at < count; at++) if (customer[at] >= 0) visit(customer[at], bandOf(score[at], scale));
}

/** Customers who gave an answer in one of the bands, on any day: 1 for each. Without a survey, or of another scale, nobody. */
export function customersWhoAnswered({ answers, customers }: Facts, bands: ReadonlySet<string>): Uint8Array {
  const mask = new Uint8Array(customers.count);
  if (!answers) return mask;
  const keep = ANSWER_BANDS[answers.scale].map((band) => bands.has(band));
  scanBands(answers, (customer, band) => {
    if (keep[band]) mask[customer] = 1;
  });
  return mask;
}
