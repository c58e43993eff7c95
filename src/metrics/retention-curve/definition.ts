import { defineMetric, oneOf } from '../metric';

export const retentionCurve = defineMetric({
  id: 'retention_curve',
  title: 'How many come back, all cohorts together',
  stage: 'retention',
  needs: ['transactions.customer', 'transactions.date'],
  options: { unit: oneOf('month', 'week', 'quarter', 'year', '30d'), mode: oneOf('on', 'on_or_after') },
  follows: 'cohort_retention',
  base: { period: 'int', eligible: 'count', active: 'count' },
  table: { period: 'int', eligible: 'count', active: 'count', rate: 'share', ci_low: 'share', ci_high: 'share' },
  lists: { eligible: 'customers', active: 'customers' },
  reported: true,
});
