import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const GRID = `ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded
000000101,Main Website,2025-01-03 10:11:12,Ann Lee,Ann Lee,65.00,65.00,Complete,1 Main St,1 Main St,Flat Rate,ann@example.com,General,60.00,5.00,Ann Lee,checkmo,0.00
000000102,Main Website,2025-01-14 10:11:12,Bob Ray,Bob Ray,35.00,35.00,Closed,1 Main St,1 Main St,Flat Rate,bob@example.com,General,30.00,5.00,Bob Ray,checkmo,35.00
000000103,German Store,2025-02-03 10:11:12,Ann Lee,Ann Lee,35.00,35.00,Processing,1 Main St,1 Main St,Flat Rate,ann@example.com,General,30.00,5.00,Ann Lee,checkmo,10.00
000000104,Main Website,2025-02-13 10:11:12,Cat Roe,Cat Roe,35.00,35.00,Canceled,1 Main St,1 Main St,Flat Rate,cat@example.com,General,30.00,5.00,Cat Roe,checkmo,0.00
000000105,Main Website,2025-02-23 10:11:12,Dan Kim,Dan Kim,35.00,35.00,Pending Payment,1 Main St,1 Main St,Flat Rate,dan@example.com,General,30.00,5.00,Dan Kim,checkmo,0.00`;
const EXPECTED: Expected = {
  recipe: 'Magento orders',
  roles: {
    transactions: {
      customer: 'Customer Email',
      date: 'Purchase Date',
      order: 'ID',
      amount: 'Subtotal',
      order_refund: 'Total Refunded',
      order_total: 'Grand Total (Purchased)',
      channel: 'Purchase Point',
      status: 'Status',
    },
  },
  words: { Complete: 'sale', Closed: 'void', Processing: 'sale', Canceled: 'void', 'Pending Payment': 'no_sale' },
};
test('an order counts without tax and shipping, and is given back once it is closed', () =>
  expectRecipe(GRID, EXPECTED));
test.each([
  ['Purchase Date', 'Order Date'],
  ['Customer Email', 'Email'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(GRID, from, to), withColumn(EXPECTED, from, to)));
test('the grid of the first version knows names and totals alone', () =>
  expectRecipe(
    `Order #,Purchased From (Store),Purchased On,Bill to Name,Ship to Name,G.T. (Base),G.T. (Purchased),Status
100000101,Main Website,2014-01-03 10:11:12,Ann Lee,Ann Lee,65.00,65.00,Complete
100000102,Main Website,2014-01-14 10:11:12,Bob Ray,Bob Ray,35.00,35.00,Closed
100000103,Main Website,2014-02-03 10:11:12,Ann Lee,Ann Lee,35.00,35.00,Complete`,
    {
      recipe: 'Magento orders',
      roles: {
        transactions: {
          customer: 'Bill to Name',
          date: 'Purchased On',
          order: 'Order #',
          amount: 'G.T. (Purchased)',
          channel: 'Purchased From (Store)',
          status: 'Status',
        },
      },
      words: { Complete: 'sale', Closed: 'void' },
    },
  ));
