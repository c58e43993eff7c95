import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const DEALS = `Record Id,Deal Owner.id,Deal Owner,Deal Name,Amount,Closing Date,Account Name.id,Account Name,Stage,Type,Probability (%),Expected Revenue,Lead Source,Contact Name.id,Contact Name,Created Time,Modified Time,Reason For Loss
zcrm_1,zcrm_u1,Dana Moss,Jones deal,12000,2025-02-13,zcrm_a1,Jones Inc,Closed Won,New Business,100,12000,Web,zcrm_c1,Kate Jones,2025-01-04 10:00:00,2025-02-13 10:00:00,
zcrm_2,zcrm_u1,Dana Moss,Berg deal,1200,2025-02-23,zcrm_a2,Berg SA,Closed Lost,New Business,0,0,Partner,zcrm_c2,Mona Berg,2025-02-03 10:00:00,2025-02-23 10:00:00,Price
zcrm_3,zcrm_u2,Leo Hart,Smith deal,5000,2025-06-30,zcrm_a3,Smith Ltd,Negotiation/Review,New Business,90,4500,Web,zcrm_c3,Ben Smith,2025-05-01 10:00:00,2025-05-13 10:00:00,
zcrm_4,zcrm_u2,Leo Hart,Roe deal,800,2025-06-14,zcrm_a4,Roe KG,Closed Lost to Competition,New Business,0,0,Web,zcrm_c4,Cat Roe,2025-05-20 10:00:00,2025-06-14 10:00:00,Competitor`;
const WON: Expected = {
  recipe: 'Zoho CRM deals',
  roles: {
    deals: {
      deal: 'Record Id',
      customer: 'Contact Name.id',
      company: 'Account Name.id',
      opened: 'Created Time',
      closed: 'Closing Date',
      stage: 'Stage',
      amount: 'Amount',
      owner: 'Deal Owner',
      channel: 'Lead Source',
      reason: 'Reason For Loss',
    },
    transactions: {
      customer: 'Contact Name.id',
      date: 'Closing Date',
      order: 'Record Id',
      amount: 'Amount',
      channel: 'Lead Source',
      status: 'Stage',
    },
  },
  words: {
    'Closed Won': 'sale',
    'Closed Lost': 'no_sale',
    'Negotiation/Review': 'no_sale',
    'Closed Lost to Competition': 'no_sale',
  },
};
test('deals are of contacts', () => expectRecipe(DEALS, WON));
test('the closing date may be called otherwise', () =>
  expectRecipe(renamed(DEALS, 'Closing Date', 'Close Date'), withColumn(WON, 'Closing Date', 'Close Date')));
test('an older file calls a deal a potential', () =>
  expectRecipe(
    `Record Id,Potential Owner,Potential Name,Amount,Closing Date,Account Name,Stage,Contact Name,Created Time
zcrm_1,Dana Moss,Jones deal,12000,2015-02-13,Jones Inc,Closed Won,Kate Jones,2015-01-04 10:00:00
zcrm_2,Dana Moss,Berg deal,1200,2015-02-23,Berg SA,Closed Lost,Mona Berg,2015-02-03 10:00:00
zcrm_3,Leo Hart,Smith deal,5000,2015-06-30,Smith Ltd,Qualification,Ben Smith,2015-05-01 10:00:00`,
    {
      recipe: 'Zoho CRM deals',
      roles: {
        deals: {
          deal: 'Record Id',
          customer: 'Contact Name',
          company: 'Account Name',
          opened: 'Created Time',
          closed: 'Closing Date',
          stage: 'Stage',
          amount: 'Amount',
          owner: 'Potential Owner',
        },
        transactions: {
          customer: 'Contact Name',
          date: 'Closing Date',
          order: 'Record Id',
          amount: 'Amount',
          status: 'Stage',
        },
      },
      words: { 'Closed Won': 'sale', 'Closed Lost': 'no_sale', Qualification: 'no_sale' },
    },
  ));

const INVOICES = `Invoice Date,Invoice ID,Invoice Number,Invoice Status,Customer ID,Customer Name,Due Date,Currency Code,Exchange Rate,Item Name,SKU,Item Desc,Quantity,Discount,Discount Amount,Item Price,Item Total,Item Tax Amount,SubTotal,Total,Balance,Entity Discount Amount
2025-01-03,9001,INV-1,Closed,C1,Jones Inc,2025-02-02,USD,1.00,Tea,T,,2,0,0,6.00,12.00,1.20,42.00,46.20,0.00,0.00
2025-01-03,9001,INV-1,Closed,C1,Jones Inc,2025-02-02,USD,1.00,Pot,P,,1,0,0,30.00,30.00,3.00,42.00,46.20,0.00,0.00
2025-01-14,9002,INV-2,Overdue,C2,Berg SA,2025-02-13,USD,1.00,Pot,P,,1,10,3.00,30.00,27.00,2.70,27.00,29.70,29.70,0.00
2025-02-03,9003,INV-3,Draft,C2,Berg SA,2025-03-05,USD,1.00,Pot,P,,1,0,0,30.00,30.00,3.00,30.00,33.00,33.00,0.00
2025-02-13,9004,INV-4,Void,C3,Smith Ltd,2025-03-15,USD,1.00,Tea,T,,1,0,0,6.00,6.00,0.60,6.00,6.60,0.00,0.00`;
const BILLED: Expected = {
  recipe: 'Zoho invoices',
  roles: {
    transactions: {
      customer: 'Customer ID',
      date: 'Invoice Date',
      order: 'Invoice Number',
      product: 'Item Name',
      quantity: 'Quantity',
      amount: 'Item Total',
      order_discount: 'Entity Discount Amount',
      currency: 'Currency Code',
      status: 'Invoice Status',
    },
  },
  words: { Closed: 'sale', Overdue: 'sale', Draft: 'no_sale', Void: 'no_sale' },
};
test('invoices that were sent count, paid or not', () => expectRecipe(INVOICES, BILLED));
test('the total of an item may be called otherwise', () =>
  expectRecipe(renamed(INVOICES, 'Item Total', 'Line Total'), withColumn(BILLED, 'Item Total', 'Line Total')));
