import { wordsOf, type Recipe } from '../recipe';

/** One row a payment. */
export const stripePayments: Recipe = {
  id: 'stripe_payments',
  name: 'Stripe payments',
  source: 'https://support.stripe.com/questions/exporting-payment-reports',
  fingerprints: [
    ['id', 'Amount', 'Amount Refunded', 'Currency', 'Captured', 'Statement Descriptor', 'Status', 'Seller Message'],
    ['id', 'Created (UTC)', 'Amount', 'Amount Refunded', 'Currency', 'Converted Amount', 'Card Brand', 'Status'],
  ],
  roles: {
    transactions: {
      customer: ['Customer ID', 'Customer Email', 'Card Name'],
      date: ['Created date (UTC)', 'Created (UTC)', 'Created'],
      order: ['id', 'PaymentIntent ID'],
      amount: ['Amount'],
      order_refund: ['Amount Refunded'],
      currency: ['Currency'],
      status: ['Status'],
    },
  },
  secondBest: ['Customer Email', 'Card Name'],
  ignored: [
    'Converted Amount',
    'Converted Amount Refunded',
    'Converted Currency',
    'Fee',
    'Taxes On Fee',
    'Tax',
    'Refunded date (UTC)',
    'Invoice ID',
    'Transfer',
    'Description',
    'Card ID',
    'Card Last4',
    'Captured',
    'Payment Source Type',
    'Customer Description',
  ],
  context: 'payment',
  words: { status: wordsOf({ sale: 'paid|succeeded|partially refunded|partially_refunded' }) },
};

/** One row a subscription. Period and trial are not agreed terms: the subscription runs on. */
export const stripeSubscriptions: Recipe = {
  id: 'stripe_subscriptions',
  name: 'Stripe subscriptions',
  source: 'https://docs.stripe.com/billing/subscriptions/overview',
  fingerprints: [
    [
      'id',
      'Customer ID',
      'Plan',
      'Quantity',
      'Interval',
      'Amount',
      'Status',
      'Created (UTC)',
      'Current Period Start (UTC)',
      'Current Period End (UTC)',
    ],
  ],
  roles: {
    contracts: {
      customer: ['Customer ID', 'Customer Email'],
      start: ['Start (UTC)', 'Start Date (UTC)', 'Created (UTC)'],
      ended_on: ['Ended At (UTC)'],
      fee: ['Amount'],
      interval: ['Interval'],
      reason: ['Cancellation Reason', 'Cancelation Reason'],
    },
    customers: {
      customer: ['Customer ID', 'Customer Email'],
      name: ['Customer Name', 'Customer Description'],
      email: ['Customer Email'],
    },
  },
  ignored: [
    'Current Period Start (UTC)',
    'Current Period End (UTC)',
    'Trial Start (UTC)',
    'Trial End (UTC)',
    'Canceled At (UTC)',
    'Cancel At Period End',
    'Status',
    'Quantity',
    'id',
  ],
};

/** One row an invoice. What was finalised and is not called off has been sold, whether it is paid yet or not. */
export const stripeInvoices: Recipe = {
  id: 'stripe_invoices',
  name: 'Stripe invoices',
  source: 'https://docs.stripe.com/invoicing/overview',
  fingerprints: [
    ['id', 'Amount Due', 'Billing', 'Closed', 'Currency', 'Customer', 'Date (UTC)', 'Number', 'Paid', 'Subtotal'],
    ['id', 'Amount Due', 'Amount Paid', 'Currency', 'Customer', 'Date (UTC)', 'Number', 'Status', 'Subtotal', 'Total'],
  ],
  roles: {
    transactions: {
      customer: ['Customer', 'Customer Email'],
      date: ['Date (UTC)', 'Finalized At (UTC)', 'Created (UTC)'],
      order: ['Number', 'id'],
      amount: ['Subtotal', 'Total Excluding Tax'],
      order_discount: ['Total Discount Amount'],
      currency: ['Currency'],
      status: ['Status'],
    },
  },
  ignored: [
    'Total',
    'Tax',
    'Tax Percent',
    'Amount Due',
    'Amount Paid',
    'Amount Remaining',
    'Ending Balance',
    'Starting Balance',
    'Application Fee',
    'Minimum Line Item Period Start (UTC)',
    'Maximum Line Item Period End (UTC)',
    'Due Date (UTC)',
    'Charge',
    'Subscription',
  ],
  context: 'payment',
  words: { status: wordsOf({ sale: 'paid|open|past due', no_sale: 'draft|void|voided|uncollectible|deleted' }) },
};
