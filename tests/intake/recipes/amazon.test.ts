import { expect, test } from 'vitest';
import { readFiles } from '../ledger/read-files';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const tabs = (text: string) => text.replaceAll(/ ?\| ?/g, '\t');
const SETTLEMENT =
  tabs(`settlement-id | settlement-start-date | settlement-end-date | deposit-date | total-amount | currency | transaction-type | order-id | merchant-order-id | adjustment-id | shipment-id | marketplace-name | amount-type | amount-description | amount | fulfillment-id | posted-date | posted-date-time | order-item-code | merchant-order-item-id | merchant-adjustment-item-id | sku | quantity-purchased | promotion-id
1 | 2025-01-01 | 2025-01-15 | 2025-01-17 | 38.59 | USD | | | | | | | | | | | | | | | | | |
1 | | | | | | Order | 111-1 | 111-1 | | S1 | Amazon.com | ItemPrice | Principal | 25.00 | AFN | 2025-01-02 | 2025-01-02 10:00:00 UTC | 1 | | | WIDGET | 1 |
1 | | | | | | Order | 111-1 | 111-1 | | S1 | Amazon.com | ItemPrice | Tax | 2.00 | AFN | 2025-01-02 | 2025-01-02 10:00:00 UTC | 1 | | | WIDGET | |
1 | | | | | | Order | 111-1 | 111-1 | | S1 | Amazon.com | ItemFees | Commission | -4.05 | AFN | 2025-01-02 | 2025-01-02 10:00:00 UTC | 1 | | | WIDGET | |
1 | | | | | | Order | 111-1 | 111-1 | | S1 | Amazon.com | Promotion | Principal | -1.50 | AFN | 2025-01-02 | 2025-01-02 10:00:00 UTC | 1 | | | WIDGET | | P1
1 | | | | | | Order | 111-2 | 111-2 | | S2 | Amazon.de | ItemPrice | Principal | 18.00 | AFN | 2025-01-03 | 2025-01-03 10:00:00 UTC | 2 | | | GADGET | 2 |
1 | | | | | | Order | 111-2 | 111-2 | | S2 | Amazon.de | ItemPrice | Shipping | 4.00 | AFN | 2025-01-03 | 2025-01-03 10:00:00 UTC | 2 | | | GADGET | |
1 | | | | | | Refund | 111-2 | 111-2 | A1 | | Amazon.de | ItemPrice | Principal | -9.00 | AFN | 2025-01-13 | 2025-01-13 10:00:00 UTC | 2 | | | GADGET | |
1 | | | | | | ServiceFee | | | | | | other-transaction | Subscription Fee | -39.99 | | 2025-01-14 | 2025-01-14 10:00:00 UTC | | | | | |`);
const EXPECTED: Expected = {
  recipe: 'Amazon settlement report',
  roles: {
    transactions: {
      date: 'posted-date',
      order: 'order-id',
      product: 'sku',
      quantity: 'quantity-purchased',
      amount: 'amount',
      currency: 'currency',
      channel: 'marketplace-name',
      document_type: 'transaction-type',
      status: 'amount-type',
      cancelled: 'amount-description',
    },
  },
  words: {
    Order: 'sale',
    Refund: 'return',
    ServiceFee: 'no_sale',
    ItemPrice: 'sale',
    ItemFees: 'no_sale',
    Promotion: 'no_sale',
    'other-transaction': 'no_sale',
    Principal: 'sale',
    Tax: 'no_sale',
    Shipping: 'no_sale',
    Commission: 'no_sale',
    'Subscription Fee': 'no_sale',
  },
};
test('only what goods cost is a sale, and what is given back of it a return', () => expectRecipe(SETTLEMENT, EXPECTED));
test.each([
  ['posted-date\t', 'order-date\t'],
  ['\tsku', '\tproduct sku'],
])('%s may be called %s', (from, to) =>
  expectRecipe(renamed(SETTLEMENT, from, to), withColumn(EXPECTED, from.trim(), to.trim())),
);
test('the currency of a settlement stands in its first row alone and is that of all of its rows', async () => {
  const { figures, summary } = await readFiles([{ name: 'settlement.txt', text: SETTLEMENT }]);
  expect([summary.currency, figures.net]).toEqual(['USD', 340_000]);
});
test('settlements in two currencies are not added together', async () => {
  const euros = SETTLEMENT.replace('USD', 'EUR').replaceAll('111-', '303-').replaceAll(/^1\t/gm, '2\t');
  const { figures } = await readFiles([
    { name: 'a.txt', text: SETTLEMENT },
    { name: 'b.txt', text: euros },
  ]);
  expect(figures.net).toBe(340_000);
});
test('the older report names prices and their kinds', () =>
  expectRecipe(
    tabs(`settlement-id | deposit-date | transaction-type | order-id | marketplace-name | shipment-id | price-type | price-amount | item-related-fee-type | item-related-fee-amount | posted-date | sku | quantity-purchased
1 | | Order | 111-1 | Amazon.com | S1 | Principal | 25.00 | | | 2012-01-02 | WIDGET | 1
1 | | Order | 111-1 | Amazon.com | S1 | Shipping | 4.00 | | | 2012-01-02 | WIDGET |
1 | | Order | 111-1 | Amazon.com | S1 | | | Commission | -4.05 | 2012-01-02 | WIDGET |
1 | | Order | 111-2 | Amazon.com | S2 | Principal | 18.00 | | | 2012-01-13 | GADGET | 2
1 | | Refund | 111-2 | Amazon.com | | Principal | -9.00 | | | 2012-01-23 | GADGET |`),
    {
      recipe: 'Amazon settlement report',
      roles: {
        transactions: {
          date: 'posted-date',
          order: 'order-id',
          product: 'sku',
          quantity: 'quantity-purchased',
          amount: 'price-amount',
          channel: 'marketplace-name',
          document_type: 'transaction-type',
          cancelled: 'price-type',
        },
      },
      words: { Order: 'sale', Refund: 'return', Principal: 'sale', Shipping: 'no_sale' },
    },
  ));
