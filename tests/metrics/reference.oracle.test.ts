import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Filter } from '../../src/domain/filter';
import type { Facts } from '../../src/facts/facts';
import { goneDays } from '../../src/facts/gone';
import { sharedData } from '../support/shared-data';
import { ask } from './support/ask';
import { differencesFrom, factsOfFile, LINES, readRows, writtenRows } from './support/real-data';

const FILES = {
  cdnow_sample: 'cdnow_sample/cdnowElog.csv',
  rfm_orders: 'rfm_orders/rfm_data_orders.csv',
  superstore_us_de: 'superstore_us/derived/orders_de_semicolon_cp1252.csv',
  superstore_us_csv: 'superstore_us/Sample - Superstore.csv',
  online_retail_eu: 'online_retail_eu/online_retail_non_uk.csv',
} as const;
type Source = keyof typeof FILES;

const loaded = new Map<Source, Facts>();
function factsFrom(source: Source): Facts {
  let facts = loaded.get(source);
  const encoding = source === 'superstore_us_de' ? 'latin1' : 'utf8';
  if (!facts) {
    const whole = factsOfFile(sharedData(FILES[source]), LINES[source], encoding);
    // The references were made under the rule of pooled gaps.
    loaded.set(source, (facts = { ...whole, rules: { ...whole.rules, goneAfter: 'pooled_gaps' } }));
  }
  return facts;
}

const CONSUMERS: Filter = [
  { kind: 'customer', field: 'Segment', values: ['Consumer'] },
  { kind: 'line', field: 'category', values: ['Furniture', 'Technology'] },
];
const REFERENCES: readonly { folder: string; source: Source; filter?: Filter }[] = [
  { folder: 'cdnow_sample', source: 'cdnow_sample' },
  { folder: 'online_retail_eu', source: 'online_retail_eu' },
  { folder: 'rfm_orders', source: 'rfm_orders' },
  { folder: 'superstore_us_de', source: 'superstore_us_de' },
  { folder: 'superstore_us_xlsx', source: 'superstore_us_de' },
  { folder: 'superstore_us_csv', source: 'superstore_us_csv' },
  { folder: 'superstore_us_filtered', source: 'superstore_us_de', filter: CONSUMERS },
];

const referenceRows = (folder: string, table: string) => {
  const file = sharedData(`reference/${folder}/${table}.csv`);
  return existsSync(file) ? readRows(file) : null;
};

const noteOf = (folder: string) =>
  JSON.parse(readFileSync(sharedData(`reference/${folder}/notes.json`), 'utf8')) as { lapse_days: number };
const summaryOf = (folder: string) =>
  JSON.parse(readFileSync(sharedData(`reference/${folder}/summary.json`), 'utf8')) as {
    top20_share: number;
    gini: number;
  };

test.each(REFERENCES)('$folder: lapse, share of the best fifth, Gini', ({ folder, source, filter = [] }) => {
  expect(goneDays(factsFrom(source))).toBe(noteOf(folder).lapse_days);
  const { table } = ask('value_curve', factsFrom(source), filter);
  expect(table['top20_share'][0]).toBeCloseTo(summaryOf(folder).top20_share, 12);
  expect(table['gini'][0]).toBeCloseTo(summaryOf(folder).gini, 12);
});

test.each(REFERENCES)('$folder: fifths by net, where the reference has them', ({ folder, source, filter = [] }) => {
  const expected = referenceRows(folder, 'extra/value_quintiles__by_net');
  if (!expected) return expect(folder).not.toContain('superstore');
  expect(
    differencesFrom(expected, writtenRows(ask('value_quintiles', factsFrom(source), filter, { by: 'net' }))),
  ).toEqual([]);
});
