import { defineMetric } from '../metric';

export const contractCliff = defineMetric({
  id: 'contract_cliff',
  title: 'Is there a cliff when the contract ends?',
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
  reported: true,
});
