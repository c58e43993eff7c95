import { wordsOf, type Recipe } from '../recipe';

/** One row a subscription. */
export const chargebeeSubscriptions: Recipe = {
  id: 'chargebee_subscriptions',
  name: 'Chargebee subscriptions',
  source: 'https://apidocs.chargebee.com/docs/api/subscriptions',
  fingerprints: [
    [
      'subscriptions.id',
      'subscriptions.plan_id',
      'subscriptions.status',
      'subscriptions.current_term_start',
      'subscriptions.current_term_end',
      'subscriptions.cancelled_at',
      'customers.id',
    ],
    ['Subscription Id', 'Customer Id', 'Plan Id', 'Status', 'Current Term Start', 'Current Term End', 'Cancelled At'],
  ],
  roles: {
    contracts: {
      customer: ['customers.id', 'subscriptions.customer_id', 'Customer Id'],
      start: [
        'subscriptions.started_at',
        'subscriptions.activated_at',
        'subscriptions.created_at',
        'Started At',
        'Activated At',
        'Created At',
      ],
      ended_on: ['subscriptions.cancelled_at', 'Cancelled At'],
      fee: ['subscriptions.plan_amount', 'subscriptions.plan_unit_price', 'Plan Amount', 'Plan Unit Price'],
      interval: ['subscriptions.billing_period_unit', 'Billing Period Unit'],
      reason: ['subscriptions.cancel_reason_code', 'subscriptions.cancel_reason', 'Cancel Reason'],
    },
    customers: {
      customer: ['customers.id', 'subscriptions.customer_id', 'Customer Id'],
      email: ['customers.email', 'Customer Email'],
      company: ['customers.company', 'Customer Company'],
    },
  },
  ignored: [
    'subscriptions.current_term_start',
    'subscriptions.current_term_end',
    'Current Term Start',
    'Current Term End',
    'subscriptions.status',
    'Status',
    'subscriptions.trial_start',
    'subscriptions.trial_end',
    'subscriptions.next_billing_at',
    'subscriptions.mrr',
    'MRR',
  ],
};

/** One row an invoice. */
export const chargebeeInvoices: Recipe = {
  id: 'chargebee_invoices',
  name: 'Chargebee invoices',
  source: 'https://apidocs.chargebee.com/docs/api/invoices',
  fingerprints: [
    ['invoices.id', 'invoices.date', 'invoices.status', 'invoices.total', 'invoices.amount_paid', 'customers.id'],
    ['Invoice Number', 'Customer Id', 'Subscription Id', 'Invoice Date', 'Amount', 'Status', 'Amount Due'],
  ],
  roles: {
    transactions: {
      customer: ['customers.id', 'invoices.customer_id', 'Customer Id'],
      date: ['invoices.date', 'Invoice Date'],
      order: ['invoices.id', 'Invoice Number'],
      amount: ['invoices.sub_total', 'Sub Total', 'invoices.total', 'Amount'],
      currency: ['invoices.currency_code', 'Currency'],
      status: ['invoices.status', 'Status'],
    },
  },
  ignored: [
    'invoices.amount_paid',
    'invoices.amount_due',
    'invoices.tax',
    'invoices.due_date',
    'invoices.paid_at',
    'Amount Due',
    'Amount Paid',
    'Tax',
    'Subscription Id',
    'Due Date',
    'Paid On',
  ],
  context: 'payment',
  words: {
    status: wordsOf({ sale: 'paid|payment due|posted', no_sale: 'voided|void|pending|not paid' }),
  },
};
