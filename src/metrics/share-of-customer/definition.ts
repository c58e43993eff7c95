import { defineMetric } from '../metric';

export const shareOfCustomer = defineMetric({
  id: 'share_of_customer',
  title: 'How much of their business customers give us',
  stage: 'growth',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  needsOneOf: ['wallet.stated', 'wallet.share', ['wallet.rank', 'wallet.suppliers'], 'transactions.category'],
  options: {},
  /**
   * One row a statement of a customer in view, or, without any in the file, a customer. `kind`: 0 stated spend, 1 stated
   * share (millionths), 2 rank among suppliers, 3 proxy (categories held of categories sold).
   */
  base: { kind: 'int', customer: 'code', quintile: 'int', own: 'money', wallet: 'money', suppliers: 'count' },
  /** Money; categories for the proxy. `gap`: wallet less own. `data_errors`: customers left out since they give more than all. */
  table: {
    quintile: 'int',
    customers_measured: 'count',
    own: 'money_number',
    wallet: 'money_number',
    share: 'share',
    grade: 'text',
    gap: 'money_number',
    data_errors: 'count',
  },
  hidden: ['gap', 'data_errors'],
  lists: { customers_measured: 'customers', data_errors: 'customers' },
  reported: true,
});
