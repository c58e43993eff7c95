import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { main } from '../../src/engine/report-cli';
import { describeOracle, oracle, sharedData } from '../support/shared-data';

const folderOf = (name: string) => sharedData(`../cases/${name}`);

async function summaryOf(name: string, files?: readonly string[]): Promise<Record<string, unknown>> {
  const folder = folderOf(name);
  const out = mkdtempSync(join(tmpdir(), 'keys-'));
  const brought = files ?? readdirSync(folder).filter((file) => file !== 'expected.md');
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await main([...brought.flatMap((file) => ['--auto', join(folder, file)]), '--out', out])).toBe(0);
  return JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Record<string, unknown>;
}

describeOracle('keys and joins of small files', () => {
  oracle.each([
    ['email-case', { customers: 3 }],
    ['float-customer-ids', { customers: 3, unknown_customer: { lines: 5, net: 200 } }],
    ['lost-leading-zeros', { customers: 4, customers_with_purchases: 4 }],
    ['orders-by-email-customers-by-id', { customers: 6, customers_with_purchases: 6 }],
    ['guest-checkout', { unknown_customer: { lines: 20, net: 970 }, purchases: 40 }],
    ['hash-na-customers', { unknown_customer: { lines: 20, net: 970 } }],
    ['blank-keys-in-customers', { customers: 5 }],
    ['phone-as-float', { customers: 12 }],
    ['placeholder-email', { customers: 12 }],
    ['same-key-two-names', { customers: 6 }],
    ['join-on-own-ids', { transaction_lines: 7, customers: 3, net: 162 }],
  ])('%s', async (name, expected) => expect(await summaryOf(name)).toMatchObject(expected));

  oracle.each([[['sales_jan.csv', 'sales_feb.csv', 'products.csv']], [['sales_all.csv', 'products.csv']]])(
    'prices for several files of sales: %s',
    async (files) =>
      expect(await summaryOf('prices-for-several-sales-files', files)).toMatchObject({
        net: 300,
        transaction_lines: 9,
      }),
  );
});
