import { defineMetric } from '../metric';

export const customerBalance = defineMetric({
  id: 'customer_balance',
  title: 'The balance of customers',
  stage: null,
  needs: ['transactions.customer', 'transactions.date'],
  options: {},
  /** `standing`: 0 best, 1 middle, 2 loss, 3 away, 4 new. `state`: 0 same, 1 grew, 2 stopped, 3 away, 4 back, 5 new. */
  base: {
    period: 'int',
    period_from: 'day',
    period_until: 'day',
    standing: 'code',
    state: 'code',
    customers: 'count',
    net_before: 'money',
    net_now: 'money',
    profit_before: 'money',
    profit_now: 'money',
  },
  table: {
    period: 'int',
    period_from: 'day',
    period_until: 'day',
    group: 'text',
    state: 'text',
    customers: 'count',
    net_before: 'money',
    net_now: 'money',
    profit_before: 'money',
    profit_now: 'money',
    has_categories: 'flag',
  },
  /** Without categories nobody can have grown, which is not the same as nobody having grown. */
  hidden: ['has_categories'],
  lists: { customers: 'customers' },
  reported: false,
});
