import { describe, expect, test } from 'vitest';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/share-of-customer/Chart.svelte';
import type { shareBySegment, shareOfCustomer, walletGap } from '../../../src/metrics/share-of-customer/definition';
import { remark } from '../../../src/metrics/share-of-customer/derive';
import { finding } from '../../../src/metrics/share-of-customer/finding';
import Gap from '../../../src/metrics/share-of-customer/Gap.svelte';
import { gapFinding, segmentsFinding } from '../../../src/metrics/share-of-customer/gap-finding';
import Segments from '../../../src/metrics/share-of-customer/Segments.svelte';
import { shareByRank } from '../../../src/metrics/share-of-customer/measure';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withWallets } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

type Table = MetricTable<typeof shareOfCustomer>;
const nothing = { category: null, stated: null, share: null, rank: null };
/** Thirty customers; the first bring most. */
const lines = Array.from({ length: 30 }, (_, at): Line => ({
  customer: `c${String(at).padStart(2, '0')}`,
  day: 1_000,
  order: `o${at}`,
  category: at % 2 ? 'tea' : 'cups',
  amount: 300 - 10 * at,
}));
const wallets = lines.map(({ customer, amount }, at) => ({
  ...nothing,
  customer: customer!,
  stated: amount! * (at < 6 ? 2 : 10),
}));
const asked = ask('share_of_customer', withWallets(datasetOf(lines), wallets));
const table = asked.table as unknown as Table;

test('shares are pooled by fifth', () => {
  expect([...table.share]).toEqual([0.5, 0.1, 0.1, 0.1, 0.1]);
  expect(new Set(table.grade)).toEqual(new Set(['stated']));
});
test('only the year to the end of observation counts, and a category only what was bought of it', () => {
  const old: Line = { customer: 'c00', day: 635, order: 'old', category: 'tea', amount: 900 };
  const both = withWallets(datasetOf([...lines, old]), [
    { ...nothing, customer: 'c00', category: 'tea', stated: 100 },
    { ...nothing, customer: 'c00', category: 'cups', stated: 500 },
  ]);
  expect(rowsIn(ask('share_of_customer', both).table)[0]).toMatchObject({ own: 3_000_000, wallet: 6_000_000 });
});
test('each category that the file does not sell is a part of the wallet', () => {
  const elsewhere = withWallets(datasetOf(lines), [
    { ...nothing, customer: 'c00', category: 'boats', stated: 50 },
    { ...nothing, customer: 'c00', category: 'cars', stated: 50 },
    { ...nothing, customer: 'c00', category: 'cups', stated: 500 },
  ]);
  expect(rowsIn(ask('share_of_customer', elsewhere).table)[0]).toMatchObject({ own: 3_000_000, wallet: 6_000_000 });
});
test('grades are never mixed: a rank makes rows of its own; a proxy is written only where nobody told anything', () => {
  const mixed = withWallets(datasetOf(lines), [...wallets.slice(0, 5), { ...nothing, customer: 'c05', rank: 1 }]);
  expect(rowsIn(ask('share_of_customer', mixed).table).map((row) => row['grade'])).toEqual(['stated', 'ranked']);
  expect(shareByRank(1, 2)).toBeCloseTo(2 / 3, 15);
  expect(shareByRank(1, 4) + shareByRank(2, 4) + shareByRank(3, 4) + shareByRank(4, 4)).toBeCloseTo(1, 15);
  const proxy = ask('share_of_customer', lines);
  expect(new Set(rowsIn(proxy.table).map((row) => row['grade']))).toEqual(new Set(['proxy']));
  expect(rowsIn(proxy.table)[0]).toMatchObject({ own: 60_000, wallet: 120_000, share: 0.5 });
});
test('more than the whole wallet is a data error: left out, counted, said', () => {
  const wrong = withWallets(datasetOf(lines), [...wallets.slice(1), { ...nothing, customer: 'c00', stated: 299 }]);
  const found = ask('share_of_customer', wrong);
  const row = rowsIn(found.table)[0];
  expect(row).toMatchObject({ customers_measured: 5, data_errors: 1, share: 0.5 });
  expect([...found.members(row, 'data_errors')]).toEqual([0]);
  expect(remark(found.table as unknown as Table)).toBe(
    '1 customer gives us more than their whole wallet: data errors, left out.',
  );
  expect(remark(table)).toBeNull();
});
test.each([
  ['wide', 720],
  ['narrow', 358],
])('%s: the picture', (_, width) => {
  const html = drawn(Chart, { table, options: asked.options, width });
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(html)).toEqual(expect.arrayContaining(['best', '50.0%', '10.0%']));
});
test('the finding', () => {
  expect(said(finding(table, context, format))).toBe(
    'The best fifth gives us 50% of its business, the last 10%; $11,610 of the second fifth goes elsewhere. [n = 30]',
  );
  const proxy = ask('share_of_customer', lines).table as unknown as Table;
  expect(said(finding(proxy, context, format))).toMatch(/^The best fifth hold 50% of our categories, the last 50%/);
});

