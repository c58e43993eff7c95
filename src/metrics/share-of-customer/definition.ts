import { defineMetric, text } from '../metric';

/** What tells of a wallet in money: a proxy counts categories, which have no gap in money. */
const WALLET = ['wallet.stated', 'wallet.share', ['wallet.rank', 'wallet.suppliers']] as const;

/** Three tables of one question share a base: by fifths, by segments, and customer by customer. */
const shared = {
  stage: 'growth',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /**
   * One row a statement of a customer in view, or, without any in the file, a customer. `kind`: 0 stated spend, 1 stated
   * share (millionths), 2 rank among suppliers, 3 proxy (categories held of categories sold). `group_code`: of the segment, or of
   * the attribute that the option `by` names; -1 for none.
   */
  base: {
    kind: 'int',
    customer: 'code',
    quintile: 'int',
    group_code: 'code',
    own: 'money',
    wallet: 'money',
    suppliers: 'count',
  },
} as const;

export const shareOfCustomer = defineMetric({
  ...shared,
  id: 'share_of_customer',
  needsOneOf: [...WALLET, 'transactions.category'],
  options: {},
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
  report: 14,
  words: {
    title: 'How much of their business customers give us',
    options: {},
    columns: {
      quintile: 'quintile',
      customers_measured: 'customers measured',
      own: 'own',
      wallet: 'wallet',
      share: 'share',
      grade: 'grade',
      gap: 'gap',
      data_errors: 'data errors',
    },
  },
});

export const shareBySegment = defineMetric({
  ...shared,
  id: 'share_by_segment',
  needsOneOf: [...WALLET, 'transactions.category'],
  /** `by` names a customer attribute; by default the segments of recency, frequency and money. */
  options: { by: text() },
  table: {
    group: 'text',
    customers_measured: 'count',
    own: 'money_number',
    wallet: 'money_number',
    share: 'share',
    gap: 'money_number',
    grade: 'text',
    data_errors: 'count',
  },
  hidden: ['data_errors'],
  lists: { customers_measured: 'customers', data_errors: 'customers' },
  report: null,
  words: {
    title: 'How much of their business each segment gives us',
    options: {
      by: { label: 'by' },
    },
    columns: {
      group: 'group',
      customers_measured: 'customers measured',
      own: 'own',
      wallet: 'wallet',
      share: 'share',
      gap: 'gap',
      grade: 'grade',
      data_errors: 'data errors',
    },
  },
});

export const walletGap = defineMetric({
  ...shared,
  id: 'wallet_gap',
  needsOneOf: WALLET,
  options: {},
  /** One row a measured customer and grade, the largest gap of the best grade first. `customers` is 1: the customer of the row. */
  table: {
    customer: 'text',
    name: 'text',
    own: 'money_number',
    wallet: 'money_number',
    share: 'share',
    gap: 'money_number',
    grade: 'text',
    quintile: 'int',
    customers: 'count',
  },
  hidden: ['customers'],
  lists: { customers: 'customers' },
  report: null,
  words: {
    title: 'Who gives us little of a large wallet',
    options: {},
    columns: {
      customer: 'customer',
      name: 'name',
      own: 'own',
      wallet: 'wallet',
      share: 'share',
      gap: 'gap',
      grade: 'grade',
      quintile: 'quintile',
      customers: 'customers',
    },
  },
});
