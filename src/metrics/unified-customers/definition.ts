import { defineMetric } from '../metric';

export const unifiedCustomers = defineMetric({
  id: 'unified_customers',
  stage: null,
  needs: ['customers.sources'],
  options: {},
  /** `score` in millionths, empty for a record alone. */
  base: { source: 'code', source_key: 'code', customer: 'code', rule: 'code', score: 'int' },
  /** `customers`: of all that have a record by this row's rule. */
  table: { source: 'text', source_key: 'text', customer: 'text', rule: 'text', score: 'share', customers: 'count' },
  lists: { customers: 'customers' },
  hidden: ['customers'],
  report: 23,
  words: {
    title: 'How records became customers',
    options: {},
    columns: {
      source: 'source',
      source_key: 'source key',
      customer: 'customer',
      rule: 'rule',
      score: 'score',
      customers: 'customers',
    },
  },
});
