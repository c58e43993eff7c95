import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const ITEMS = `Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship Name,Ship City,Ship Country,Order ID,Variations,Order Type,Listings Type,Payment Type,InPerson Discount,InPerson Location,VAT Paid by Buyer,SKU
03/09/25,Fox card,coolbuyer42,2,5.00,,,0.00,0.00,4.50,0.62,10.00,EUR,4001,9001,03/09/25,03/10/25,Jane Doe,Austin,United States,501,,online,listing,online_cc,,,0.00,FC
03/09/25,Owl card,coolbuyer42,1,5.00,,,0.00,0.00,4.50,0.62,5.00,EUR,4002,9002,03/09/25,03/10/25,Jane Doe,Austin,United States,501,,online,listing,online_cc,,,0.00,OC
04/05/25,Mug,annlee (Ann),1,34.00,SPRING,SPRING - %10.00,3.40,0.00,8.00,0.00,30.60,EUR,4003,9003,04/05/25,,Ann Lee,Kamloops,Canada,502,,online,listing,online_cc,,,0.00,MU
05/06/25,Mug,coolbuyer42,1,34.00,,,0.00,0.00,8.00,0.00,34.00,EUR,4004,9003,05/06/25,,Jane Doe,Austin,United States,503,,inperson,listing,online_cc,,,0.00,MU`;
const EXPECTED: Expected = {
  recipe: 'Etsy sold order items',
  roles: {
    transactions: {
      customer: 'Buyer',
      date: 'Sale Date',
      order: 'Order ID',
      product: 'Item Name',
      quantity: 'Quantity',
      unit_price: 'Price',
      discount: 'Discount Amount',
      currency: 'Currency',
      channel: 'Order Type',
    },
  },
};
test('items have a price, money off, and the month first', () => expectRecipe(ITEMS, EXPECTED));
test.each([
  ['Sale Date', 'Order Date'],
  ['Buyer', 'Buyer ID'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(ITEMS, from, to), withColumn(EXPECTED, from, to)));
test('an older file has fewer columns', () =>
  expectRecipe(
    `Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Order Shipping,Item Total,Currency,Transaction ID,Listing ID,Date Shipped,Order ID
03/14/16,Fox card,coolbuyer42,2,5.00,,0.00,4.50,10.00,USD,401,901,03/15/16,51
03/20/16,Mug,annlee,1,34.00,TEN,3.40,8.00,30.60,USD,402,902,03/21/16,52
04/20/16,Mug,coolbuyer42,1,34.00,,0.00,8.00,34.00,USD,403,902,04/21/16,53`,
    {
      recipe: 'Etsy sold order items',
      roles: {
        transactions: {
          customer: 'Buyer',
          date: 'Sale Date',
          order: 'Order ID',
          product: 'Item Name',
          quantity: 'Quantity',
          unit_price: 'Price',
          discount: 'Discount Amount',
          currency: 'Currency',
        },
      },
    },
  ));
