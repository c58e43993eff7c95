import { defineMetric, oneOf, whole } from '../metric';

export const churnRate = defineMetric({
  id: 'churn_rate',
  stage: 'retention',
  needs: [],
  needsOneOf: [
    ['contracts.start', 'contracts.ended_on'],
    ['transactions.customer', 'transactions.date'],
  ],
  options: {
    unit: oneOf('month', 'quarter', 'year'),
    source: oneOf('auto', 'contract', 'purchases'),
    lapse_days: whole(null, 1, 36_600),
  },
  follows: 'survival',
  base: { month: 'unit', at_start: 'count', joined: 'count', left: 'count', left_of_start: 'count' },
  /** `rate_of_start`: those of the start who left / at the start. `rate_of_average`: all who left / the mean of start and end. */
  table: {
    month: 'unit',
    at_start: 'count',
    joined: 'count',
    left: 'count',
    left_of_start: 'count',
    rate_of_start: 'share',
    ci_low: 'share',
    ci_high: 'share',
    rate_of_average: 'share',
    complete: 'flag',
    possible: 'flag',
  },
  /** Whether anybody could have left by the end of the unit. */
  hidden: ['possible'],
  lists: { at_start: 'customers', joined: 'customers', left: 'customers', left_of_start: 'customers' },
  report: null,
  words: {
    title: 'How many leave, period by period',
    options: {
      unit: { label: 'by', values: { month: 'month', quarter: 'quarter', year: 'year' } },
      source: { label: 'from', values: { auto: 'what fits', contract: 'contracts', purchases: 'purchases' } },
      lapse_days: { label: 'lapse days' },
    },
    columns: {
      month: 'month',
      at_start: 'at start',
      joined: 'joined',
      left: 'left',
      left_of_start: 'left of start',
      rate_of_start: 'rate of start',
      ci_low: '95% from',
      ci_high: '95% to',
      rate_of_average: 'rate of average',
      complete: 'complete',
      possible: 'possible',
    },
  },
});
