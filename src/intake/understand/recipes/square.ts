import { wordsOf, type Recipe } from '../recipe';

const words = { document_type: wordsOf({ sale: 'Payment|Sale|Exchange', return: 'Refund' }) };

/** One row an item; net sales are what is left after discounts, without tax and tips. */
export const squareItems: Recipe = {
  id: 'square_items',
  name: 'Square item details',
  source: 'https://squareup.com/help/us/en/article/5072',
  fingerprints: [
    ['Date', 'Time', 'Category', 'Item', 'Qty', 'Price Point Name', 'Modifiers Applied', 'Net Sales', 'Transaction ID'],
    ['Date', 'Time', 'Category', 'Item', 'Qty', 'Modifiers Applied', 'Gross Sales', 'Net Sales', 'Transaction ID'],
  ],
  roles: {
    transactions: {
      customer: ['Customer ID', 'Customer Reference ID', 'Customer Name'],
      date: ['Date'],
      order: ['Transaction ID', 'Payment ID'],
      product: ['Item'],
      category: ['Category'],
      quantity: ['Qty'],
      amount: ['Net Sales'],
      channel: ['Channel'],
      department: ['Location'],
      document_type: ['Event Type'],
    },
  },
  secondBest: ['Customer Reference ID', 'Customer Name', 'Payment ID'],
  ignored: [
    'Gross Sales',
    'Product Sales',
    'Discounts',
    'Tax',
    'Commission',
    'Price Point Name',
    'SKU',
    'Count',
    'Unit',
    'Employee',
    'Details',
  ],
  words,
};

/** One row a payment or refund. */
export const squareTransactions: Recipe = {
  id: 'square_transactions',
  name: 'Square transactions',
  source: 'https://squareup.com/help/us/en/article/5072',
  fingerprints: [
    ['Date', 'Time', 'Gross Sales', 'Discounts', 'Net Sales', 'Tip', 'Total Collected', 'Net Total', 'Transaction ID'],
  ],
  roles: {
    transactions: {
      customer: ['Customer ID', 'Customer Reference ID', 'Customer Name'],
      date: ['Date'],
      order: ['Transaction ID', 'Payment ID'],
      amount: ['Net Sales'],
      channel: ['Source'],
      department: ['Location'],
      document_type: ['Event Type'],
    },
  },
  secondBest: ['Customer Reference ID', 'Customer Name', 'Payment ID'],
  ignored: [
    'Gross Sales',
    'Discounts',
    'Service Charges',
    'Gift Card Sales',
    'Tax',
    'Tip',
    'Partial Refunds',
    'Total Collected',
    'Fees',
    'Net Total',
    'Card',
    'Cash',
    'Description',
    'Details',
    'Deposit ID',
    'Deposit Date',
  ],
  words,
};
