import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromCivil } from '../../../src/domain/calendar';
import type { QualityFinding } from '../../../src/domain/quality';
import { findQuality } from '../../../src/engine/quality/quality';
import { saysTest } from '../../../src/engine/quality/test-words';
import { datasetOf, type Line } from '../../support/histories';

const START = dayFromCivil(2023, 1, 1);
const run = (lines: readonly Line[], savedOn: number | null = null) => findQuality(datasetOf(lines), [savedOn], []);
const find = <Id extends QualityFinding['id']>(lines: readonly Line[], id: Id, savedOn: number | null = null) =>
  run(lines, savedOn).find(({ finding }) => finding.id === id) as
    { finding: Extract<QualityFinding, { id: Id }>; places: { file: number; line: number }[] } | undefined;
/** So many lines, one a day, each by a customer of its own. */
const daily = (count: number, more: Partial<Line> = {}): Line[] =>
  Array.from({ length: count }, (_, at) => ({ customer: `c${at}`, day: START + at, amount: 10, ...more }));

describe('silence', () => {
  test.each([
    ['no lines', []],
    ['four lines', daily(4)],
    [
      'four lines far apart, of very different size',
      [1, 40, 9_000, 2].map((n) => ({ customer: 'a', day: START + n, amount: n ** 3 })),
    ],
    ['lines that are all equal', daily(200).map(() => ({ customer: 'a', day: START, amount: 5 }))],
    ['lines of nothing', daily(200, { amount: 0 })],
    ['a year of ordinary days', daily(365)],
  ])('%s', (_, lines) => expect(run(lines)).toEqual([]));
  test('no transactions', () => expect(findQuality({ ...datasetOf([]), transactions: null }, [], [])).toEqual([]));
});

