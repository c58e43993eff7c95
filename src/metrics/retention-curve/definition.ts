import { defineMetric, oneOf, text } from '../metric';

export const retentionCurve = defineMetric({
  id: 'retention_curve',
  title: 'How many come back, all cohorts together',
  stage: 'retention',
  needs: ['transactions.customer', 'transactions.date'],
  /** `by` names a customer attribute. */
  options: {
    unit: oneOf('month', 'week', 'quarter', 'year', '30d'),
    mode: oneOf('on', 'on_or_after'),
    by: text(),
  },
  follows: 'cohort_retention',
  /** `group_code`: the code of the attribute, -1 for a blank, and for all without a breakdown. */
  base: { group_code: 'code', period: 'int', eligible: 'count', active: 'count' },
  /** `group` is absent without a breakdown. */
  table: {
    group: 'text',
    period: 'int',
    eligible: 'count',
    active: 'count',
    rate: 'share',
    ci_low: 'share',
    ci_high: 'share',
  },
  lists: { eligible: 'customers', active: 'customers' },
  reported: true,
});
