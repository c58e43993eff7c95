import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect } from 'vitest';
import { NO_DAY, formatDay } from '../../src/domain/calendar';
import { formatMoneyPlain } from '../../src/domain/money';
import type { Mapping, RoleMapping } from '../../src/domain/roles';
import { assembleDataset } from '../../src/intake/load/assemble';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { mappingOf } from '../../src/intake/understand/mapping/mapping';
import type { RawTable } from '../../src/intake/read/raw-table';
import { readTables } from '../../src/intake/read/read-file';
import { validateRecords, validateTransactions } from '../../src/intake/check/validate';
import { describeOracle, oracle, sharedData } from '../support/shared-data';

async function tableOf(path: string, sheet?: string): Promise<RawTable> {
  const tables = await readTables({ name: basename(path), blob: new Blob([readFileSync(sharedData(path))]) });
  return tables.find((table) => sheet === undefined || table.sheet === sheet)!;
}
const referenceOf = (name: string, file: string) => readFileSync(sharedData(`reference/${name}/${file}`), 'utf8');

/** The reference names items by their codes and the broader level of categories; people know them by name, and by the finer one. */
function withNames({ transactions }: Mapping): Mapping {
  const names: Readonly<Record<string, string>> = { 'Product ID': 'Product Name', Category: 'Sub-Category' };
  const fields = Object.entries(transactions ?? {});
  return {
    transactions: Object.fromEntries(
      fields.map(([field, column]) => [field, typeof column === 'string' ? (names[column] ?? column) : column]),
    ),
  };
}

interface Summary {
  readonly customers: number;
  readonly transaction_lines: number;
  readonly return_lines: number;
  readonly gross: number;
  readonly returned: number;
  readonly net: number;
  readonly profit: number | null;
  readonly observed_from: string;
  readonly observed_until: string;
  readonly unknown_customer: { readonly lines: number };
  readonly _reference: { readonly exact_duplicates: number };
}

describeOracle('the reference answers on real files', () => {
  oracle.each([
    { reference: 'cdnow_sample', path: 'cdnow_sample/cdnowElog.csv' },
    { reference: 'online_retail_eu', path: 'online_retail_eu/online_retail_non_uk.csv' },
    { reference: 'superstore_us_csv', path: 'superstore_us/Sample - Superstore.csv' },
    { reference: 'superstore_us_de', path: 'superstore_us/derived/orders_de_semicolon_cp1252.csv' },
    {
      reference: 'superstore_us_xlsx',
      path: 'superstore_us/derived/Sample - Superstore (LibreOffice).xlsx',
      sheet: 'Orders',
    },
    { reference: 'rfm_orders', path: 'rfm_orders/rfm_data_orders.csv' },
  ])(
    '$reference: the guess is the reference mapping, and the columns give its totals',
    async ({ reference, path, sheet }) => {
      const table = await tableOf(path, sheet);
      const understanding = understandTable(table);
      const mapping = mappingOf([understanding]);
      expect(mapping).toEqual(withNames(JSON.parse(referenceOf(reference, 'mapping.json')) as Mapping));
      expect(understanding.questions).toEqual([]);

      const part = validateTransactions(table, mapping.transactions as RoleMapping, 0);
      const expected = JSON.parse(referenceOf(reference, 'summary.json')) as Summary;
      const dataset = assembleDataset([part]);
      const { amount, kind, profit, customer, day } = dataset.transactions!;
      const sum = (values: Float64Array, keep: (i: number) => boolean) =>
        Number(formatMoneyPlain(values.reduce((total, value, i) => total + (keep(i) ? value : 0), 0)));
      expect(part.balance).toMatchObject({ rows_rejected: 0, rows_loaded: expected.transaction_lines });
      expect(sum(amount, (i) => kind[i] === 0)).toBe(expected.gross);
      expect(-sum(amount, (i) => kind[i] === 1) + 0).toBe(expected.returned);
      expect(sum(amount, () => true)).toBe(expected.net);
      expect(profit && sum(profit, () => true)).toBe(expected.profit);
      expect(kind.filter((k) => k === 1).length).toBe(expected.return_lines);
      expect(customer!.values.length).toBe(expected.customers);
      expect(customer!.codes.filter((code) => code < 0).length).toBe(expected.unknown_customer.lines);
      expect(day!.includes(NO_DAY)).toBe(false);
      const days = Int32Array.from(day!).sort();
      expect([formatDay(days[0]), formatDay(days[days.length - 1])]).toEqual([
        expected.observed_from,
        expected.observed_until,
      ]);
      expect(dataset.duplicates.transactions).toBe(expected._reference.exact_duplicates);
    },
  );

  oracle('groceries: baskets without customer, date or amount', async () => {
    const table = await tableOf('groceries/groceries_long.csv');
    const { transactions } = mappingOf([understandTable(table)]);
    expect(transactions).toEqual({ order: 'transaction', product: 'item', category: 'level2' });
    const { columns } = validateTransactions(table, transactions as RoleMapping, 0);
    expect(columns).toMatchObject({ rows: 43367, hasAmount: false, customer: null, day: null, profit: null });
    expect(columns.order!.values.length).toBe(9835);
    expect(columns.amount.every((amount) => amount === 0)).toBe(true);
  });

  oracle('telco: contracts and customers in one wide file', async () => {
    const table = await tableOf('telco_churn/Telco-Customer-Churn.csv');
    const mapping = mappingOf([understandTable(table)]);
    expect(mapping).toEqual({
      ...(JSON.parse(referenceOf('telco_churn', 'mapping.json')) as Mapping),
      customers: { customer: 'customerID' },
    });
    const { records } = validateRecords(table, 'contracts', mapping.contracts as RoleMapping, 0);
    const churned = records.text['churned'];
    expect(churned.codes.filter((code) => churned.values[code] === 'yes').length).toBe(1869);
    expect(records.tenureUnit).toBe('months');
    expect(records.attributes.map(({ name }) => name)).toContain('Contract');
  });

  oracle('the airport survey: 85 answers off the scale, each with its line', async () => {
    const table = await tableOf('nps_sfo2017/fact_survey.csv');
    const mapping = mappingOf([understandTable(table)]);
    expect(mapping).toEqual(JSON.parse(referenceOf('nps_sfo2017', 'mapping.json')));
    const { rejections, balance, records } = validateRecords(table, 'surveys', mapping.surveys as RoleMapping, 0);
    const lines = rejections.map(({ file, line, column, value, reason }) =>
      [file, line, column, value, reason].join(','),
    );
    expect(['file,line,column,value,reason', ...lines, ''].join('\n')).toBe(
      referenceOf('nps_sfo2017', 'rejected-rows.csv').replace(/\r/g, ''),
    );
    expect(balance).toMatchObject({
      rows_read: 2831,
      rows_loaded: 2746,
      rows_rejected: 85,
      reasons: { 'blank or off the scale': 85 },
    });
    expect(records.rows).toBe(2746);
  });

  oracle('febrl: the three days that do not exist are left empty', async () => {
    const table = await tableOf('febrl_1_4/dataset1.csv');
    const { customers } = mappingOf([understandTable(table)]);
    const { leftEmpty, balance } = validateRecords(table, 'customers', customers as RoleMapping, 0);
    expect(leftEmpty.map(({ line, column, value }) => [line, column, value])).toEqual([
      [146, 'birth_date', '19371233'],
      [149, 'birth_date', '19729518'],
      [588, 'birth_date', '19339026'],
    ]);
    expect(balance).toMatchObject({ rows_read: 1000, rows_loaded: 1000 });
  });
});

