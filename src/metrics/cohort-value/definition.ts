import { defineMetric, oneOf } from '../metric';

export const cohortValue = defineMetric({
  id: 'cohort_value',
  stage: 'retention',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  options: { unit: oneOf('month', 'week', 'quarter', 'year', '30d') },
  follows: 'cohort_retention',
  /**
   * `spend`: marketing money of the cohort's unit, in its row of period 0; -1 where it is not known, and in other rows.
   * `outside`: net of customers in view without any purchase, who are in no cohort; the same in every row.
   */
  base: {
    cohort: 'unit',
    period: 'int',
    cohort_size: 'count',
    net: 'money',
    profit: 'money',
    spend: 'money',
    outside: 'money',
  },
  table: {
    cohort: 'unit',
    period: 'int',
    net: 'money',
    profit: 'money',
    cumulative_net_per_customer: 'money_number',
    cumulative_profit_per_customer: 'money_number',
    cohort_size: 'count',
    complete: 'flag',
    cac: 'money_number',
    payback: 'int',
    outside: 'money',
  },
  /** `cac`: spend of the cohort's unit per customer; `payback`: the first period whose cumulative profit reaches it. */
  hidden: ['cohort_size', 'complete', 'cac', 'payback', 'outside'],
  lists: { cohort_size: 'customers' },
  report: 6,
  words: {
    title: 'What a cohort brings in',
    options: {
      unit: {
        label: 'by',
        values: { month: 'month', week: 'week', quarter: 'quarter', year: 'year', '30d': '30 days' },
      },
    },
    columns: {
      cohort: 'cohort',
      period: 'period',
      net: 'net',
      profit: 'profit',
      cumulative_net_per_customer: 'cumulative net per customer',
      cumulative_profit_per_customer: 'cumulative profit per customer',
      cohort_size: 'customers in the cohort',
      complete: 'complete',
      cac: 'cac',
      payback: 'payback',
      outside: 'outside',
    },
  },
});
