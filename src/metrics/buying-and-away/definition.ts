import { defineMetric } from '../metric';

export const buyingAndAway = defineMetric({
  id: 'buying_and_away',
  title: 'Customers buying and away',
  stage: null,
  needs: ['transactions.customer', 'transactions.date'],
  options: {},
  base: { month: 'month', buying: 'count', away: 'count', new: 'count' },
  table: { month: 'month', buying: 'count', away: 'count', new: 'count' },
  lists: { buying: 'customers', away: 'customers', new: 'customers' },
  reported: false,
});
