import { defineMetric, oneOf, whole } from '../metric';

export const lifecycleFlow = defineMetric({
  id: 'lifecycle_flow',
  stage: 'retention',
  needs: ['transactions.customer', 'transactions.date'],
  options: { unit: oneOf('month', 'quarter', 'year'), lapse_days: whole(null, 1, 36_600) },
  /** The lapse is one figure, named under survival (METRICS.md section 4): whoever counts the lost follows it. */
  follows: 'survival',
  base: { month: 'unit', new: 'count', returning: 'count', resurrecting: 'count', dormant: 'count', lost: 'count' },
  table: {
    month: 'unit',
    new: 'count',
    returning: 'count',
    resurrecting: 'count',
    dormant: 'count',
    lost: 'count',
    lapse_days: 'count',
  },
  /** The lapse by which the lost were counted. */
  hidden: ['lapse_days'],
  lists: {
    new: 'customers',
    returning: 'customers',
    resurrecting: 'customers',
    dormant: 'customers',
    lost: 'customers',
  },
  report: 3,
  words: {
    title: 'Who joins, returns and leaves',
    options: {
      unit: { label: 'by', values: { month: 'month', quarter: 'quarter', year: 'year' } },
      lapse_days: { label: 'lapse days' },
    },
    columns: {
      month: 'month',
      new: 'new',
      returning: 'returning',
      resurrecting: 'resurrecting',
      dormant: 'dormant',
      lost: 'lost',
      lapse_days: 'lapse days',
    },
  },
});
