import { defineMetric, whole } from '../metric';

export const buyingAndAway = defineMetric({
  id: 'buying_and_away',
  stage: null,
  needs: ['transactions.customer', 'transactions.date'],
  /** Customers count as buying in the month of a purchase and so many in all from there on. */
  options: { months: whole(12, 1, 120) },
  base: { month: 'month', buying: 'count', away: 'count', new: 'count' },
  table: { month: 'month', buying: 'count', away: 'count', new: 'count' },
  lists: { buying: 'customers', away: 'customers', new: 'customers' },
  report: null,
  words: {
    title: 'Customers buying and away',
    options: {
      months: { label: 'Buying for so many months after a purchase' },
    },
    columns: { month: 'month', buying: 'buying', away: 'away', new: 'new' },
  },
});
