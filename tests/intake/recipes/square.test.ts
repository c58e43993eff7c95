import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const ITEMS = `Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count,GTIN,Itemization Type,Commission,Employee,Fulfillment Note,Channel,Token,Card Brand,PAN Suffix
2025-01-03,10:15:00,Eastern Time (US & Canada),Tea,Green tea,2.0,Regular,GT,,$10.00,-$1.00,$9.00,$0.70,TX1,PAY1,iPad,,https://x.test/1,Payment,Main,,CU1,Ann Lee,,ea,2,,Physical Good,,Lin,,In store,T1,Visa,4242
2025-01-03,10:15:00,Eastern Time (US & Canada),Ware,Tea cup,1.0,Regular,TC,,$9.00,$0.00,$9.00,$0.70,TX1,PAY1,iPad,,https://x.test/1,Payment,Main,,CU1,Ann Lee,,ea,1,,Physical Good,,Lin,,In store,T2,Visa,4242
2025-01-14,11:15:00,Eastern Time (US & Canada),Ware,Tea pot,1.0,Regular,TP,,$30.00,$0.00,$30.00,$2.10,TX2,PAY2,iPad,,https://x.test/2,Payment,North,,CU2,Bob Ray,,ea,1,,Physical Good,,Lin,,In store,T3,Amex,1111
2025-01-20,12:15:00,Eastern Time (US & Canada),Ware,Tea pot,-1.0,Regular,TP,,-$30.00,$0.00,-$30.00,-$2.10,TX3,PAY3,iPad,,https://x.test/3,Refund,North,,CU2,Bob Ray,,ea,-1,,Physical Good,,Lin,,In store,T4,Amex,1111
2025-02-20,12:15:00,Eastern Time (US & Canada),Tea,Green tea,1.0,Regular,GT,,$5.00,$0.00,$5.00,$0.35,TX4,PAY4,iPad,,https://x.test/4,Payment,Main,,,,,ea,1,,Physical Good,,Lin,,Online,T5,Visa,9999`;
const EXPECTED: Expected = {
  recipe: 'Square item details',
  roles: {
    transactions: {
      customer: 'Customer ID',
      date: 'Date',
      order: 'Transaction ID',
      product: 'Item',
      category: 'Category',
      quantity: 'Qty',
      amount: 'Net Sales',
      channel: 'Channel',
      department: 'Location',
      document_type: 'Event Type',
    },
  },
  words: { Payment: 'sale', Refund: 'return' },
};
test('net sales are the amount, and a refund is a return', () => expectRecipe(ITEMS, EXPECTED));
test.each([
  ['Transaction ID', 'Order ID'],
  ['Customer ID', 'Customer'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(ITEMS, from, to), withColumn(EXPECTED, from, to)));
test('an older file knows no customers', () =>
  expectRecipe(
    `Date,Time,Category,Item,Qty,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Event Type
01/13/16,10:15:00,Tea,Green tea,2,,$10.00,($1.00),$9.00,$0.70,TX1,PAY1,Payment
01/14/16,10:15:00,Ware,Tea cup,1,,$9.00,$0.00,$9.00,$0.70,TX2,PAY2,Payment
01/20/16,10:15:00,Ware,Tea cup,-1,,($9.00),$0.00,($9.00),($0.70),TX3,PAY3,Refund`,
    {
      recipe: 'Square item details',
      roles: {
        transactions: {
          date: 'Date',
          order: 'Transaction ID',
          product: 'Item',
          category: 'Category',
          quantity: 'Qty',
          amount: 'Net Sales',
          document_type: 'Event Type',
        },
      },
      words: { Payment: 'sale', Refund: 'return' },
    },
  ));
test('transactions have a payment on each row', () =>
  expectRecipe(
    `Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Cash,Fees,Net Total,Transaction ID,Payment ID,Card Brand,Event Type,Location,Customer ID,Customer Name
2025-01-03,10:15:00,Eastern Time (US & Canada),$19.00,-$1.00,$0.00,$18.00,$0.00,$1.40,$2.00,$0.00,$21.40,Point of Sale,$21.40,$0.00,-$0.66,$20.74,TX1,PAY1,Visa,Payment,Main,CU1,Ann Lee
2025-01-14,10:15:00,Eastern Time (US & Canada),$30.00,$0.00,$0.00,$30.00,$0.00,$2.10,$0.00,$0.00,$32.10,Point of Sale,$32.10,$0.00,-$0.94,$31.16,TX2,PAY2,Amex,Payment,North,CU2,Bob Ray
2025-01-20,10:15:00,Eastern Time (US & Canada),-$30.00,$0.00,$0.00,-$30.00,$0.00,-$2.10,$0.00,$0.00,-$32.10,Point of Sale,-$32.10,$0.00,$0.94,-$31.16,TX3,PAY3,Amex,Refund,North,CU2,Bob Ray`,
    {
      recipe: 'Square transactions',
      roles: {
        transactions: {
          customer: 'Customer ID',
          date: 'Date',
          order: 'Transaction ID',
          amount: 'Net Sales',
          channel: 'Source',
          department: 'Location',
          document_type: 'Event Type',
        },
      },
      words: { Payment: 'sale', Refund: 'return' },
    },
  ));
