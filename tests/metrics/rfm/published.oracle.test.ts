import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { oracle, sharedData } from '../../support/shared-data';
import { differences, parseTable, reportOf, type ReportRequest, type Row } from '../../support/report';

const rowsOf = (path: string) => parseTable(readFileSync(sharedData(path), 'utf8'));
const cdnow: ReportRequest = { role: 'transactions', file: sharedData('cdnow_sample/cdnowElog.csv') };
const orders: ReportRequest = { role: 'transactions', file: sharedData('rfm_orders/rfm_data_orders.csv') };
const CDNOW_COLUMNS = { customer: 'sampleid', date: { column: 'date', format: 'YYYYMMDD' }, amount: 'sales' };
const ORDER_COLUMNS = { customer: 'customer_id', date: 'order_date', amount: 'revenue' };
const eachRow = (columns: object) => ({ transactions: { ...columns, order: { each: 'row' } } });

/** Scores that respect ties, as published, in the columns of ours. */
const published = (path: string, key: string) =>
  rowsOf(path).map((row): Row => ({
    customer: row[key],
    recency_days: row['recency_days'],
    frequency: row['frequency'],
    monetary: row['monetary'],
    r: row['R_q'],
    f: row['F_q'],
    m: row['M_q'],
  }));

oracle('CDNOW and rfm_orders, each row an order, on the published day: every score', async () => {
  const days = await reportOf({ ...cdnow, map: eachRow(CDNOW_COLUMNS), until: '1998-07-01' });
  const ours = parseTable(days['rfm.csv']);
  expect(differences('rfm', published('cdnow_sample/oracle/rfm_scores.csv', 'id'), ours)).toEqual([]);
  const other = await reportOf({ ...orders, map: eachRow(ORDER_COLUMNS), until: '2006-12-31' });
  const answer = published('rfm_orders/oracle/rfm_scores.csv', 'customer_id');
  expect(differences('rfm', answer, parseTable(other['rfm.csv']))).toEqual([]);
});

oracle('the five published rows of rfm_orders', async () => {
  const report = await reportOf({ ...orders, map: eachRow(ORDER_COLUMNS), until: '2006-12-31' });
  const rows = Object.fromEntries(parseTable(report['rfm.csv']).map((row) => [row['customer'], row]));
  const five: Readonly<Record<string, readonly number[]>> = {
    "Abbey O'Reilly": [205, 6, 472, 343],
    'Add Senger': [140, 3, 340, 412],
    'Aden Lesch': [194, 4, 405, 323],
    'Aden Murphy': [98, 7, 596, 544],
    'Admiral Senger': [132, 5, 448, 433],
  };
  for (const [customer, [days, purchases, money, code]] of Object.entries(five)) {
    const { recency_days, frequency, monetary, r, f, m } = rows[customer];
    expect([recency_days, frequency, monetary, r + f + m], customer).toEqual(
      [days, purchases, money, code].map(String),
    );
  }
});

oracle('without that, purchases of one day are one order (rule 4): F differs for 29 and for 5 customers', async () => {
  const differing = async (request: ReportRequest, map: object, until: string) => {
    const plain = parseTable((await reportOf({ ...request, map: { transactions: map }, until }))['rfm.csv']);
    const each = parseTable((await reportOf({ ...request, map: eachRow(map), until }))['rfm.csv']);
    return plain.filter((row, at) => row['f'] !== each[at]['f']).length;
  };
  expect(await differing(cdnow, CDNOW_COLUMNS, '1998-07-01')).toBe(29);
  expect(await differing(orders, ORDER_COLUMNS, '2006-12-31')).toBe(5);
});

oracle('the cuts of the reference reports', async () => {
  for (const [folder, request] of Object.entries({
    cdnow_sample: cdnow,
    rfm_orders: orders,
    rfm_orders_each_row: orders,
    superstore_us_csv: { role: 'transactions', file: sharedData('superstore_us/Sample - Superstore.csv') } as const,
  })) {
    const report = await reportOf({ ...request, map: sharedData(`reference/${folder}/mapping.json`) });
    const expected = rowsOf(`reference/${folder}/extra/rfm_cuts.csv`);
    expect(differences('rfm_cuts', expected, parseTable(report['rfm_cuts.csv'])), folder).toEqual([]);
  }
});
