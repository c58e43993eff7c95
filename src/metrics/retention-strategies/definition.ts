import { defineMetric } from '../metric';

export const retentionStrategies = defineMetric({
  id: 'retention_strategies',
  stage: 'retention',
  needs: ['contracts.strategy'],
  options: {},
  /**
   * `strategy` is its code + 1, 0 for a blank, of the customer's first contract that states one. `days`: of their stays, those in view, added up.
   * Scores of a scale of ten only.
   */
  base: {
    strategy: 'code',
    customers: 'count',
    ended: 'count',
    days: 'int',
    net: 'money',
    profit: 'money',
    responders: 'count',
    promoters: 'count',
    detractors: 'count',
  },
  table: {
    strategy: 'text',
    customers: 'count',
    ended: 'count',
    net_per_customer: 'money_number',
    profit_per_customer: 'money_number',
    net_per_year: 'money_number',
    profit_per_year: 'money_number',
    responders: 'count',
    nps: 'number',
    nps_low: 'number',
    nps_high: 'number',
  },
  lists: { customers: 'customers', ended: 'customers', responders: 'customers' },
  report: null,
  words: {
    title: 'Value and feedback by strategy',
    options: {},
    columns: {
      strategy: 'strategy',
      customers: 'customers',
      ended: 'ended',
      net_per_customer: 'net per customer',
      profit_per_customer: 'profit per customer',
      net_per_year: 'net per year',
      profit_per_year: 'profit per year',
      responders: 'responders',
      nps: 'nps',
      nps_low: 'nps low',
      nps_high: 'nps high',
    },
  },
});
