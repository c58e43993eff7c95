import { expect, test } from 'vitest';
import { GENERIC_ORDERS, expectRecipe, renamed, understandText, withColumn, type Expected } from './recipe-files';

const ORDERS = `Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),City (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount
3000,Completed,2025-01-03 14:23,,Ann,Lee,,Leeds,LS1 4AB,GB,ann@example.com,,Card,2.00,21.00,Flat rate,4.95,0,23.95,0,TE,1,Tea,2,6.00,TEA,2.00
3000,Completed,2025-01-03 14:23,,Ann,Lee,,Leeds,LS1 4AB,GB,ann@example.com,,Card,2.00,21.00,Flat rate,4.95,0,23.95,0,CU,2,Cup,1,9.00,TEA,2.00
3001,Processing,2025-02-03 18:21,,Bob,Ray,,York,YO1 6GA,GB,bob@example.com,,Card,0,9.00,Flat rate,4.95,0,13.95,0,CU,1,Cup,1,9.00,,0
3002,Refunded,2025-02-14 20:33,,Cat,Roe,,York,YO1 6GA,GB,cat@example.com,,Card,0,30.00,Flat rate,4.95,34.95,34.95,0,PO,1,Pot,1,30.00,,0
3003,Cancelled,2025-03-04 15:16,,Ann,Lee,,Leeds,LS1 4AB,GB,ann@example.com,,Card,0,6.00,Flat rate,4.95,0,10.95,0,TE,1,Tea,1,6.00,,0
3004,Failed,2025-03-05 15:16,,Dan,Kim,,Leeds,LS1 4AB,GB,dan@example.com,,Card,0,6.00,Flat rate,4.95,0,10.95,0,TE,1,Tea,1,6.00,,0
3005,Pending payment,2025-03-06 15:16,,Eve,Fox,,Leeds,LS1 4AB,GB,eve@example.com,,Card,0,6.00,Flat rate,4.95,0,10.95,0,TE,1,Tea,1,6.00,,0
3006,On hold,2025-03-07 15:16,,Bob,Ray,,York,YO1 6GA,GB,bob@example.com,,Bank,0,30.00,Flat rate,4.95,0,34.95,0,PO,1,Pot,1,30.00,,0`;
const EXPECTED: Expected = {
  recipe: 'WooCommerce orders',
  roles: {
    transactions: {
      customer: 'Email (Billing)',
      date: 'Order Date',
      order: 'Order Number',
      product: 'Item Name',
      quantity: 'Quantity (- Refund)',
      unit_price: 'Item Cost',
      order_discount: 'Cart Discount Amount',
      order_refund: 'Order Refund Amount',
      order_total: 'Order Total Amount',
      status: 'Order Status',
    },
  },
  words: {
    Completed: 'sale',
    Processing: 'sale',
    Refunded: 'void',
    Cancelled: 'void',
    Failed: 'no_sale',
    'Pending payment': 'no_sale',
    'On hold': 'no_sale',
  },
};
test('what an item costs is what its buyer pays', () => expectRecipe(ORDERS, EXPECTED));
test.each([
  ['Email (Billing)', 'Billing E-Mail'],
  ['Item Cost', 'Item Price'],
  ['Order Date', 'Date'],
  ['Item Name', 'Product Name (main)'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(ORDERS, from, to), withColumn(EXPECTED, from, to)));

test('an older file has plain quantities and the shop’s own codes of statuses', () =>
  expectRecipe(
    `Order ID,Order Number,Order Status,Order Date,First Name (Billing),Last Name (Billing),Email (Billing),Order Total Amount,SKU,Item Name,Quantity,Item Cost
9,9,wc-completed,2019-01-03 14:23,Ann,Lee,ann@example.com,16.95,TE,Tea,2,6.00
10,10,wc-refunded,2019-02-03 14:23,Bob,Ray,bob@example.com,34.95,PO,Pot,1,30.00
11,11,wc-completed,2019-02-14 14:23,Ann,Lee,ann@example.com,34.95,PO,Pot,1,30.00
12,12,wc-failed,2019-02-15 14:23,Cat,Roe,cat@example.com,34.95,PO,Pot,1,30.00`,
    {
      recipe: 'WooCommerce orders',
      roles: {
        transactions: {
          customer: 'Email (Billing)',
          date: 'Order Date',
          order: 'Order Number',
          product: 'Item Name',
          quantity: 'Quantity',
          unit_price: 'Item Cost',
          order_total: 'Order Total Amount',
          status: 'Order Status',
        },
      },
      words: { 'wc-completed': 'sale', 'wc-refunded': 'void', 'wc-failed': 'no_sale' },
    },
  ));

const ANALYTICS = `Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue,Attribution
2025-01-03 14:23:00,3000,completed,Ann Lee,new,"2× Tea, 1× Cup",3,TEA,19.00,Direct
2025-02-03 18:21:00,3001,processing,Bob Ray,new,1× Cup,1,,9.00,Organic: Google
2025-02-14 20:33:00,3002,refunded,Cat Roe,new,1× Pot,1,,30.00,Direct
2025-03-04 15:16:00,3003,cancelled,Ann Lee,returning,1× Tea,1,,6.00,Direct
2025-03-05 15:16:00,3004,failed,Dan Kim,new,1× Tea,1,,6.00,Direct`;
const BY_ORDER: Expected = {
  recipe: 'WooCommerce analytics orders',
  roles: {
    transactions: {
      customer: 'Customer',
      date: 'Date',
      order: 'Order #',
      amount: 'N. Revenue',
      channel: 'Attribution',
      status: 'Status',
    },
  },
  words: { completed: 'sale', processing: 'sale', refunded: 'void', cancelled: 'void', failed: 'no_sale' },
};
test('analytics have an order on each row, and a list of products is no product', () =>
  expectRecipe(ANALYTICS, BY_ORDER));
test('their revenue may be called net sales', () =>
  expectRecipe(renamed(ANALYTICS, 'N. Revenue', 'Net Sales'), withColumn(BY_ORDER, 'N. Revenue', 'Net Sales')));
test('a list of orders of no system is none of it', async () =>
  expect((await understandText(GENERIC_ORDERS)).recipe).toBeNull());
