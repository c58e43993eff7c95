import { defineMetric } from '../metric';

export const contractCliff = defineMetric({
  id: 'contract_cliff',
  stage: 'retention',
  needs: ['contracts.start', 'contracts.end_of_term', 'contracts.ended_on'],
  options: {},
  /** `strategy` is its code + 1, 0 for a blank. Customers, each once in a row. */
  base: { strategy: 'code', months_from_end: 'int', at_risk: 'count', ended: 'count' },
  table: {
    strategy: 'text',
    months_from_end: 'int',
    at_risk: 'count',
    ended: 'count',
    hazard: 'share',
    ci_low: 'share',
    ci_high: 'share',
    ratio: 'number',
    ratio_low: 'number',
    ratio_high: 'number',
  },
  /** The cliff ratio of a strategy, in its row of month 0. */
  hidden: ['ratio', 'ratio_low', 'ratio_high'],
  lists: { at_risk: 'customers', ended: 'customers' },
  report: 10,
  words: {
    title: 'Is there a cliff when the contract ends?',
    options: {},
    columns: {
      strategy: 'strategy',
      months_from_end: 'months from end',
      at_risk: 'at risk',
      ended: 'ended',
      hazard: 'hazard',
      ci_low: '95% from',
      ci_high: '95% to',
      ratio: 'ratio',
      ratio_low: 'ratio low',
      ratio_high: 'ratio high',
    },
  },
});
