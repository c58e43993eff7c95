import { defineMetric } from '../metric';

export const acquisition = defineMetric({
  id: 'acquisition',
  stage: 'acquisition',
  needs: [
    'transactions.customer',
    'transactions.date',
    'transactions.amount',
    'interactions.customer',
    'interactions.date',
    'interactions.channel',
    'spend.channel',
    'spend.amount',
  ],
  options: {},
  /**
   * One row per model (0 first, 1 last, 2 linear), channel (its code), number of contacts among which the credit for a customer is shared,
   * and month. `credit`, `net` and `profit` are the credited contacts and the money times these, of customers observed for the whole of
   * so many months since their first purchase; money is cumulative. Month 0 is everybody, without money; no contacts, the spend.
   */
  base: {
    model: 'int',
    channel: 'code',
    touches: 'count',
    month: 'int',
    people: 'count',
    credit: 'count',
    net: 'money',
    profit: 'money',
    spend: 'money',
  },
  table: {
    channel: 'text',
    model: 'text',
    customers: 'number',
    spend: 'money_number',
    cac: 'money_number',
    net_12m_per_customer: 'money_number',
    profit_12m_per_customer: 'money_number',
    payback_months: 'int',
    people: 'count',
    customers_12m: 'number',
    longest: 'int',
  },
  /** Customers with a part of the credit, whole; credit of those seen for twelve months; the longest month that anybody was seen for. */
  hidden: ['people', 'customers_12m', 'longest'],
  lists: { people: 'customers' },
  report: 2,
  words: {
    title: 'What winning a customer costs, by channel',
    options: {},
    columns: {
      channel: 'channel',
      model: 'model',
      customers: 'customers',
      spend: 'spend',
      cac: 'cac',
      net_12m_per_customer: 'net 12m per customer',
      profit_12m_per_customer: 'profit 12m per customer',
      payback_months: 'payback months',
      people: 'people',
      customers_12m: 'customers 12m',
      longest: 'longest',
    },
  },
});
