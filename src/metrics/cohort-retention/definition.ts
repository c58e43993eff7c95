import { defineMetric, oneOf } from '../metric';

export const cohortRetention = defineMetric({
  id: 'cohort_retention',
  title: 'Who comes back',
  stage: 'retention',
  needs: ['transactions.customer', 'transactions.date'],
  options: { unit: oneOf('month', 'week', 'quarter', 'year', '30d'), mode: oneOf('on', 'on_or_after') },
  base: { cohort: 'unit', period: 'int', cohort_size: 'count', active: 'count' },
  table: { cohort: 'unit', period: 'int', cohort_size: 'count', active: 'count', rate: 'share', complete: 'flag' },
  lists: { cohort_size: 'customers', active: 'customers' },
  reported: true,
});
