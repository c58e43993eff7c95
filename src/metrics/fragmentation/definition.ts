import { defineMetric } from '../metric';

export const fragmentation = defineMetric({
  id: 'fragmentation',
  stage: null,
  needs: ['customers.sources'],
  options: {},
  /** `net_alone`: under the source's own keys; `net_whole`: of the same customers under all keys. Whole file. */
  base: {
    source: 'code',
    records: 'count',
    customers: 'count',
    shared_with_other_sources: 'count',
    profit_rank_changed: 'count',
    net_alone: 'money',
    net_whole: 'money',
  },
  table: {
    source: 'text',
    records: 'count',
    customers: 'count',
    shared_with_other_sources: 'count',
    profit_rank_changed: 'count',
    net_alone: 'money',
    net_whole: 'money',
  },
  lists: { customers: 'customers', shared_with_other_sources: 'customers', profit_rank_changed: 'customers' },
  hidden: ['net_alone', 'net_whole'],
  report: 24,
  words: {
    title: 'What each department sees of its customers',
    options: {},
    columns: {
      source: 'source',
      records: 'records',
      customers: 'customers',
      shared_with_other_sources: 'shared with other sources',
      profit_rank_changed: 'profit rank changed',
      net_alone: 'net alone',
      net_whole: 'net whole',
    },
  },
});
