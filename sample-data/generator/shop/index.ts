import type { CatalogEntry, Company } from '../output';
import { runShop } from './company';
import { shopFiles } from './files';
import { shopTruth } from './truth';

const CATALOG: CatalogEntry = {
  id: 'shop',
  name: 'Fennel & Finch',
  sentence: 'A homeware and garden shop in its third year, with a shop window, a web shop and a newsletter.',
  files: [
    { path: 'sales.csv', role: 'transactions' },
    { path: 'customers.xlsx', role: 'customers', sheet: 'Customers' },
    { path: 'touches.csv', role: 'interactions' },
    { path: 'marketing-spend.csv', role: 'spend' },
    { path: 'survey.csv', role: 'surveys' },
    { path: 'targets.csv', role: 'targets' },
  ],
  mapping: {
    transactions: {
      order: 'Order ID',
      date: 'Order Date',
      customer: 'Customer ID',
      product: 'Product',
      category: 'Category',
      quantity: 'Qty',
      unit_price: 'Unit Price',
      discount: 'Discount',
      amount: 'Amount',
      cost: 'Cost',
      currency: 'Currency',
      channel: 'Sales Channel',
    },
    customers: {
      customer: 'Customer ID',
      name: 'Name',
      email: 'E-mail',
      postcode: 'Postcode',
      city: 'City',
      region: 'Region',
      segment: 'Segment',
      acquired_on: 'Acquired On',
      channel: 'Acquisition Channel',
      aware_on: 'First Seen',
      understands_on: 'Newsletter Sign-up',
      considers_on: 'Account Opened',
      pre_sale_on: 'Basket Started',
      evaluates_on: 'Checkout Opened',
    },
    interactions: {
      customer: 'Customer ID',
      date: 'Date',
      channel: 'Channel',
      campaign: 'Campaign',
    },
    spend: { date: 'Month', channel: 'Channel', amount: 'Spend' },
    surveys: { customer: 'Customer ID', date: 'Answered On', score: 'Score', comment: 'Comment' },
    targets: { stage: 'Stage', level: 'Level', metric: 'Metric', target: 'Target', owner: 'Owner' },
  },
};

export function makeShop(): Company {
  const shop = runShop();
  return { catalog: CATALOG, files: shopFiles(shop), truth: shopTruth(shop) };
}
