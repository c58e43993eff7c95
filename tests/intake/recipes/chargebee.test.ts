import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const SUBSCRIPTIONS = `subscriptions.id,subscriptions.plan_id,subscriptions.plan_quantity,subscriptions.plan_unit_price,subscriptions.billing_period,subscriptions.billing_period_unit,subscriptions.status,subscriptions.trial_start,subscriptions.trial_end,subscriptions.current_term_start,subscriptions.current_term_end,subscriptions.created_at,subscriptions.started_at,subscriptions.activated_at,subscriptions.cancelled_at,subscriptions.cancel_reason,customers.id,customers.first_name,customers.last_name,customers.email,customers.company
S1,team,1,49.00,1,month,Cancelled,,,2024-05-03 10:00:00,2024-06-03 10:00:00,2024-01-03 10:00:00,2024-01-03 10:00:00,2024-01-03 10:00:00,2024-06-03 10:00:00,not_paid,C1,Ann,Lee,ann@example.com,Lee Ltd
S2,team,1,49.00,1,month,Active,,,2025-05-13 10:00:00,2025-06-13 10:00:00,2024-02-13 10:00:00,2024-02-13 10:00:00,2024-02-13 10:00:00,,,C2,Bob,Ray,bob@example.com,
S3,pro,1,990.00,1,year,Active,,,2025-03-14 10:00:00,2026-03-14 10:00:00,2024-03-14 10:00:00,2024-03-14 10:00:00,2024-03-14 10:00:00,,,C1,Ann,Lee,ann@example.com,Lee Ltd`;
const STAYS: Expected = {
  recipe: 'Chargebee subscriptions',
  roles: {
    contracts: {
      customer: 'customers.id',
      start: 'subscriptions.started_at',
      ended_on: 'subscriptions.cancelled_at',
      fee: 'subscriptions.plan_unit_price',
      interval: 'subscriptions.billing_period_unit',
      reason: 'subscriptions.cancel_reason',
    },
    customers: {
      customer: 'customers.id',
      name: 'customers.first_name + customers.last_name',
      email: 'customers.email',
      company: 'customers.company',
    },
  },
};
test('subscriptions are contracts that run on until they are cancelled', () => expectRecipe(SUBSCRIPTIONS, STAYS));
test('the start may be called otherwise', () =>
  expectRecipe(
    renamed(SUBSCRIPTIONS, 'subscriptions.started_at', 'start date'),
    withColumn(STAYS, 'subscriptions.started_at', 'subscriptions.activated_at'),
  ));
test('the headers in words', () =>
  expectRecipe(
    `Subscription Id,Customer Id,Plan Id,Status,Created At,Started At,Current Term Start,Current Term End,Cancelled At,Customer Email
S1,C1,team,Cancelled,2018-01-03 10:00:00,2018-01-03 10:00:00,2018-05-03 10:00:00,2018-06-03 10:00:00,2018-06-03 10:00:00,ann@example.com
S2,C2,team,Active,2018-02-13 10:00:00,2018-02-13 10:00:00,2019-05-13 10:00:00,2019-06-13 10:00:00,,bob@example.com
S3,C3,pro,Active,2018-03-14 10:00:00,2018-03-14 10:00:00,2019-03-14 10:00:00,2020-03-14 10:00:00,,cat@example.com`,
    {
      recipe: 'Chargebee subscriptions',
      roles: {
        contracts: { customer: 'Customer Id', start: 'Started At', ended_on: 'Cancelled At' },
        customers: { customer: 'Customer Id', email: 'Customer Email' },
      },
    },
  ));
test('invoices that were posted count, paid or not', () =>
  expectRecipe(
    `invoices.id,invoices.date,invoices.status,invoices.sub_total,invoices.tax,invoices.total,invoices.amount_paid,invoices.amount_due,invoices.currency_code,customers.id
1,2025-01-03 10:00:00,Paid,49.00,9.80,58.80,58.80,0.00,EUR,C1
2,2025-01-14 10:00:00,Payment Due,49.00,9.80,58.80,0.00,58.80,EUR,C2
3,2025-02-03 10:00:00,Voided,49.00,9.80,58.80,0.00,0.00,EUR,C1
4,2025-02-14 10:00:00,Not Paid,49.00,9.80,58.80,0.00,58.80,EUR,C2`,
    {
      recipe: 'Chargebee invoices',
      roles: {
        transactions: {
          customer: 'customers.id',
          date: 'invoices.date',
          order: 'invoices.id',
          amount: 'invoices.sub_total',
          currency: 'invoices.currency_code',
          status: 'invoices.status',
        },
      },
      words: { Paid: 'sale', 'Payment Due': 'sale', Voided: 'no_sale', 'Not Paid': 'no_sale' },
    },
  ));
