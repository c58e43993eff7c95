import { expect } from 'vitest';
import { bringCase, describeOracle, oracle, sharedCase } from '../support/shared-data';
import { bringFiles } from '../support/written-report';

describeOracle('keys and joins of small files', () => {
  oracle.each([
    ['blank-keys-in-customers', { customers: 5, files: [{ rows_loaded: 5 }] }],
    ['client-ids-with-point', { customers: 7, transaction_lines: 60, net: 2970 }],
    ['email-case', { customers: 3, customers_with_purchases: 3, net: 790 }],
    ['float-customer-ids', { customers: 3, unknown_customer: { lines: 5, net: 200 } }],
    ['guest-checkout', { unknown_customer: { lines: 20, net: 970 }, purchases: 40, customers: 6, net: 2970 }],
    ['hash-na-customers', { unknown_customer: { lines: 20, net: 970 }, purchases: 40, customers: 6, net: 2970 }],
    ['join-on-own-ids', { transaction_lines: 7, customers: 3, net: 162, purchases: 5 }],
    ['lost-leading-zeros', { customers: 4, customers_with_purchases: 4, net: 790 }],
    ['orders-by-email-customers-by-id', { customers: 6, customers_with_purchases: 6, net: 1580 }],
    ['padded-number-format', { customers: 3, customers_with_purchases: 3, net: 1266 }],
    ['phone-as-float', { customers: 12 }],
    ['placeholder-email', { customers: 12 }],
    ['same-key-two-names', { customers: 6, customers_with_purchases: 6, net: 1035 }],
    ['scientific-ids', { transaction_lines: 20, net: 790 }],
  ])('%s', async (name, expected) => expect((await bringCase(name)).summary).toMatchObject(expected));

  oracle.each([
    ['email-case', 'keys_respelled 2'],
    ['float-customer-ids', 'keys_respelled 3'],
    ['guest-checkout', 'placeholder_customers 20'],
    ['lost-leading-zeros', 'keys_respelled 4'],
    ['orders-by-email-customers-by-id', 'joined_by_email 6'],
    ['padded-number-format', 'zeros_shown 12'],
    ['scientific-ids', 'keys_in_scientific_notation 2'],
  ])('%s says %s', async (name, notice) => expect((await bringCase(name)).noticed).toContain(notice));

  oracle.each([
    ['float-customer-ids', 'Country', 3],
    ['lost-leading-zeros', 'city', 4],
    ['orders-by-email-customers-by-id', 'City', 6],
    ['padded-number-format', 'City', 3],
  ])('%s: everybody’s %s is known', async (name, by, customers) => {
    // Read N days later everybody has a stay, however short the file.
    const { rows } = await bringCase(name, ['--set', `survival.by=${by}`, '--set', 'survival.lapse_at=n_days_later']);
    const strata = rows('survival_summary').filter(({ stratum }) => !['all', '', 'unknown'].includes(stratum));
    expect(strata.reduce((sum, { n }) => sum + Number(n), 0)).toBe(customers);
  });

  oracle(
    'payments are joined to orders by the orders’ number, not by two columns that number their own rows',
    async () =>
      expect((await bringCase('join-on-own-ids')).mapping.tables).toEqual([
        {
          table: 'payments.csv',
          roles: ['transactions'],
          shapes: [{ join: 'orders.csv', column: 'order_id', key: 'id' }],
        },
      ]),
  );

  oracle('prices for several files of sales: splitting a file changes nothing', async () => {
    const bring = (files: readonly string[]) =>
      bringFiles(files.map((file) => sharedCase(`prices-for-several-sales-files/${file}`)));
    const whole = await bring(['sales_all.csv', 'products.csv']);
    const parts = await bring(['sales_jan.csv', 'sales_feb.csv', 'products.csv']);
    const { files: _, ...figures } = whole.summary;
    const { files: __, ...same } = parts.summary;
    expect(figures).toMatchObject({ net: 300, transaction_lines: 9, customers: 4, purchases: 9 });
    expect({ ...same, confidence: null }).toEqual({ ...figures, confidence: null });
    for (const metric of ['rfm', 'cross_sell', 'basket_rules', 'value_quintiles', 'cohort_value'])
      expect(parts.rows(metric), metric).toEqual(whole.rows(metric));
  });
});
