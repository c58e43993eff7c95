/** The facet of customers by their survey answers: a customer has every band in which they ever answered. */
export const SURVEY_ANSWER = 'survey_answer';

/** The breakdown by survey answers, in place of a customer attribute. */
export const NPS_BAND = 'nps_band';

/** The largest score of each scale that answers are read on. */
export const ANSWER_SCALES = [10, 5, 7, 100] as const;
export type AnswerScale = (typeof ANSWER_SCALES)[number];

/** Values of the facet by the scale of the scores, as people write them, in the order of the bands: low, middle, high. */
export const ANSWER_BANDS = {
  10: ['0-6', '7-8', '9-10'],
  5: ['1-2', '3', '4-5'],
  7: ['1-4', '5', '6-7'],
  100: ['0-60', '61-89', '90-100'],
} as const satisfies Readonly<Record<AnswerScale, readonly [string, string, string]>>;

/** The largest score of the low band and the smallest of the high one; what lies between is in the middle. */
export const BAND_LIMITS: Readonly<Record<AnswerScale, { readonly low: number; readonly high: number }>> = {
  10: { low: 6, high: 9 },
  5: { low: 2, high: 4 },
  7: { low: 4, high: 6 },
  100: { low: 60, high: 90 },
};

/** Only answers from 0 (or 1) to 10 make a Net Promoter Score. */
export const isPromoterScale = (scale: number): boolean => scale === 10;

/** The ends of a scale as a mapping states it, `0-10` or `1-7`; null for a scale on which answers are not read. */
export function scaleEnds(stated: string): { readonly from: number; readonly to: AnswerScale } | null {
  const match = /^([01])-(\d{1,3})$/.exec(stated);
  const to = ANSWER_SCALES.find((scale) => String(scale) === match?.[2]);
  return match && to ? { from: Number(match[1]), to } : null;
}