describe('customers', () => {
  test('lines that name none, with their share of net sales', () => {
    const found = find(
      [...daily(3), { customer: null, day: START, amount: 70 }, { customer: null, day: START, amount: -40 }],
      'missing_customer',
    );
    expect(found?.finding).toEqual({ id: 'missing_customer', lines: 2, of: 5, net: 300_000, netOf: 600_000 });
    expect(found?.places).toEqual([
      { file: 0, line: 5 },
      { file: 0, line: 6 },
    ]);
  });
  test('without a column of customers there is nothing to miss', () =>
    expect(find([{ day: START, amount: 1 }], 'missing_customer')).toBeUndefined());
  test('orders under which several customers stand; lines without a customer name nobody else', () => {
    const lines = [
      ['1', 'a'],
      ['1', 'b'],
      ['1', 'a'],
      ['2', 'a'],
      ['2', null],
      ['3', 'b'],
    ].map(([order, customer]): Line => ({ order, customer, day: START, amount: 1 }));
    const found = find(lines, 'shared_orders');
    expect(found?.finding).toEqual({ id: 'shared_orders', orders: 1, lines: 3, of: 6 });
    expect(found?.places.map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

describe('days', () => {
  test('later than the day after the file was saved', () => {
    const lines = daily(10);
    expect(find(lines, 'late_days', START + 8)).toBeUndefined();
    expect(find(lines, 'late_days', START + 6)?.finding).toMatchObject({
      lines: 2,
      of: 10,
      last: START + 9,
      savedOn: START + 6,
    });
    expect(find(lines, 'late_days', null)).toBeUndefined();
  });
  test('far is more than three times the span of the middle 90 %, and a year, from its ends', () => {
    // 200 days: the middle runs from day 9 to day 189, 180 days; three times that is 540.
    const high = START + 189 + 540;
    expect(find([...daily(200), { customer: 'x', day: high + 1, amount: 1 }], 'far_days')).toBeUndefined();
    const far = find([...daily(199), { customer: 'x', day: high + 30, amount: 1 }], 'far_days');
    expect(far?.finding).toMatchObject({ lines: 1, of: 200, latest: high + 30, from: START, until: START + 198 });
    expect(far?.places).toEqual([{ file: 0, line: 201 }]);
    const old = find([...daily(50), { customer: 'x', day: dayFromCivil(1900, 1, 1), amount: 1 }], 'far_days');
    expect(old?.finding).toMatchObject({ lines: 1, earliest: dayFromCivil(1900, 1, 1), until: START + 49 });
  });
  test('a year is not far, however close the other days are', () => {
    const lines = daily(50).map((line) => ({ ...line, day: START }));
    expect(find([...lines, { customer: 'x', day: START + 365, amount: 1 }], 'far_days')).toBeUndefined();
    expect(find([...lines, { customer: 'x', day: START + 366, amount: 1 }], 'far_days')?.finding.lines).toBe(1);
  });
  test('a gap is two weeks and more, and more than three times the usual one', () => {
    const split = (length: number) => [
      ...daily(40),
      ...daily(40).map((line) => ({ ...line, day: line.day + 40 + length })),
    ];
    expect(find(split(13), 'calendar_gaps')).toBeUndefined();
    expect(find(split(14), 'calendar_gaps')?.finding).toEqual({
      id: 'calendar_gaps',
      gaps: 1,
      usual: 0,
      longest: [{ from: START + 40, until: START + 53, days: 14 }],
    });
    // Once a week: six days between lines are usual, so 18 are no gap and 20 are one.
    const weekly = (length: number) =>
      daily(80).map((line, at) => ({ ...line, day: START + 7 * at + (at > 40 ? length - 6 : 0) }));
    expect(find(weekly(18), 'calendar_gaps')).toBeUndefined();
    expect(find(weekly(20), 'calendar_gaps')?.finding).toMatchObject({ gaps: 1, usual: 6 });
  });
  test('the years before a single day far off are no gap', () =>
    expect(find([...daily(60), { customer: 'x', day: START + 9_000, amount: 1 }], 'calendar_gaps')).toBeUndefined());
});

describe('amounts', () => {
  test('an outlier is beyond 100 times the 99th percentile', () => {
    const with_ = (amount: number) => [...daily(199), { customer: 'x', day: START, amount }];
    expect(find(with_(1_000), 'outlying_amounts')).toBeUndefined();
    const found = find(with_(-1_000.01), 'outlying_amounts');
    expect(found?.finding).toEqual({
      id: 'outlying_amounts',
      lines: 1,
      of: 200,
      limit: 10_000_000,
      largest: -10_000_100,
    });
    expect(found?.places).toEqual([{ file: 0, line: 201 }]);
  });
  test('with fewer than 100 lines none is told', () =>
    expect(find([...daily(98), { customer: 'x', day: START, amount: 1e9 }], 'outlying_amounts')).toBeUndefined());
});

describe('orders that are none', () => {
  test('test lines, by the whole of a cell', () => {
    const lines: Line[] = [
      { customer: 'Test', day: START, amount: 1, product: 'tea' },
      { customer: 'a', day: START, amount: 1, product: 'TEST-002' },
      { customer: 'b', day: START, amount: 1, product: 'Pregnancy test' },
    ];
    expect(find(lines, 'test_lines')?.finding).toEqual({
      id: 'test_lines',
      lines: 2,
      of: 3,
      words: ['Test', 'TEST-002'],
    });
  });
  test.each(['test', 'TEST001', 'Testbestellung', 'This is a test product.', 'dummy'])('%s is a test', (text) =>
    expect(saysTest(text)).toBe(true),
  );
  test.each(['', '12', 'Testa', 'Covid test kit', 'contest', 'latest'])('%s is none', (text) =>
    expect(saysTest(text)).toBe(false),
  );
  test('cancelled lines are counted, with what they would have brought', () => {
    const lines: Line[] = [...daily(3), { customer: 'x', day: START, amount: 7, kind: 'void' }];
    expect(find(lines, 'cancelled_lines')?.finding).toEqual({ id: 'cancelled_lines', lines: 1, of: 4, gross: 70_000 });
  });
  test('a column that nobody reads may say that sales were called off', () => {
    const lines = ['Shipped', 'Cancelled', 'Storniert', null].map((status): Line => ({
      customer: 'a',
      day: START,
      amount: 1,
      attributes: { Status: status },
    }));
    expect(find(lines, 'cancelled_words')?.finding).toEqual({
      id: 'cancelled_words',
      lines: 2,
      of: 4,
      column: 'Status',
      words: ['Cancelled', 'Storniert'],
    });
  });
});

test('exact duplicates are told for each role, of all its rows', () => {
  const places = [{ file: 0, line: 9 }];
  const dataset = datasetOf(daily(10));
  expect(findQuality(dataset, [], [{ role: 'transactions', rows: 2, merged: false, places }])).toEqual([
    { finding: { id: 'duplicates', role: 'transactions', merged: false, lines: 2, of: 10 }, places },
  ]);
  expect(findQuality(dataset, [], [{ role: 'transactions', rows: 0, merged: false, places: [] }])).toEqual([]);
});

test('whether amounts are outliers is as a sorted list of them says, for any amounts', () => {
  const amounts = fc.array(fc.constantFrom(0, 0.01, -1, 2, 150, -200, 20_000), { minLength: 90, maxLength: 320 });
  fc.assert(
    fc.property(amounts, fc.nat(3), (usual, extremes) => {
      const all = [...usual, ...Array.from({ length: extremes }, () => 1e7)];
      const sizes = all
        .map(Math.abs)
        .filter((size) => size > 0)
        .sort((a, b) => a - b);
      const limit = 100 * (sizes[Math.ceil(0.99 * sizes.length) - 1] ?? Infinity);
      const beyond = sizes.filter((size) => size > limit + 1e-9).length;
      const found = find(
        all.map((amount, at) => ({ customer: `c${at}`, day: START, amount })),
        'outlying_amounts',
      );
      expect(found?.finding.lines ?? 0).toBe(beyond);
    }),
  );
});
