import { defineMetric, whole } from '../metric';

/** Why a customer is at risk, in the order of urgency. */
export const REASONS = ['term_ends', 'overdue', 'low_score'] as const;
export type Reason = (typeof REASONS)[number];

export const atRisk = defineMetric({
  id: 'at_risk',
  stage: 'retention',
  needs: [],
  needsOneOf: [
    ['contracts.start', 'contracts.end_of_term'],
    ['transactions.customer', 'transactions.date'],
    ['surveys.customer', 'surveys.score'],
  ],
  options: {
    within_days: whole(60, 1, 3_660),
    lapse_days: whole(null, 1, 36_600),
    /** So many times the own mean gap without a purchase are overdue. */
    overdue_times: whole(2, 1, 20),
  },
  follows: 'survival',
  /**
   * `days`: to the end of term, since the last purchase, or since the answer (-1 where it has no day). `measure`: 0, the days
   * from the first to the last purchase, or the score in 1/10,000. `gaps`: the gaps between purchase days.
   */
  base: { customer: 'code', reason: 'code', days: 'int', measure: 'int', gaps: 'count', net: 'money' },
  /** `usual_gap`: their own mean gap between purchase days; `score`: as answered. */
  table: {
    customer: 'text',
    name: 'text',
    reason: 'text',
    days: 'int',
    usual_gap: 'number',
    score: 'number',
    net: 'money',
    customers: 'count',
  },
  hidden: ['customers'],
  lists: { customers: 'customers' },
  report: null,
  words: {
    title: 'Who is at risk now',
    options: {
      within_days: { label: 'Term ends within days' },
      lapse_days: { label: 'lapse days' },
      overdue_times: { label: 'Overdue beyond so many times the usual gap' },
    },
    columns: {
      customer: 'customer',
      name: 'name',
      reason: 'reason',
      days: 'days',
      usual_gap: 'usual gap',
      score: 'score',
      net: 'net',
      customers: 'customers',
    },
  },
});
