import type { Recipe } from '../recipe';

/** One row an item, with the order's fields on every row, as the Advanced Order Export plugin writes it. */
export const wooCommerceOrders: Recipe = {
  id: 'woocommerce_orders',
  name: 'WooCommerce orders',
  source: 'https://docs.algolplus.com/algol_order_export/',
  fingerprints: [
    [
      'Order Number',
      'Order Status',
      'Order Date',
      'Email (Billing)',
      'Order Total Amount',
      'Item Name',
      'Quantity (- Refund)',
      'Item Cost',
    ],
    [
      'Order Number',
      'Order Status',
      'Order Date',
      'First Name (Billing)',
      'Email (Billing)',
      'Item Name',
      'Quantity',
      'Item Cost',
    ],
  ],
  roles: {
    transactions: {
      customer: ['Email (Billing)', 'Customer User'],
      date: ['Order Date'],
      order: ['Order Number', 'Order ID'],
      product: ['Item Name', 'Product Name'],
      category: ['Category', 'Product Category'],
      quantity: ['Quantity (- Refund)', 'Quantity'],
      // What the buyer pays for one.
      unit_price: ['Item Cost', 'Item Price'],
      order_discount: ['Cart Discount Amount'],
      order_refund: ['Order Refund Amount'],
      order_total: ['Order Total Amount'],
      currency: ['Order Currency', 'Currency'],
      status: ['Order Status'],
    },
  },
  secondBest: ['Customer User'],
  ignored: [
    'Discount Amount',
    'Discount Amount Tax',
    'Order Subtotal Amount',
    'Order Shipping Amount',
    'Order Total Tax Amount',
    'Order Amount (- Refund)',
    'Order Line Total',
    'SKU',
    'Item #',
    'Coupon Code',
  ],
  context: 'order',
};

/** One row an order, as the shop's own analytics write it. */
export const wooCommerceAnalytics: Recipe = {
  id: 'woocommerce_analytics',
  name: 'WooCommerce analytics orders',
  source: 'https://woocommerce.com/document/woocommerce-analytics/',
  fingerprints: [
    ['Date', 'Order #', 'Status', 'Customer', 'Customer type', 'Product(s)', 'Items sold', 'Coupon(s)'],
    ['Datum', 'Bestellung #', 'Status', 'Kunde', 'Kundentyp', 'Produkt(e)', 'Verkaufte Artikel', 'Gutschein(e)'],
  ],
  roles: {
    transactions: {
      customer: ['Customer', 'Kunde'],
      date: ['Date', 'Datum'],
      order: ['Order #', 'Bestellung #'],
      amount: ['Net Sales', 'N. Revenue', 'Net Revenue', 'Nettoumsatz', 'N. Umsatz'],
      channel: ['Attribution', 'Zuordnung', 'Origin'],
      status: ['Status'],
    },
  },
  // A list of several products is none of them.
  ignored: ['Product(s)', 'Produkt(e)', 'Items sold', 'Verkaufte Artikel', 'Customer type', 'Kundentyp', 'Coupon(s)'],
  context: 'order',
};
