import { defineMetric } from '../metric';

export const kpiTree = defineMetric({
  id: 'kpi_tree',
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
  report: 20,
  words: {
    title: 'What moved net sales, month by month',
    options: {},
    columns: {
      month: 'month',
      net: 'net',
      customers: 'customers',
      orders_per_customer: 'orders per customer',
      items_per_order: 'items per order',
      price_per_item: 'price per item',
      contribution_customers: 'contribution customers',
      contribution_orders: 'contribution orders',
      contribution_items: 'contribution items',
      contribution_price: 'contribution price',
    },
  },
});
