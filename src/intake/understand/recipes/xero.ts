import { wordsOf, type Recipe } from '../recipe';

/** One row an item of an invoice or credit note. An invoice that waits for its payment has been sold. */
export const xeroInvoices: Recipe = {
  id: 'xero_invoices',
  name: 'Xero invoices',
  source: 'https://central.xero.com/s/article/Export-invoices-and-bills',
  fingerprints: [
    [
      'ContactName',
      'EmailAddress',
      'POAddressLine1',
      'InvoiceNumber',
      'InvoiceDate',
      'DueDate',
      'Description',
      'Quantity',
      'UnitAmount',
      'AccountCode',
      'TaxType',
    ],
  ],
  roles: {
    transactions: {
      customer: ['ContactName', 'EmailAddress'],
      date: ['InvoiceDate'],
      order: ['InvoiceNumber'],
      product: ['Description', 'InventoryItemCode'],
      quantity: ['Quantity'],
      unit_price: ['UnitAmount'],
      discount: ['Discount'],
      amount: ['LineAmount'],
      currency: ['Currency'],
      document_type: ['Type'],
      status: ['Status'],
    },
  },
  secondBest: ['EmailAddress', 'InventoryItemCode'],
  ignored: [
    'Total',
    'TaxTotal',
    'TaxAmount',
    'InvoiceAmountPaid',
    'InvoiceAmountDue',
    'DueDate',
    'PlannedDate',
    'AccountCode',
    'TaxType',
    'Sent',
    'Reference',
  ],
  context: 'order',
  words: {
    document_type: wordsOf({
      sale: 'Sales invoice|ACCREC|Invoice',
      return: 'Sales credit note|ACCRECCREDIT|Credit note',
      no_sale: 'Bill|ACCPAY|Bill credit note|ACCPAYCREDIT',
    }),
    status: wordsOf({
      sale: 'Paid|Awaiting Payment|Authorised',
      no_sale: 'Draft|Submitted|Awaiting Approval|Voided|Deleted',
    }),
  },
  details: { 'transactions.discount': { as: 'share' } },
};
