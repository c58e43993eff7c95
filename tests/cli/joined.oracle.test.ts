import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import Papa from 'papaparse';
import { main } from '../../src/cli/report';
import { describeOracle, oracle, sharedData } from '../support/shared-data';

describeOracle('tables that belong together', () => {
  oracle('a sales pipeline with its accounts, products and teams', async () => {
    const out = mkdtempSync(join(tmpdir(), 'maven-'));
    const files = ['sales_pipeline', 'accounts', 'products', 'sales_teams'];
    const brought = files.flatMap((name) => ['--auto', sharedData(`maven_crm/${name}.csv`)]);
    expect(await main([...brought, '--out', out])).toBe(0);
    const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as {
      net: number;
      purchases: number;
      customers: number;
      files: { name: string; role: string; rows_read: number; rows_loaded: number; rows_rejected: number }[];
    };
    const byProduct = Papa.parse<Record<'won' | 'won_value', string>>(
      readFileSync(sharedData('maven_crm/oracle/by_product.csv'), 'utf8'),
      { header: true, skipEmptyLines: true },
    ).data;
    const sum = (pick: 'won' | 'won_value') => byProduct.reduce((total, row) => total + Number(row[pick]), 0);
    expect(summary).toMatchObject({ net: sum('won_value'), purchases: sum('won'), customers: 85 });
    expect(summary.files.filter(({ role }) => role === 'joined')).toMatchObject([
      // `GTX Pro`: the pipeline writes GTXPro, which only a person can say is the same.
      { name: 'products.csv', rows_read: 7, rows_loaded: 6, rows_rejected: 1 },
      // Five agents without deals.
      { name: 'sales_teams.csv', rows_read: 35, rows_loaded: 30, rows_rejected: 5 },
    ]);
  });

  oracle('orders of an old workbook with the sheet of those that came back', async () => {
    const out = mkdtempSync(join(tmpdir(), 'superstore-'));
    const book = sharedData('superstore_us/Sample - Superstore.xls');
    const summary = async (...more: string[]) => {
      expect(await main(['--transactions', `${book}#Orders`, ...more, '--out', out])).toBe(0);
      return JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as object;
    };
    expect(await summary()).toMatchObject({ transaction_lines: 9994, customers: 793, net: 2_297_200.8603 });
    expect(await summary('--auto', `${book}#Returns`)).toMatchObject({
      transaction_lines: 9994,
      net: 2_116_696.5824,
      purchases: 4713,
      customers_with_purchases: 791,
    });
  });
});
