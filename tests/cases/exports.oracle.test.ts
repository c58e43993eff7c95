import { expect } from 'vitest';
import { dropOnPage } from '../support/page-state';
import { describeOracle, oracle, sharedCase } from '../support/shared-data';
import { bringFiles } from '../support/written-report';

const bring = (...files: readonly string[]) => bringFiles(files.map((file) => sharedCase(`exports/${file}`)));

const SHOP = 'orders_export_1.csv';
const PLUGIN = 'orders-2025-06-01-10-15-22.csv';
const DEALS = 'hubspot-crm-exports-all-deals.csv';
const CONTACTS = 'hubspot-crm-exports-all-contacts.csv';
const PAYMENTS = 'unified_payments.csv';
const SUBSCRIPTIONS = 'subscriptions.csv';
const ERP = 'VBAK_Export_20250601.csv';

const WON = {
  gross: 983_398.31,
  net: 983_398.31,
  purchases: 409,
  transaction_lines: 409,
  customers_with_purchases: 224,
};

describeOracle('exports of known systems, read with no hand', () => {
  oracle.each([
    [
      [SHOP],
      {
        recipe: 'Shopify orders',
        currency: 'USD',
        customers: 118,
        purchases: 1255,
        gross: 135_898.1,
        returned: 3894.9,
        net: 132_003.2,
        profit: null,
        observed_from: '2023-01-03',
        observed_until: '2025-05-30',
        files: [{ rows_read: 2183, rows_loaded: 2183 }],
      },
    ],
    [
      [PLUGIN],
      {
        recipe: 'WooCommerce orders',
        customers: 112,
        customers_with_purchases: 108,
        purchases: 1193,
        gross: 115_966,
        returned: 7461,
        net: 108_505,
        profit: null,
        files: [{ rows_rejected: 0, reasons: { no_sale: 29 } }],
      },
    ],
    [
      [DEALS],
      {
        ...WON,
        recipe: 'HubSpot deals',
        files: [
          { role: 'deals', rows_loaded: 900 },
          { rows_rejected: 0, rows_loaded: 409 },
        ],
      },
    ],
    [[CONTACTS], { recipe: 'HubSpot contacts', customers: 420, transaction_lines: 0, files: [{ role: 'customers' }] }],
    [[CONTACTS, DEALS], { ...WON, customers: 420 }],
    [
      [PAYMENTS],
      {
        recipe: 'Stripe payments',
        currency: 'USD',
        customers: 257,
        purchases: 1998,
        gross: 152_662,
        returned: 0,
        net: 152_662,
        observed_until: '2025-05-31',
        files: [{ rows_read: 2087, rows_loaded: 1998, reasons: { no_sale: 89 } }],
      },
    ],
    [
      [SUBSCRIPTIONS],
      { recipe: 'Stripe subscriptions', customers: 260, transaction_lines: 0, observed_until: '2025-06-30' },
    ],
    [[PAYMENTS, SUBSCRIPTIONS], { customers: 260, customers_with_purchases: 257, purchases: 1998, net: 152_662 }],
    [
      [ERP],
      {
        recipe: 'SAP sales documents',
        currency: 'EUR',
        customers: 142,
        transaction_lines: 2610,
        return_lines: 103,
        net: 1_036_705,
        files: [{ rows_loaded: 2610, rows_rejected: 0, reasons: { preamble: 2, blank: 1, totals: 1 } }],
      },
    ],
  ])('%s', async (files, expected) => {
    const { summary, asked } = await bring(...files);
    expect(summary).toMatchObject(expected);
    expect(asked.length).toBeLessThanOrEqual(2 * files.length);
  });

  oracle('shop orders: numbers, products and days are those that a buyer saw', async () => {
    expect((await bring(SHOP)).mapping.transactions).toMatchObject({ order: 'Name', product: 'Lineitem name' });
    expect((await bring(PLUGIN)).mapping.transactions).toMatchObject({ unit_price: 'Item Cost' });
    expect((await bring(ERP)).mapping.transactions).toMatchObject({ product: 'Bezeichnung', category: 'Warengruppe' });
  });

  oracle('deals: the receipt counts contacts and companies apart', async () => {
    const page = await dropOnPage([sharedCase(`exports/${DEALS}`)]);
    const { records } = await page.engine.call('receipt', { tables: page.tables.inspected.map(({ id }) => id) });
    expect(records).toMatchObject([{ role: 'deals', rows: 900, customers: 290, companies: 150, closed: 409 }]);
  });

  oracle('contacts and deals meet: nobody of the deals is missing among the contacts', async () =>
    expect((await bring(CONTACTS, DEALS)).noticed).toEqual([]),
  );

  oracle(
    'contacts: the days of a lead and of an opportunity are steps, the original source is the channel',
    async () => {
      const { mapping, rows } = await bring(CONTACTS);
      expect(mapping.customers).toMatchObject({
        customer: 'Record ID',
        channel: 'Original Source',
        aware_on: 'Became a Lead Date',
        considers_on: 'Became an Opportunity Date',
        acquired_on: 'Became a Customer Date',
      });
      expect(rows('lifecycle_funnel')[0]).toMatchObject({ stage: 'aware', customers: '420' });
    },
  );

  oracle.each([[[SUBSCRIPTIONS]], [[PAYMENTS, SUBSCRIPTIONS]]])(
    '%s: 260 contracts, 196 of them ended',
    async (files) => {
      const { rows } = await bring(...files);
      expect(rows('survival_summary')[0]).toMatchObject({ stratum: 'all', n: '260', events: '196' });
    },
  );

  oracle('payments and subscriptions are of the same customers: an order of files changes nothing', async () => {
    const { files: _, ...one } = (await bring(PAYMENTS, SUBSCRIPTIONS)).summary;
    const { files: __, ...other } = (await bring(SUBSCRIPTIONS, PAYMENTS)).summary;
    expect({ ...other, recipe: null, confidence: null }).toEqual({ ...one, recipe: null, confidence: null });
  });
});
