import { wordsOf, type Recipe } from '../recipe';

/** One row an order: the grid of orders, of the second version and of the first. */
export const magentoOrders: Recipe = {
  id: 'magento_orders',
  name: 'Magento orders',
  source: 'https://experienceleague.adobe.com/en/docs/commerce-admin/stores-sales/order-management/orders/orders',
  fingerprints: [
    [
      'ID',
      'Purchase Point',
      'Purchase Date',
      'Bill-to Name',
      'Ship-to Name',
      'Grand Total (Base)',
      'Grand Total (Purchased)',
      'Status',
    ],
    [
      'Order #',
      'Purchased From (Store)',
      'Purchased On',
      'Bill to Name',
      'Ship to Name',
      'G.T. (Base)',
      'G.T. (Purchased)',
      'Status',
    ],
  ],
  roles: {
    transactions: {
      customer: ['Customer Email', 'Email', 'Customer Name', 'Bill-to Name', 'Bill to Name'],
      date: ['Purchase Date', 'Purchased On'],
      order: ['ID', 'Order #'],
      // Without tax and shipping where the grid shows it.
      amount: ['Subtotal', 'G.T. (Purchased)'],
      order_refund: ['Total Refunded'],
      order_total: ['Grand Total (Purchased)', 'Grand Total (Base)'],
      channel: ['Purchase Point', 'Purchased From (Store)'],
      status: ['Status'],
    },
  },
  secondBest: ['Customer Name', 'Bill-to Name', 'Bill to Name'],
  ignored: ['Ship-to Name', 'Ship to Name', 'Shipping and Handling', 'Payment Method', 'G.T. (Base)'],
  context: 'order',
  // An order is closed once all of it is given back.
  words: { status: wordsOf({ sale: 'complete|processing', void: 'closed', no_sale: 'holded|on hold' }) },
};
