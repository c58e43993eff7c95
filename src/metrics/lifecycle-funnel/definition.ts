import { defineMetric, text, whole } from '../metric';

export const lifecycleFunnel = defineMetric({
  id: 'lifecycle_funnel',
  stage: 'acquisition',
  needs: [],
  needsOneOf: [
    ['transactions.customer', 'transactions.date'],
    'interactions.stage',
    'customers.stage',
    'customers.aware_on',
    'customers.understands_on',
    'customers.considers_on',
    'customers.pre_sale_on',
    'customers.evaluates_on',
  ],
  options: { window_days: whole(null, 0, 36_600), steps: text(), by: text() },
  /** `days` from the previous stage, -1 where they are not known. */
  base: { group_code: 'code', reading: 'code', stage: 'code', days: 'int', customers: 'count' },
  /** `group` is absent without a breakdown. */
  table: {
    group: 'text',
    reading: 'text',
    stage: 'text',
    customers: 'count',
    share_of_first: 'share',
    share_of_previous: 'share',
    ci_low: 'share',
    ci_high: 'share',
    median_days_from_previous: 'number',
  },
  lists: { customers: 'customers' },
  report: 1,
  words: {
    title: 'From first contact to a customer who grows',
    options: {
      window_days: { label: 'window days' },
      steps: { label: 'steps' },
      by: { label: 'by' },
    },
    columns: {
      group: 'group',
      reading: 'reading',
      stage: 'stage',
      customers: 'customers',
      share_of_first: 'share of first',
      share_of_previous: 'share of previous',
      ci_low: '95% from',
      ci_high: '95% to',
      median_days_from_previous: 'median days from previous',
    },
  },
});
