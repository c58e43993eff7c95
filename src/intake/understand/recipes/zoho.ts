import { wordsOf, type Recipe } from '../recipe';

/** One row a deal. */
export const zohoDeals: Recipe = {
  id: 'zoho_deals',
  name: 'Zoho CRM deals',
  source: 'https://help.zoho.com/portal/en/kb/crm/data-administration/export-data/articles/export-data',
  fingerprints: [
    ['Record Id', 'Deal Owner', 'Deal Name', 'Amount', 'Closing Date', 'Account Name', 'Stage', 'Contact Name'],
    [
      'Record Id',
      'Potential Owner',
      'Potential Name',
      'Amount',
      'Closing Date',
      'Account Name',
      'Stage',
      'Contact Name',
    ],
  ],
  roles: {
    deals: {
      deal: ['Record Id', 'Deal Name', 'Potential Name'],
      customer: ['Contact Name.id', 'Contact Name'],
      company: ['Account Name.id', 'Account Name'],
      opened: ['Created Time'],
      closed: ['Closing Date'],
      stage: ['Stage'],
      amount: ['Amount'],
      owner: ['Deal Owner', 'Potential Owner'],
      channel: ['Lead Source'],
      reason: ['Reason For Loss', 'Reason For Loss__s', 'Lost Reason'],
    },
  },
  secondBest: ['Deal Name', 'Potential Name', 'Contact Name', 'Account Name'],
  ignored: ['Expected Revenue', 'Probability (%)', 'Modified Time', 'Type', 'Deal Owner.id', 'Campaign Source'],
  context: 'deal',
  words: { status: wordsOf({ no_sale: 'Closed Lost to Competition|Closed-Lost to Competition' }) },
};

/** One row an item of an invoice, with the invoice's fields on every row. */
export const zohoInvoices: Recipe = {
  id: 'zoho_invoices',
  name: 'Zoho invoices',
  source: 'https://www.zoho.com/us/invoice/help/import-export/',
  fingerprints: [
    [
      'Invoice Date',
      'Invoice ID',
      'Invoice Number',
      'Invoice Status',
      'Customer Name',
      'Item Name',
      'Quantity',
      'Item Price',
      'Item Total',
    ],
  ],
  roles: {
    transactions: {
      customer: ['Customer ID', 'Customer Name'],
      date: ['Invoice Date'],
      order: ['Invoice Number', 'Invoice ID'],
      product: ['Item Name'],
      category: ['Category Name'],
      quantity: ['Quantity'],
      amount: ['Item Total'],
      order_discount: ['Entity Discount Amount'],
      currency: ['Currency Code'],
      status: ['Invoice Status'],
    },
  },
  secondBest: ['Customer Name', 'Invoice ID'],
  ignored: [
    'SubTotal',
    'Total',
    'Balance',
    'Item Price',
    'Discount',
    'Discount Amount',
    'Item Tax',
    'Item Tax Amount',
    'Shipping Charge',
    'Adjustment',
    'Due Date',
    'Last Payment Date',
    'Item Desc',
    'SKU',
    'Exchange Rate',
    'Entity Discount Percent',
  ],
  context: 'order',
  words: {
    status: wordsOf({
      sale: 'sent|viewed|overdue|paid|closed|partially paid|unpaid',
      no_sale: 'draft|void|pending approval',
    }),
  },
};
