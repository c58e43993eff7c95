import { wordsOf, type Recipe } from '../recipe';

/** One row an item: the report of sales by customer, whose customers may stand on lines of their own above their rows. */
export const quickBooksSales: Recipe = {
  id: 'quickbooks_sales',
  name: 'QuickBooks sales by customer',
  source: 'https://quickbooks.intuit.com/learn-support/en-us/help-article/sales-reports/run-report/L0gF6Vv9E_US_en_US',
  fingerprints: [
    [
      'Date',
      'Transaction Type',
      'Num',
      'Product/Service',
      'Memo/Description',
      'Qty',
      'Sales Price',
      'Amount',
      'Balance',
    ],
    [
      'Transaction date',
      'Transaction type',
      'Num',
      'Product/Service full name',
      'Memo/Description',
      'Quantity',
      'Sales price',
      'Amount',
      'Balance',
    ],
    ['Type', 'Date', 'Num', 'Memo', 'Name', 'Item', 'Qty', 'Sales Price', 'Amount', 'Balance'],
  ],
  roles: {
    transactions: {
      customer: ['Customer', 'Customer full name', 'Name', 'Client'],
      date: ['Date', 'Transaction date'],
      order: ['Num'],
      product: ['Product/Service', 'Product/Service full name', 'Item'],
      quantity: ['Qty', 'Quantity'],
      amount: ['Amount'],
      document_type: ['Transaction Type', 'Type'],
    },
  },
  ignored: ['Balance', 'Memo/Description', 'Memo', 'Sales Price'],
  words: {
    document_type: wordsOf({
      sale: 'Invoice|Sales Receipt|Charge|Statement Charge',
      return: 'Credit Memo|Refund|Refund Receipt|Credit Refund',
      no_sale: 'Estimate|Payment|Sales Order|Deposit|Time Charge|Journal Entry',
    }),
  },
};
