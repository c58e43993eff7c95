import { wordsOf, type Recipe } from '../recipe';

/** One row an item; what belongs to the order stands on its first row only. */
export const shopifyOrders: Recipe = {
  id: 'shopify_orders',
  name: 'Shopify orders',
  source: 'https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders',
  fingerprints: [
    [
      'Name',
      'Email',
      'Financial Status',
      'Fulfillment Status',
      'Lineitem quantity',
      'Lineitem name',
      'Lineitem price',
      'Lineitem sku',
    ],
  ],
  roles: {
    transactions: {
      customer: ['Email'],
      date: ['Created at', 'Processed At'],
      order: ['Name'],
      product: ['Lineitem name'],
      quantity: ['Lineitem quantity'],
      unit_price: ['Lineitem price'],
      order_discount: ['Discount Amount'],
      order_refund: ['Refunded Amount'],
      order_total: ['Total'],
      currency: ['Currency'],
      channel: ['Source'],
      status: ['Financial Status'],
      cancelled: ['Cancelled at'],
    },
  },
  ignored: [
    'Subtotal',
    'Shipping',
    'Taxes',
    'Outstanding Balance',
    'Lineitem compare at price',
    'Lineitem sku',
    'Lineitem discount',
    'Payment Reference',
    'Payment References',
    'Payment ID',
    'Id',
    'Billing Name',
    'Shipping Name',
    'Fulfillment Status',
    'Lineitem fulfillment status',
    'Fulfilled at',
    'Paid at',
    'Discount Code',
    'Duties',
  ],
  context: 'order',
  // What is authorised will be paid; what was voided was an order and was called off.
  words: { status: wordsOf({ sale: 'authorized', void: 'voided', no_sale: 'expired|pending|unpaid' }) },
};

/** One row a customer. */
export const shopifyCustomers: Recipe = {
  id: 'shopify_customers',
  name: 'Shopify customers',
  source: 'https://help.shopify.com/en/manual/customers/import-export-customers',
  fingerprints: [
    ['First Name', 'Last Name', 'Email', 'Accepts Email Marketing', 'Total Spent', 'Total Orders', 'Tax Exempt'],
    ['First Name', 'Last Name', 'Email', 'Accepts Marketing', 'Total Spent', 'Total Orders', 'Tax Exempt'],
  ],
  roles: {
    customers: {
      customer: ['Customer ID', 'Email'],
      email: ['Email'],
      phone: ['Phone', 'Default Address Phone'],
      company: ['Default Address Company', 'Company'],
      city: ['Default Address City', 'City'],
      postcode: ['Default Address Zip', 'Zip'],
      region: ['Default Address Country Code', 'Country', 'Country Code'],
    },
  },
  ignored: ['Total Spent', 'Total Orders', 'Note', 'Tax Exempt', 'Accepts Email Marketing', 'Accepts SMS Marketing'],
};
