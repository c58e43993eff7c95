import { defineMetric, oneOf } from '../metric';

export const cohortRetention = defineMetric({
  id: 'cohort_retention',
  stage: 'retention',
  needs: ['transactions.customer', 'transactions.date'],
  options: { unit: oneOf('month', 'week', 'quarter', 'year', '30d'), mode: oneOf('on', 'on_or_after') },
  base: { cohort: 'unit', period: 'int', cohort_size: 'count', active: 'count' },
  table: { cohort: 'unit', period: 'int', cohort_size: 'count', active: 'count', rate: 'share', complete: 'flag' },
  lists: { cohort_size: 'customers', active: 'customers' },
  report: 4,
  words: {
    title: 'Who comes back',
    options: {
      unit: {
        label: 'by',
        values: { month: 'month', week: 'week', quarter: 'quarter', year: 'year', '30d': '30 days' },
      },
      mode: { label: 'bought', values: { on: 'in that period', on_or_after: 'then or later' } },
    },
    columns: {
      cohort: 'cohort',
      period: 'period',
      cohort_size: 'customers in the cohort',
      active: 'buying',
      rate: 'share',
      complete: 'complete',
    },
  },
});
