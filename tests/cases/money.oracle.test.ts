import { expect } from 'vitest';
import { bringCase, describeOracle, oracle } from '../support/shared-data';

describeOracle('money and statuses of small files that were read wrongly', () => {
  oracle.each([
    ['amount-in-cents', { gross: 401.7, net: 401.7, currency: 'USD', purchases: 20, customers: 5 }],
    ['credit-notes-positive', { gross: 1744, returned: 446, net: 1298, return_lines: 4, purchases: 16 }],
    ['discount-money', { net: 5300, purchases: 30 }],
    ['discount-percent', { net: 2650, purchases: 30 }],
    ['discount-whole-percent', { net: 2650, purchases: 30 }],
    ['money-styles', { gross: 2212.5, returned: 105.25, net: 2107.25, return_lines: 5, purchases: 3, currency: 'USD' }],
    ['order-total-on-every-line', { gross: 305, net: 305, profit: null, purchases: 8, transaction_lines: 18 }],
    ['order-total-on-every-line-no-price', { net: 186, purchases: 12, transaction_lines: 24 }],
    ['payments-failed-status', { gross: 408, returned: 58, net: 350, purchases: 12, customers_with_purchases: 5 }],
    ['refund-before-purchase', { gross: 40, returned: 45, net: -5, customers: 3, customers_with_purchases: 2 }],
    ['refund-type-positive', { gross: 885, returned: 305, net: 580, return_lines: 5, purchases: 15 }],
    ['shop-orders-refunded-column', { gross: 192, returned: 75, net: 117, purchases: 4, currency: 'USD' }],
    ['tax-amount-column', { net: 3000, purchases: 30 }],
    ['thousand-apostrophes', { net: 29_088, currency: 'CHF' }],
    ['thousand-nbsp', { net: 29_088, currency: 'EUR' }],
    ['value-columns', { net: 33.76, transaction_lines: 3 }],
  ])('%s', async (name, expected) => expect((await bringCase(name)).summary).toMatchObject(expected));

  oracle.each([
    ['amount-in-cents', 'minor_units 20'],
    ['discount-money', 'discount_as_money 30'],
    ['discount-whole-percent', 'discount_as_share 30'],
  ])('%s says %s', async (name, notice) => expect((await bringCase(name)).noticed).toContain(notice));

  oracle.each([
    ['payments-failed-status', 14, { no_sale: 6 }],
    ['order-total-on-every-line', 18, { no_sale: 6 }],
  ])('%s: %i rows are sales, %o are set aside', async (name, loaded, reasons) =>
    expect((await bringCase(name)).summary.files).toMatchObject([{ rows_loaded: loaded, rows_rejected: 0, reasons }]),
  );

  oracle('of two columns that may be the money, the other is a question with its sum', async () => {
    const { summary } = await bringCase('value-columns');
    expect(summary.questions).toMatchObject([
      {
        code: 'amount_column',
        readings: [
          { answer: 'dollar_value', net: 33.76 },
          { answer: 'sales_value', net: 10.5 },
        ],
      },
    ]);
  });

  oracle('a shop’s refunds and cancelled orders leave bob one purchase and dan none', async () => {
    const { rows, summary } = await bringCase('shop-orders-refunded-column');
    const customers = new Map(rows('rfm').map(({ customer, frequency }) => [customer.split('@')[0], frequency]));
    expect(customers.get('bob')).toBe('1');
    expect(customers.has('dan')).toBe(false);
    expect(summary).toMatchObject({ customers: 4, customers_with_purchases: 3, observed_from: '2024-01-31' });
  });

  oracle('who only gave back has no cohort', async () => {
    const { rows, summary } = await bringCase('refund-before-purchase');
    expect(summary.customers).toBe(3);
    const sizes = new Map(rows('cohort_retention').map(({ cohort, cohort_size }) => [cohort, Number(cohort_size)]));
    expect([...sizes.values()].reduce((sum, size) => sum + size, 0)).toBe(2);
  });
});
