import { defineMetric, oneOf } from '../metric';

export const categoryBreadth = defineMetric({
  id: 'category_breadth',
  stage: 'growth',
  needs: ['transactions.customer', 'transactions.date', 'transactions.category'],
  /** Of 91, 30 or 365 days from each customer's first purchase. */
  options: { each: oneOf('quarter', 'month', 'year') },
  /** `categories`, `squares`: how many each held by the end of the period, and its square, added up over `customers`. */
  base: { period: 'int', customers: 'count', categories: 'count', squares: 'count' },
  table: {
    period: 'int',
    customers: 'count',
    categories_per_customer: 'number',
    ci_low: 'number',
    ci_high: 'number',
  },
  lists: { customers: 'customers' },
  report: null,
  words: {
    title: 'How many categories customers hold, by how long they have been here',
    options: {
      each: { label: 'by', values: { quarter: 'quarter', month: 'month', year: 'year' } },
    },
    columns: {
      period: 'period',
      customers: 'customers',
      categories_per_customer: 'categories per customer',
      ci_low: '95% from',
      ci_high: '95% to',
    },
  },
});

/** Days of a period. */
export const DAYS = { quarter: 91, month: 30, year: 365 } as const;
