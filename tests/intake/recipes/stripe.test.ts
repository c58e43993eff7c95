import { expect, test } from 'vitest';
import { GENERIC_ORDERS, expectRecipe, renamed, understandText, withColumn, type Expected } from './recipe-files';

const PAYMENTS = `id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Converted Amount,Converted Amount Refunded,Converted Currency,Description,Fee,Refunded date (UTC),Statement Descriptor,Status,Seller Message,Taxes On Fee,Card ID,Card Last4,Card Brand,Card Funding,Customer ID,Customer Description,Customer Email,Invoice ID,Transfer
ch_1,2025-01-03 09:00,19.00,0.00,usd,true,19.00,0.00,usd,Subscription update,0.85,,FJORD,Paid,Payment complete.,0.00,card_1,4242,Visa,credit,cus_a,Ann Lee,ann@example.com,in_1,
ch_2,2025-02-03 09:00,19.00,0.00,usd,false,19.00,0.00,usd,Subscription update,0.00,,FJORD,Failed,The bank declined.,0.00,card_1,4242,Visa,credit,cus_a,Ann Lee,ann@example.com,in_2,
ch_3,2025-02-05 09:00,149.00,49.00,usd,true,149.00,49.00,usd,Subscription update,4.62,2025-02-07 10:00,FJORD,Partially Refunded,Payment complete.,0.00,card_2,1881,Visa,debit,cus_b,Bob Ray,bob@example.com,in_3,
ch_4,2025-03-05 09:00,149.00,149.00,usd,true,149.00,149.00,usd,Subscription update,4.62,2025-03-07 10:00,FJORD,Refunded,Payment complete.,0.00,card_2,1881,Visa,debit,cus_b,Bob Ray,bob@example.com,in_4,
ch_5,2025-03-09 09:00,19.00,0.00,usd,false,19.00,0.00,usd,Subscription update,0.00,,FJORD,Canceled,,0.00,card_3,1111,Amex,credit,cus_c,Cat Roe,cat@example.com,in_5,`;
const PAID: Expected = {
  recipe: 'Stripe payments',
  roles: {
    transactions: {
      customer: 'Customer ID',
      date: 'Created date (UTC)',
      order: 'id',
      amount: 'Amount',
      order_refund: 'Amount Refunded',
      currency: 'Currency',
      status: 'Status',
    },
  },
  words: { Paid: 'sale', Failed: 'no_sale', 'Partially Refunded': 'sale', Refunded: 'void', Canceled: 'no_sale' },
};
test('payments are purchases, but for those that failed', () => expectRecipe(PAYMENTS, PAID));
test.each([
  ['Created date (UTC)', 'Created (UTC)'],
  ['Customer ID', 'Customer'],
  [',Status,', ',Payment Status,'],
])('%s of payments may be called %s', (from, to) =>
  expectRecipe(renamed(PAYMENTS, from, to), withColumn(PAID, from.replaceAll(',', ''), to.replaceAll(',', ''))),
);
test('an older file of payments names customers by e-mail where it has no number', () =>
  expectRecipe(
    `id,Description,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Fee,Tax,Mode,Status,Statement Descriptor,Customer ID,Customer Email,Captured,Card ID,Card Last4,Card Brand
ch_1,Tea,2018-01-03 09:00,19.00,0.00,eur,19.00,0.85,0.00,Live,Paid,FJORD,,ann@example.com,true,card_1,4242,Visa
ch_2,Pot,2018-01-14 09:00,39.00,39.00,eur,39.00,0.85,0.00,Live,Refunded,FJORD,,bob@example.com,true,card_2,1881,Visa
ch_3,Tea,2018-02-03 09:00,19.00,0.00,eur,19.00,0.85,0.00,Live,Paid,FJORD,,ann@example.com,true,card_1,4242,Visa`,
    {
      recipe: 'Stripe payments',
      roles: {
        transactions: {
          customer: 'Customer Email',
          date: 'Created (UTC)',
          order: 'id',
          amount: 'Amount',
          order_refund: 'Amount Refunded',
          currency: 'Currency',
          status: 'Status',
        },
      },
      words: { Paid: 'sale', Refunded: 'void' },
    },
  ));

