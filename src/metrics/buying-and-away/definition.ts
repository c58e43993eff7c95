import { defineMetric, oneOf, whole } from '../metric';

export const buyingAndAway = defineMetric({
  id: 'buying_and_away',
  stage: null,
  needs: ['transactions.customer', 'transactions.date'],
  options: { source: oneOf('auto', 'contract', 'purchases'), lapse_days: whole(null, 1, 36_600) },
  /** Who is gone is one rule for the whole workspace. */
  follows: 'survival',
  base: { month: 'month', buying: 'count', away: 'count', new: 'count' },
  /** `buying`: active at the end of the month; `away`: gone. */
  table: {
    month: 'month',
    buying: 'count',
    away: 'count',
    new: 'count',
    source: 'text',
    lapse_days: 'count',
  },
  /** The same in every row: by what they are told, and N. */
  hidden: ['source', 'lapse_days'],
  lists: { buying: 'customers', away: 'customers', new: 'customers' },
  report: null,
  words: {
    title: 'Customers with us and gone',
    options: {
      source: { label: 'from', values: { auto: 'what fits', contract: 'contracts', purchases: 'purchases' } },
      lapse_days: { label: 'lapse days' },
    },
    columns: {
      month: 'month',
      buying: 'with us',
      away: 'gone',
      new: 'new',
      source: 'source',
      lapse_days: 'lapse days',
    },
  },
});
