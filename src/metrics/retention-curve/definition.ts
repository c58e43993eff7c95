import { defineMetric, oneOf, text } from '../metric';

export const retentionCurve = defineMetric({
  id: 'retention_curve',
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
  report: 5,
  words: {
    title: 'How many come back, all cohorts together',
    options: {
      unit: {
        label: 'by',
        values: { month: 'month', week: 'week', quarter: 'quarter', year: 'year', '30d': '30 days' },
      },
      mode: { label: 'bought', values: { on: 'in that period', on_or_after: 'then or later' } },
      by: { label: 'by' },
    },
    columns: {
      group: 'group',
      period: 'period',
      eligible: 'old enough',
      active: 'buying',
      rate: 'share',
      ci_low: '95% from',
      ci_high: '95% to',
    },
  },
});
