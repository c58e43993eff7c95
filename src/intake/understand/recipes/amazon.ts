import { wordsOf, type Recipe } from '../recipe';

/** One row an amount: only what goods cost and what was given back of it are sales; fees, taxes and shipping are not. */
export const amazonSettlement: Recipe = {
  id: 'amazon_settlement',
  name: 'Amazon settlement report',
  source: 'https://developer-docs.amazon.com/sp-api/docs/settlement-reports-attributes',
  fingerprints: [
    [
      'settlement-id',
      'transaction-type',
      'order-id',
      'marketplace-name',
      'amount-type',
      'amount-description',
      'amount',
      'posted-date',
      'sku',
      'quantity-purchased',
    ],
    [
      'settlement-id',
      'transaction-type',
      'order-id',
      'marketplace-name',
      'price-type',
      'price-amount',
      'item-related-fee-type',
      'posted-date',
      'sku',
      'quantity-purchased',
    ],
  ],
  roles: {
    transactions: {
      date: ['posted-date'],
      order: ['order-id'],
      product: ['sku'],
      quantity: ['quantity-purchased'],
      amount: ['amount', 'price-amount'],
      currency: ['currency'],
      channel: ['marketplace-name'],
      document_type: ['transaction-type'],
      status: ['amount-type'],
      cancelled: ['amount-description', 'price-type'],
    },
  },
  ignored: [
    'total-amount',
    'settlement-start-date',
    'settlement-end-date',
    'deposit-date',
    'posted-date-time',
    'merchant-order-id',
    'shipment-id',
    'adjustment-id',
  ],
  context: 'payment',
  words: {
    document_type: wordsOf({ sale: 'Order', return: 'Refund|Chargeback Refund|A-to-z Guarantee Refund' }, 'no_sale'),
    status: wordsOf({ sale: 'ItemPrice' }, 'no_sale'),
    cancelled: wordsOf({ sale: 'Principal' }, 'no_sale'),
  },
};
