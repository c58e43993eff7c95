import { expect, test } from 'vitest';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/retention-curve/Chart.svelte';
import type { retentionCurve } from '../../../src/metrics/retention-curve/definition';
import { finding } from '../../../src/metrics/retention-curve/finding';
import { groupsAlternativeWords } from '../../../src/metrics/retention-curve/alternatives';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof retentionCurve>;
const options = { unit: 'month', mode: 'on', by: '' } as const;

function curve(points: readonly (readonly [eligible: number, active: number])[]): Table {
  const column = (of: (point: readonly [number, number], period: number) => number) => Float64Array.from(points, of);
  const rate = ([eligible, active]: readonly [number, number]) => active / eligible;
  return {
    group: [],
    period: column((_, period) => period),
    eligible: column(([eligible]) => eligible),
    active: column(([, active]) => active),
    rate: column(rate),
    ci_low: column((point) => Math.max(0, rate(point) - 0.03)),
    ci_high: column((point) => Math.min(1, rate(point) + 0.03)),
  };
}
const usual = curve([
  [2357, 2357],
  [2357, 345],
  [2357, 289],
  [2357, 223],
  [2357, 205],
  [1564, 120],
  [1564, 110],
  [781, 60],
]);
const four = curve([
  [4, 4],
  [4, 2],
  [4, 1],
]);
const none = curve([]);
const alike = curve([
  [10, 10],
  [10, 10],
  [10, 10],
  [10, 10],
]);

test.each([
  ['curve', usual, 480],
  ['curve-narrow', usual, 340],
  ['curve-few', four, 480],
])('%s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});
test('few are hollow, without line or interval', () => {
  const html = drawn(Chart, { table: four, options });
  expect(html.match(/class="dot few"/g)).toHaveLength(2);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  expect(wordsOf(drawn(Chart, { table: none, options }))).toEqual([]);
});
test('the finding', () => {
  const find = (table: Table, mode: 'on' | 'on_or_after' = 'on') =>
    said(finding(table, context, format, { unit: 'month', mode, by: '' }));
  expect(find(usual)).toBe('14.6% bought again in the month after the first purchase, 7.0% in month 6. [n = 2,357]');
  expect(find(usual, 'on_or_after')).toBe(
    '14.6% bought in the month after the first purchase or later, 7.0% in month 6. [n = 2,357]',
  );
  expect(find(alike)).toBe('100.0% bought again in the month after the first purchase, 100.0% in month 3. [n = 10]');
  expect(find(four)).toBe('4 customers are too few for a finding. [n = 4]');
  expect(find(none)).toBeNull();
  expect(find(curve([[50, 50]]))).toBeNull();
});

test('a line that climbs into the words leaves them out; the words at its end stand above all ink', () => {
  const spiky = curve(
    Array.from(
      { length: 31 },
      (_, period) =>
        [period > 24 ? 300 : 2_000, (period > 24 ? 300 : 2_000) * (period % 3 === 0 ? 0.9 : 0.01)] as const,
    ),
  );
  const words = wordsOf(drawn(Chart, { table: spiky, options }));
  expect(words).not.toContain('20 of 2,000');
  expect(words).toContain('300 of 2,000 old enough');
  expect(wordsOf(drawn(Chart, { table: usual, options })).join(' ')).toContain('345 of 2,357');
});
test('groups have their alternative', () => {
  const groups = {
    ...curve([
      [100, 100],
      [100, 40],
      [100, 100],
      [100, 20],
    ]),
    group: ['a', 'a', 'b', 'b'],
    period: Float64Array.of(0, 1, 0, 1),
  };
  expect(groupsAlternativeWords(groups, format, { ...options, by: 'Plan', mode: 'on_or_after' })).toBe(
    'Counting who bought then or later: of “a” 40.0% bought again in the month after the first purchase or later, of “b” 20.0%.',
  );
});
