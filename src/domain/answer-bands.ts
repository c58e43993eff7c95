/** The facet of customers by what they answered in a survey: whoever gave an answer of the band, whenever. */
export const SURVEY_ANSWER = 'survey_answer';

/** Values of the facet by the scale of the scores, as people write them, in the order of the bands: low, middle, high. */
export const ANSWER_BANDS = { 10: ['0-6', '7-8', '9-10'], 5: ['1-2', '3', '4-5'] } as const;
