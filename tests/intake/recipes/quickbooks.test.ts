import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const SALES = `Customer,Date,Transaction Type,Num,Product/Service,Memo/Description,Qty,Sales Price,Amount,Balance
Blue Cafe,01/13/2025,Invoice,1000,Beans,Beans 1 kg,1,25.50,25.50,25.50
Blue Cafe,02/11/2025,Invoice,1001,Beans,Beans 1 kg,2,25.50,51.00,76.50
Blue Cafe,02/12/2025,Credit Memo,1002,Beans,Beans 1 kg,-1,25.50,-25.50,51.00
Red Inn,03/13/2025,Sales Receipt,1003,Grinder,,1,102.00,102.00,102.00
Red Inn,03/15/2025,Estimate,1004,Grinder,,1,102.00,102.00,204.00`;
const EXPECTED: Expected = {
  recipe: 'QuickBooks sales by customer',
  roles: {
    transactions: {
      customer: 'Customer',
      date: 'Date',
      order: 'Num',
      product: 'Product/Service',
      quantity: 'Qty',
      amount: 'Amount',
      document_type: 'Transaction Type',
    },
  },
  words: { Invoice: 'sale', 'Credit Memo': 'return', 'Sales Receipt': 'sale', Estimate: 'no_sale' },
};
test('invoices and receipts are sales, credit memos returns', () => expectRecipe(SALES, EXPECTED));
test('the number may be called otherwise', () =>
  expectRecipe(renamed(SALES, 'Num', 'Invoice No'), withColumn(EXPECTED, 'Num', 'Invoice No')));
test('the newer headers are longer', () =>
  expectRecipe(
    `Customer full name,Transaction date,Transaction type,Num,Product/Service full name,Memo/Description,Quantity,Sales price,Amount,Balance
Blue Cafe,01/13/2025,Invoice,1000,Beans,Beans 1 kg,1,25.50,25.50,25.50
Blue Cafe,02/11/2025,Invoice,1001,Beans,Beans 1 kg,2,25.50,51.00,76.50
Red Inn,03/13/2025,Refund,1003,Grinder,,-1,102.00,-102.00,102.00`,
    {
      recipe: 'QuickBooks sales by customer',
      roles: {
        transactions: {
          customer: 'Customer full name',
          date: 'Transaction date',
          order: 'Num',
          product: 'Product/Service full name',
          quantity: 'Quantity',
          amount: 'Amount',
          document_type: 'Transaction type',
        },
      },
      words: { Invoice: 'sale', Refund: 'return' },
    },
  ));
test('the desktop program has the type first', () =>
  expectRecipe(
    `Type,Date,Num,Memo,Name,Item,Qty,Sales Price,Amount,Balance
Invoice,01/13/2015,1000,Beans 1 kg,Blue Cafe,Beans,1,25.50,25.50,25.50
Invoice,02/11/2015,1001,Beans 1 kg,Blue Cafe,Beans,2,25.50,51.00,76.50
Credit Memo,03/13/2015,1003,,Red Inn,Grinder,-1,102.00,-102.00,-102.00`,
    {
      recipe: 'QuickBooks sales by customer',
      roles: {
        transactions: {
          customer: 'Name',
          date: 'Date',
          order: 'Num',
          product: 'Item',
          quantity: 'Qty',
          amount: 'Amount',
          document_type: 'Type',
        },
      },
      words: { Invoice: 'sale', 'Credit Memo': 'return' },
    },
  ));
