import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { FileBalance } from '../../src/domain/columns';
import * as catalog from '../../src/metrics/catalog';
import { oracle, sharedData } from '../support/shared-data';
import { datasetOfFile, differences, parseTable, reportFrom, reportOf, type ReportRequest } from '../support/report';

// Reports that an independent implementation of the definitions wrote, table by table. Tables of metrics that the catalogue
// does not have are not compared; every table that it has must agree.

const superstore = sharedData('superstore_us/derived/Sample - Superstore (LibreOffice).xlsx');
const folder = (name: string) => sharedData(`reference/${name}`);
const mapped = (name: string) => ({ map: `${folder(name)}/mapping.json` });

const REPORTS: Readonly<Record<string, ReportRequest>> = {
  cdnow_sample: { role: 'transactions', file: sharedData('cdnow_sample/cdnowElog.csv') },
  online_retail_eu: { role: 'transactions', file: sharedData('online_retail_eu/online_retail_non_uk.csv') },
  superstore_us_xlsx: { role: 'transactions', file: superstore, sheet: 'Orders' },
  superstore_us_de: { role: 'transactions', file: sharedData('superstore_us/derived/orders_de_semicolon_cp1252.csv') },
  superstore_us_csv: { role: 'transactions', file: sharedData('superstore_us/Sample - Superstore.csv') },
  superstore_us_filtered: {
    role: 'transactions',
    file: superstore,
    sheet: 'Orders',
    set: [
      'basket_rules.item=category',
      'filter.customer.Segment=Consumer',
      'filter.line.category=Furniture;Technology',
    ],
  },
  rfm_orders: { role: 'transactions', file: sharedData('rfm_orders/rfm_data_orders.csv') },
  rfm_orders_each_row: { role: 'transactions', file: sharedData('rfm_orders/rfm_data_orders.csv') },
  telco_churn: {
    role: 'contracts',
    file: sharedData('telco_churn/Telco-Customer-Churn.csv'),
    set: ['survival.by=Contract'],
  },
  nps_sfo2017: { role: 'surveys', file: sharedData('nps_sfo2017/fact_survey.csv') },
  groceries: { role: 'transactions', file: sharedData('groceries/groceries_long.csv') },
  groceries_rules_001_50: {
    role: 'transactions',
    file: sharedData('groceries/groceries_long.csv'),
    set: ['basket_rules.min_support=0.001', 'basket_rules.min_confidence=0.5', 'basket_rules.max_items=10'],
  },
};

/** Under the rules of leaving by which the references were made. */
const asThen = (request: ReportRequest): ReportRequest => ({
  ...request,
  set: [...(request.set ?? []), 'workspace.gone_after=pooled_gaps', 'survival.lapse_at=n_days_later'],
});

/** `cohort_retention__week__on`: the metric, and its options unit and mode. */
function settingsOf(variant: string): string[] {
  const [metric, unit, mode] = variant.split('__');
  return [`${metric}.unit=${unit}`, `${metric}.mode=${mode}`];
}
const metricOf = (table: string) => table.split('__')[0];
const isReported = (table: string) => metricOf(table) in catalog;
const tablesIn = (path: string) =>
  existsSync(path) ? readdirSync(path).flatMap((file) => (file.endsWith('.csv') ? [file.slice(0, -4)] : [])) : [];

for (const [name, request] of Object.entries(REPORTS)) {
  oracle(`${name}: the summary and every table agree with the reference`, async () => {
    const report = await reportOf(asThen({ ...request, ...mapped(name) }));
    // The references were made when the days of time-stamps were those of UTC; none of their files has such stamps.
    const { time_zone: _, ...expectedSummary } = JSON.parse(
      readFileSync(`${folder(name)}/summary.json`, 'utf8'),
    ) as Readonly<Record<string, unknown>>;
    expect(flat(JSON.parse(report['summary.json']) as object)).toMatchObject(flat(expectedSummary));
    for (const table of tablesIn(folder(name)).filter(isReported)) {
      const expected = parseTable(contractNames(readFileSync(`${folder(name)}/${table}.csv`, 'utf8')));
      expect(differences(table, expected, parseTable(report[`${table}.csv`])), table).toEqual([]);
    }
  });

  oracle(`${name}: every variant of unit and mode agrees with the reference`, async () => {
    const dataset = await datasetOfFile({ ...request, ...mapped(name) });
    const variants = tablesIn(`${folder(name)}/variants`).filter(isReported);
    for (const variant of variants) {
      const report = reportFrom(dataset, { set: [...(request.set ?? []), ...settingsOf(variant)] });
      const expected = parseTable(readFileSync(`${folder(name)}/variants/${variant}.csv`, 'utf8'));
      expect(differences(metricOf(variant), expected, parseTable(report[`${metricOf(variant)}.csv`])), variant).toEqual(
        [],
      );
    }
  });
}

/** The reference calls the parts of a change by longer names than the contract does. */
const contractNames = (csv: string) =>
  csv.replace(
    'contribution_orders_per_customer,contribution_items_per_order,contribution_price_per_item',
    'contribution_orders,contribution_items,contribution_price',
  );

/** Figures that both sides must have, to nine digits. What the reference leaves null is not compared, nor are the words of reasons. */
function flat(summary: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(summary).flatMap(([key, value]): [string, unknown][] => {
      if (value === null || key.startsWith('_') || key === 'not_written') return [];
      if (key === 'files')
        return (value as FileBalance[]).map((file) => [`files.${file.name}`, JSON.stringify({ ...file, reasons: {} })]);
      if (typeof value === 'number') return [[key, value.toPrecision(9)]];
      return [[key, value]];
    }),
  );
}
