import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'vitest';
import { guessRolesOf } from '../../../src/intake/load/choose-roles';
import { shapeBrought } from '../../../src/intake/load/shape-brought';
import { tellUnderstood } from '../../../src/intake/load/understood';
import { withWonDeals } from '../../../src/intake/load/won-deals';
import { readTables } from '../../../src/intake/read/read-file';
import { describeOracle, oracle, sharedData } from '../../support/shared-data';

/**
 * What each column of the public data sets is to whoever wrote them, worked out by hand from their descriptions; a column that is
 * not named here fills no field. A set with its files in order, then field by column over all of them.
 */
const SETS: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
  ['CDNOW', ['cdnow_sample/cdnowElog.csv'], { masterid: 'customer', date: 'date', cds: 'quantity', sales: 'amount' }],
  [
    'CDNOW without a header',
    ['cdnow_sample/CDNOW_sample.txt'],
    { 'column 1': 'customer', 'column 3': 'date', 'column 4': 'quantity', 'column 5': 'amount' },
  ],
  [
    'Groceries, an item a line',
    ['groceries/groceries_long.csv'],
    { transaction: 'order', item: 'product', level2: 'category' },
  ],
  ['Groceries, a basket a line', ['groceries/groceries_baskets.csv'], { order: 'order', product: 'product' }],
  [
    'Maven',
    ['accounts', 'sales_pipeline', 'sales_teams', 'products'].map((name) => `maven_crm/${name}.csv`),
    {
      'accounts.account': 'customer',
      sector: 'segment',
      office_location: 'region',
      opportunity_id: 'deal',
      sales_agent: 'owner',
      product: 'product',
      account: 'company',
      deal_stage: 'stage',
      engage_date: 'opened',
      close_date: 'closed',
      close_value: 'amount',
      series: 'category',
    },
  ],
  ['Telco', ['telco_churn/Telco-Customer-Churn.csv'], { customerID: 'customer', tenure: 'tenure', Churn: 'churned' }],
  ['Superstore', ['superstore_us/Sample - Superstore.csv'], superstore()],
  ['Superstore in German form', ['superstore_us/derived/orders_de_semicolon_cp1252.csv'], superstore()],
  [
    'Superstore with its returns',
    ['superstore_us/Sample - Superstore.xls'],
    { ...superstore(), Returned: 'cancelled' },
  ],
  ['SFO', ['nps_sfo2017/fact_survey.csv'], { NETPRO: 'score', inferred_date: 'date' }],
  [
    'Orders of the rfm package',
    ['rfm_orders/rfm_data_orders.csv'],
    { customer_id: 'customer', order_date: 'date', revenue: 'amount' },
  ],
  [
    'Febrl',
    ['febrl_1_4/dataset1.csv'],
    { rec_id: 'customer', suburb: 'city', postcode: 'postcode', state: 'region', date_of_birth: 'birth_date' },
  ],
  ['SMCRM', ['smcrm_shared/acquisitionRetention.csv'], { customer: 'customer', sow: 'share', industry: 'segment' }],
  [
    'X Education',
    ['xeducation_leads/Lead Scoring.csv'],
    { 'Prospect ID': 'customer', 'Lead Source': 'channel', Converted: 'stage', Country: 'region', City: 'city' },
  ],
  [
    'Online Retail',
    ['online_retail_eu/online_retail_non_uk.csv'],
    {
      InvoiceNo: 'order',
      StockCode: 'product',
      Quantity: 'quantity',
      InvoiceDate: 'date',
      UnitPrice: 'unit_price',
      CustomerID: 'customer',
    },
  ],
];

function superstore() {
  return {
    'Order ID': 'order',
    'Order Date': 'date',
    'Customer ID': 'customer',
    'Sub-Category': 'category',
    'Product Name': 'product',
    Sales: 'amount',
    Quantity: 'quantity',
    Profit: 'margin',
  };
}

/** As a report understands files that a stranger brings, without counting anything. */
async function understand(files: readonly string[]) {
  const tables = await Promise.all(
    files.map(async (file) => readTables({ name: basename(file), blob: await openAsBlob(sharedData(file)) })),
  );
  return tellUnderstood(withWonDeals(shapeBrought(tables.flatMap(guessRolesOf)), null));
}

describeOracle('the columns of the public data sets', () => {
  oracle.each(SETS)('%s: none is read wrongly, and at most two things are asked', async (_, files, meant) => {
    const { confidence, questions } = await understand(files);
    const read = Object.entries(confidence).flatMap(([file, columns]) =>
      Object.entries(columns).map(([column, { field }]) => ({
        column,
        field,
        meant: meant[`${file.replace(/\.csv$/, '')}.${column}`] ?? meant[column] ?? null,
      })),
    );
    expect(read.filter((one) => one.field !== one.meant)).toEqual([]);
    expect(read.length).toBeGreaterThanOrEqual(Object.keys(meant).length);
    expect(questions.length).toBeLessThanOrEqual(2);
  });
});
