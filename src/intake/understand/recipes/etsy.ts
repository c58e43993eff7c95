import type { Recipe } from '../recipe';

/** One row an item that was sold. */
export const etsySoldItems: Recipe = {
  id: 'etsy_sold_items',
  name: 'Etsy sold order items',
  source: 'https://help.etsy.com/hc/en-us/articles/360000343508',
  fingerprints: [
    ['Sale Date', 'Item Name', 'Buyer', 'Quantity', 'Price', 'Item Total', 'Transaction ID', 'Listing ID', 'Order ID'],
  ],
  roles: {
    transactions: {
      customer: ['Buyer'],
      date: ['Sale Date'],
      order: ['Order ID'],
      product: ['Item Name'],
      quantity: ['Quantity'],
      unit_price: ['Price'],
      discount: ['Discount Amount'],
      currency: ['Currency'],
      channel: ['Order Type'],
    },
  },
  ignored: [
    'Item Total',
    'Order Shipping',
    'Shipping Discount',
    'Order Sales Tax',
    'InPerson Discount',
    'VAT Paid by Buyer',
    'Transaction ID',
    'Listing ID',
    'Date Paid',
    'Date Shipped',
    'Ship Name',
    'SKU',
  ],
  context: 'order',
  dayOrder: 'MM',
  details: { 'transactions.discount': { as: 'money' } },
};