const PERSON = {
  customer: 'rec_id',
  postcode: 'postcode',
  city: 'suburb',
  region: 'state',
  birth_date: { column: 'date_of_birth', format: 'YYYYMMDD' },
};

describeOracle('what real files are about', () => {
  oracle.each<[string, Mapping]>([
    [
      'cdnow_sample/CDNOW_sample.txt',
      {
        transactions: {
          customer: 'column 1',
          date: { column: 'column 3', format: 'YYYYMMDD' },
          quantity: 'column 4',
          amount: 'column 5',
        },
      },
    ],
    ['febrl_1_4/dataset1.csv', { customers: PERSON }],
    ['febrl_1_4/dataset4b.csv', { customers: PERSON }],
    ['maven_crm/accounts.csv', { customers: { customer: 'account', region: 'office_location', segment: 'sector' } }],
    [
      'maven_crm/sales_pipeline.csv',
      {
        transactions: {
          customer: 'account',
          date: 'close_date',
          order: 'opportunity_id',
          product: 'product',
          amount: { column: 'close_value', blank: 'zero' },
          status: {
            column: 'deal_stage',
            words: { Won: 'sale', Engaging: 'no_sale', Lost: 'no_sale', Prospecting: 'no_sale' },
          },
        },
        deals: {
          deal: 'opportunity_id',
          company: 'account',
          opened: 'engage_date',
          closed: 'close_date',
          stage: 'deal_stage',
          amount: 'close_value',
          owner: 'sales_agent',
        },
        interactions: { customer: 'account', date: 'engage_date', stage: 'deal_stage' },
      },
    ],
    ['maven_crm/sales_teams.csv', {}],
    ['maven_crm/products.csv', {}],
    [
      'smcrm_shared/acquisitionRetention.csv',
      { customers: { customer: 'customer', segment: 'industry' }, wallet: { customer: 'customer', share: 'sow' } },
    ],
    [
      'smcrm_shared/customerRetentionDemographics.csv',
      { customers: { customer: 'customer' }, wallet: { customer: 'customer', share: 'sow' } },
    ],
    ['smcrm_shared/customerRetentionTransactions.csv', {}],
    [
      'xeducation_leads/Lead Scoring.csv',
      {
        customers: {
          customer: 'Prospect ID',
          city: 'City',
          region: 'Country',
          channel: 'Lead Source',
          stage: { column: 'Converted', yes: '1' },
        },
      },
    ],
    ['km_classics/rossi.csv', {}],
    ['km_classics/lung.csv', {}],
    ['km_classics/waltons_dataset.csv', {}],
    ['scr_catsup/Catsup.csv', {}],
  ])('%s', async (path, mapping) => expect(mappingOf([understandTable(await tableOf(path))])).toEqual(mapping));
});