const SUBSCRIPTIONS = `id,Customer ID,Customer Description,Customer Email,Plan,Quantity,Interval,Product,Amount,Status,Created (UTC),Start (UTC),Current Period Start (UTC),Current Period End (UTC),Trial Start (UTC),Trial End (UTC),Canceled At (UTC),Cancel At Period End,Ended At (UTC)
sub_1,cus_a,Ann Lee,ann@example.com,price_s,1,month,Starter,19.00,canceled,2023-03-28 09:00,2023-03-28 09:00,2023-09-24 09:00,2023-10-24 09:00,,,2023-10-20 09:00,true,2023-10-24 09:00
sub_2,cus_b,Bob Ray,bob@example.com,price_t,1,month,Team,49.00,active,2024-12-27 09:00,2024-12-27 09:00,2025-05-26 09:00,2025-06-26 09:00,,,,false,
sub_3,cus_c,Cat Roe,cat@example.com,price_t,2,month,Team,49.00,active,2024-07-01 09:00,2024-07-01 09:00,2025-05-27 09:00,2025-06-27 09:00,2024-07-01 09:00,2024-07-15 09:00,,false,
sub_4,cus_a,Ann Lee,ann@example.com,price_t,1,year,Team,490.00,active,2024-02-01 09:00,2024-02-01 09:00,2025-02-01 09:00,2026-02-01 09:00,,,,false,`;
const STAYS: Expected = {
  recipe: 'Stripe subscriptions',
  roles: {
    contracts: {
      customer: 'Customer ID',
      start: 'Start (UTC)',
      ended_on: 'Ended At (UTC)',
      fee: 'Amount',
      interval: 'Interval',
    },
    customers: { customer: 'Customer ID', name: 'Customer Description', email: 'Customer Email' },
  },
};
test('subscriptions are contracts that run on until they ended', () => expectRecipe(SUBSCRIPTIONS, STAYS));
test.each([
  ['Start (UTC)', 'Start Date (UTC)'],
  ['Ended At (UTC)', 'Ended (UTC)'],
  ['Customer Description', 'Customer Name'],
])('%s of subscriptions may be called %s', (from, to) =>
  expectRecipe(renamed(SUBSCRIPTIONS, from, to), withColumn(STAYS, from, to)),
);

const INVOICES = `id,Amount Due,Amount Paid,Billing,Currency,Customer,Customer Email,Date (UTC),Due Date (UTC),Number,Paid,Status,Subscription,Subtotal,Total Discount Amount,Tax,Total
in_1,19.00,19.00,charge_automatically,usd,cus_a,ann@example.com,2025-01-03 09:00,,A-0001,true,paid,sub_1,19.00,0.00,0.00,19.00
in_2,53.90,0.00,send_invoice,usd,cus_b,bob@example.com,2025-01-14 09:00,2025-02-13 09:00,B-0001,false,open,sub_2,49.00,4.90,9.80,53.90
in_3,49.00,0.00,send_invoice,usd,cus_b,bob@example.com,2025-02-14 09:00,2025-03-16 09:00,B-0002,false,void,sub_2,49.00,0.00,0.00,49.00
in_4,49.00,0.00,send_invoice,usd,cus_b,bob@example.com,2025-03-14 09:00,2025-04-13 09:00,B-0003,false,uncollectible,sub_2,49.00,0.00,0.00,49.00
in_5,19.00,0.00,charge_automatically,usd,cus_c,cat@example.com,2025-04-03 09:00,,C-0001,false,draft,sub_3,19.00,0.00,0.00,19.00`;
const BILLED: Expected = {
  recipe: 'Stripe invoices',
  roles: {
    transactions: {
      customer: 'Customer',
      date: 'Date (UTC)',
      order: 'Number',
      amount: 'Subtotal',
      order_discount: 'Total Discount Amount',
      currency: 'Currency',
      status: 'Status',
    },
  },
  words: { paid: 'sale', open: 'sale', void: 'no_sale', uncollectible: 'no_sale', draft: 'no_sale' },
};
test('invoices that were sent count without tax, paid or not', () => expectRecipe(INVOICES, BILLED));
test('their date may be called otherwise', () =>
  expectRecipe(renamed(INVOICES, 'Date (UTC)', 'Invoice Date'), withColumn(BILLED, 'Date (UTC)', 'Invoice Date')));
test('a list of orders of no system is none of it', async () =>
  expect((await understandText(GENERIC_ORDERS)).recipe).toBeNull());