describe('by segment', () => {
  const coloured = lines.map((line, at): Line => ({
    ...line,
    attributes: { Colour: at < 10 ? 'red' : at < 29 ? 'blue' : null },
  }));
  const found = ask('share_by_segment', withWallets(datasetOf(coloured), wallets), [], { by: 'Colour' });
  const bySegment = found.table as unknown as MetricTable<typeof shareBySegment>;
  test('an attribute takes the place of recency, frequency and money; customers without a value stand apart', () => {
    expect(rowsIn(found.table).map((row) => [row['group'], row['customers_measured'], row['own']])).toEqual([
      ['', 1, 100_000],
      ['red', 10, 25_500_000],
      ['blue', 19, 20_900_000],
    ]);
    expect(found.members(rowsIn(found.table)[1], 'customers_measured')).toHaveLength(10);
  });
  test('the largest gap comes first, in the picture and the finding', () => {
    const html = drawn(Segments, { table: bySegment, options: { by: 'Colour' }, width: 720 });
    const said = wordsOf(html).filter((words) => ['red', 'blue', 'not known'].includes(words));
    expect(said).toEqual(['blue', 'red', 'not known']);
    expect(html).not.toMatch(/NaN|undefined|Infinity/);
    expect(segmentsFinding(bySegment, context, format, { by: 'Colour' })!.words).toEqual([
      { strong: '“blue” spend $18,810 elsewhere, more than any other' },
      '; they give us 10% of their business.',
    ]);
  });
});

describe('the gap in money', () => {
  const found = ask('wallet_gap', withWallets(datasetOf(lines), wallets));
  const gaps = found.table as unknown as MetricTable<typeof walletGap>;
  test('is the wallet less own, the largest first', () => {
    // c06 brings 240 of 2,400; the six before it bring half of their wallets.
    expect(rowsIn(found.table)[0]).toMatchObject({
      customer: 'c06',
      own: 2_400_000,
      wallet: 24_000_000,
      gap: 21_600_000,
    });
    const sizes = [...gaps.gap];
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
  test('is written of statements only, grade by grade, without data errors', () => {
    expect(ask('wallet_gap', lines).table['gap']).toHaveLength(0);
    const mixed = withWallets(datasetOf(lines), [
      { ...nothing, customer: 'c00', rank: 1 },
      { ...nothing, customer: 'c01', stated: 400 },
      { ...nothing, customer: 'c02', stated: 1 },
    ]);
    expect(rowsIn(ask('wallet_gap', mixed).table).map(({ customer, grade }) => [customer, grade])).toEqual([
      ['c01', 'stated'],
      ['c00', 'ranked'],
    ]);
  });
  test('the list and the finding', () => {
    const html = drawn(Gap, { table: gaps, options: {}, width: 720 });
    expect(wordsOf(html)).toEqual(
      expect.arrayContaining([
        'As customers state it: 30 customers with a gap',
        'c06',
        '$2,160',
        'and 18 more, all in the export',
      ]),
    );
    expect(said(gapFinding(gaps, context, format))).toBe(
      'The 10 with the largest gap spend $17,550 elsewhere, 61.3% of what all measured customers do. [n = 30]',
    );
  });
});
