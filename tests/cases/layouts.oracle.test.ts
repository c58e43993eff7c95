import { expect } from 'vitest';
import { bringCase, describeOracle, oracle } from '../support/shared-data';

describeOracle('layouts of small files that were read wrongly', () => {
  oracle.each([
    [
      'analytics-comment-head',
      { transaction_lines: 20, net: 22_190, files: [{ reasons: { preamble: 5, blank: 1, totals: 1 } }] },
    ],
    ['applied-filters-footer', { transaction_lines: 20, net: 2190, files: [{ reasons: { blank: 1, footer: 1 } }] }],
    ['backslash-quotes', { transaction_lines: 12, net: 186 }],
    ['grouped-by-customer-report', { customers: 3, transaction_lines: 12, net: 765 }],
    [
      'merged-customer-cells',
      { customers: 4, transaction_lines: 12, net: 240, unknown_customer: { lines: 0, net: 0 } },
    ],
    ['months-wide-with-total', { customers: 8, net: 2370 }],
    ['nested-orders-json', { purchases: 20, transaction_lines: 39, net: 640 }],
    ['nul-emoji-rtl', { customers: 5, transaction_lines: 40, net: 1580 }],
    ['numbered-line-above-header', { transaction_lines: 3, files: [{ rows_loaded: 3, reasons: { preamble: 1 } }] }],
    [
      'order-fields-on-first-line-only',
      { transaction_lines: 3, gross: 100, returned: 30, net: 70, customers: 2, purchases: 1 },
    ],
    ['units-row', { transaction_lines: 20, net: 2200, files: [{ rows_rejected: 0, reasons: { preamble: 1 } }] }],
  ])('%s', async (name, expected) => expect((await bringCase(name)).summary).toMatchObject(expected));

  oracle.each([
    ['grouped-by-customer-report', 'grouped_rows 3'],
    ['item-spellings', 'spellings_differ 5'],
    ['merged-customer-cells', 'filled_down 8'],
    ['nested-orders-json', 'nested_items 39'],
  ])('%s says %s', async (name, notice) => expect((await bringCase(name)).noticed).toContain(notice));

  oracle.each(['basket-per-line', 'one-hot-baskets'])('%s: 60 baskets and rules over them', async (name) => {
    const { rows, noticed } = await bringCase(name);
    const rules = rows('basket_rules');
    expect(rules.length).toBeGreaterThan(0);
    for (const { count, support } of rules) expect(Math.round(Number(count) / Number(support))).toBe(60);
    expect(noticed.map((one) => one.split(' ')[0])).toContain('no_customer_column');
  });

  oracle('merged cells: four customers of three lines each', async () => {
    const { rows } = await bringCase('merged-customer-cells');
    expect(rows('rfm')).toHaveLength(4);
  });

  oracle('backslashed quotes stand in the product as quotes', async () => {
    const only = ['--set', 'filter.line.product=TV 42" flat, black'];
    expect((await bringCase('backslash-quotes', only)).summary.net).toBe(186);
  });

  oracle('an item with a semicolon in its name is told from two items', async () => {
    const { rows } = await bringCase('item-with-semicolon', ['--set', 'basket_rules.item=product']);
    const antecedents = rows('basket_rules').map(({ antecedent }) => antecedent);
    expect(antecedents).toContain('"Pens; blue"');
    expect(antecedents).toContain('Pens;blue');
  });
});
