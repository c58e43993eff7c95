import { defineMetric } from '../metric';

export const kpiTree = defineMetric({
  id: 'kpi_tree',
  title: 'What moved net sales, month by month',
  stage: null,
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  options: {},
  /** `items` in ten-thousandths. */
  base: { month: 'month', net: 'money', customers: 'count', orders: 'count', items: 'int' },
  table: {
    month: 'month',
    net: 'money',
    customers: 'count',
    orders_per_customer: 'number',
    items_per_order: 'number',
    price_per_item: 'money_number',
    contribution_customers: 'money_number',
    contribution_orders: 'money_number',
    contribution_items: 'money_number',
    contribution_price: 'money_number',
  },
  lists: { customers: 'customers' },
  reported: true,
});
