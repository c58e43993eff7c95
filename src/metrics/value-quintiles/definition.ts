import { defineMetric, oneOf } from '../metric';

export const valueQuintiles = defineMetric({
  id: 'value_quintiles',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.amount'],
  options: { by: oneOf('profit', 'net', 'contribution') },
  /**
   * `categories`: how many each customer holds, added up. `own`, `wallet`: of those who stated their yearly spend with
   * everyone, what they gave us of it in the last 365 days; who gave more than all is left out. `winning_cost`: what those
   * won in view cost to win.
   */
  base: {
    quintile: 'int',
    customers: 'count',
    net: 'money',
    profit: 'money',
    categories: 'count',
    own: 'money',
    wallet: 'money',
    winning_cost: 'money',
  },
  table: {
    quintile: 'int',
    customers: 'count',
    net: 'money',
    profit: 'money',
    share_of_net: 'share',
    share_of_profit: 'share',
    categories_per_customer: 'number',
    share_of_customer: 'share',
    contribution: 'money',
    share_of_contribution: 'share',
  },
  /** Empty where nothing tells what winning a customer cost. */
  hidden: ['contribution', 'share_of_contribution'],
  lists: { customers: 'customers' },
  report: 16,
  words: {
    title: 'What each fifth of the customers is worth',
    options: {
      by: { label: 'by', values: { profit: 'profit', net: 'net sales', contribution: 'contribution' } },
    },
    columns: {
      quintile: 'quintile',
      customers: 'customers',
      net: 'net',
      profit: 'profit',
      share_of_net: 'share of net',
      share_of_profit: 'share of profit',
      categories_per_customer: 'categories per customer',
      share_of_customer: 'share of customer',
      contribution: 'contribution',
      share_of_contribution: 'share of contribution',
    },
  },
});
