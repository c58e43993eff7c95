import { expect, test } from 'vitest';
import { GENERIC_ORDERS, expectRecipe, renamed, understandText, withColumn, type Expected } from './recipe-files';

const ORDERS = `Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing City,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Id,Tags,Source,Lineitem discount
#1006,eve@example.com,authorized,,unfulfilled,,no,USD,12.00,4.00,1.00,17.00,,0.00,Standard,2025-03-09 23:10:00 -0500,1,Tea,12.00,,T-1,true,true,pending,Eve Moss,Boston,,manual,c6,0.00,Fjord,0.00,5006,,web,0.00
#1005,dan@example.com,voided,,unfulfilled,,no,USD,12.00,4.00,1.00,17.00,,0.00,Standard,2025-03-08 09:10:00 -0500,1,Tea,12.00,,T-1,true,true,pending,Dan Kim,Boston,2025-03-08 10:00:00 -0500,manual,c5,0.00,Fjord,0.00,5005,,web,0.00
#1004,cat@example.com,pending,,unfulfilled,,yes,USD,30.00,4.00,2.00,36.00,,0.00,Standard,2025-03-07 09:10:00 -0500,1,Pot,30.00,,P-1,true,true,pending,Cat Roe,Denver,,manual,c4,0.00,Fjord,36.00,5004,,pos,0.00
#1003,ann@example.com,partially_refunded,2025-03-06 09:10:00 -0500,fulfilled,2025-03-06 09:10:00 -0500,no,USD,54.00,4.00,4.00,62.00,,0.00,Standard,2025-03-06 09:10:00 -0500,2,Tea,12.00,,T-1,true,true,fulfilled,Ann Lee,Boston,,Shopify Payments,c3,13.00,Fjord,0.00,5003,,web,0.00
#1003,ann@example.com,,,,,,,,,,,,,,2025-03-06 09:10:00 -0500,1,Pot,30.00,,P-1,true,true,fulfilled,,,,,,,Fjord,,,,,0.00
#1002,bob@example.com,refunded,2025-03-05 09:10:00 -0500,fulfilled,2025-03-05 09:10:00 -0500,no,USD,30.00,4.00,2.00,36.00,,0.00,Standard,2025-03-05 09:10:00 -0500,1,Pot,30.00,,P-1,true,true,fulfilled,Bob Ray,Denver,,Shopify Payments,c2,36.00,Fjord,0.00,5002,,web,0.00
#1001,ann@example.com,paid,2025-03-03 09:10:00 -0500,fulfilled,2025-03-03 09:10:00 -0500,no,USD,10.80,4.00,1.00,15.80,WELCOME,1.20,Standard,2025-03-03 09:10:00 -0500,1,Tea,12.00,,T-1,true,true,fulfilled,Ann Lee,Boston,,Shopify Payments,c1,0.00,Fjord,0.00,5001,,web,0.00`;

const EXPECTED: Expected = {
  recipe: 'Shopify orders',
  roles: {
    transactions: {
      customer: 'Email',
      date: 'Created at',
      order: 'Name',
      product: 'Lineitem name',
      quantity: 'Lineitem quantity',
      unit_price: 'Lineitem price',
      order_discount: 'Discount Amount',
      order_refund: 'Refunded Amount',
      order_total: 'Total',
      currency: 'Currency',
      channel: 'Source',
      status: 'Financial Status',
      cancelled: 'Cancelled at',
    },
  },
  words: {
    paid: 'sale',
    refunded: 'void',
    partially_refunded: 'sale',
    pending: 'no_sale',
    voided: 'void',
    authorized: 'sale',
  },
};

test('orders have an item on each row and the rest on their first', () => expectRecipe(ORDERS, EXPECTED));
test.each([
  ['Email', 'Customer Email'],
  ['Lineitem name', 'Item name'],
  ['Created at', 'Order date'],
  ['Financial Status', 'Payment status'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(ORDERS, from, to), withColumn(EXPECTED, from, to)));

test('an older set of headers has neither refunds nor sources', () =>
  expectRecipe(
    `Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name
#11,a@example.com,paid,2019-01-02 10:00:00 +0100,fulfilled,EUR,24.00,0.00,0.00,24.00,0.00,2019-01-02 10:00:00 +0100,2,Tea,12.00,T-1,Ann Lee
#12,b@example.com,paid,2019-02-13 10:00:00 +0100,fulfilled,EUR,42.00,0.00,0.00,42.00,0.00,2019-02-13 10:00:00 +0100,1,Tea,12.00,T-1,Bob Ray
#12,b@example.com,,,,,,,,,,2019-02-13 10:00:00 +0100,1,Pot,30.00,P-1,
#13,a@example.com,refunded,2019-07-02 10:00:00 +0200,fulfilled,EUR,27.00,0.00,0.00,27.00,3.00,2019-07-02 10:00:00 +0200,1,Pot,30.00,P-1,Ann Lee`,
    {
      recipe: 'Shopify orders',
      roles: {
        transactions: {
          customer: 'Email',
          date: 'Created at',
          order: 'Name',
          product: 'Lineitem name',
          quantity: 'Lineitem quantity',
          unit_price: 'Lineitem price',
          order_discount: 'Discount Amount',
          order_total: 'Total',
          currency: 'Currency',
          status: 'Financial Status',
        },
      },
      words: { paid: 'sale', refunded: 'void' },
    },
  ));

const CUSTOMERS = `Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags
'7001,Ann,Lee,ann@example.com,yes,,1 Main St,Boston,MA,US,'02116,,,no,64.80,2,,no,vip
'7002,Bob,Ray,bob@example.com,no,Ray Ltd,2 Main St,Denver,CO,US,'80014,,,no,0.00,1,,no,
'7003,Cat,Roe,cat@example.com,no,,3 Main St,Denver,CO,US,'80014,,+13035550101,no,30.00,1,,yes,`;
const PEOPLE: Expected = {
  recipe: 'Shopify customers',
  roles: {
    customers: {
      customer: 'Customer ID',
      name: 'First Name + Last Name',
      email: 'Email',
      phone: 'Phone',
      postcode: 'Default Address Zip',
      city: 'Default Address City',
      region: 'Default Address Country Code',
      company: 'Default Address Company',
    },
  },
};
test('customers are keyed by their number and have an e-mail', () => expectRecipe(CUSTOMERS, PEOPLE));
test('an older list of customers is keyed by the e-mail', () =>
  expectRecipe(
    `First Name,Last Name,Email,Company,Address1,City,Province,Country,Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt
Ann,Lee,ann@example.com,,1 Main St,Boston,Massachusetts,United States,02116,,yes,64.80,2,,,no
Bob,Ray,bob@example.com,Ray Ltd,2 Main St,Denver,Colorado,United States,80014,,no,0.00,1,,,no
Cat,Roe,cat@example.com,,3 Main St,Lyon,,France,69001,,no,30.00,1,,,no`,
    {
      recipe: 'Shopify customers',
      roles: {
        customers: {
          name: 'First Name + Last Name',
          email: 'Email',
          postcode: 'Zip',
          city: 'City',
          region: 'Country',
          company: 'Company',
        },
      },
    },
  ));
test('a list of orders of no system is none of it', async () =>
  expect((await understandText(GENERIC_ORDERS)).recipe).toBeNull());
