import { expect, test } from 'vitest';
import { firstDayOfMonth, lastDayOfMonth } from '../../../src/domain/calendar';
import Chart from '../../../src/metrics/buying-and-away/Chart.svelte';
import type { buyingAndAway } from '../../../src/metrics/buying-and-away/definition';
import { finding } from '../../../src/metrics/buying-and-away/finding';
import { monthsClause, readStandings, windowMonths } from '../../../src/metrics/buying-and-away/months';
import { alternativeOptions, alternativeWords } from '../../../src/metrics/buying-and-away/alternatives';
import type { MetricTable } from '../../../src/metrics/metric';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';

type Table = MetricTable<typeof buyingAndAway>;
const FIRST = 2021 * 12;

function months(rows: readonly (readonly [buying: number, away: number, fresh: number])[]): Table {
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    month: Float64Array.from(rows, (_, i) => FIRST + i),
    buying: column(0),
    away: column(1),
    new: column(2),
    source: rows.map(() => 'purchases'),
    lapse_days: Float64Array.from(rows, () => 361),
  };
}
const usual = months(
  Array.from(
    { length: 24 },
    (_, i) => [Math.min(600, 60 * (i + 1)), i < 12 ? 0 : 10 * (i - 11), i < 10 ? 60 : 1] as const,
  ),
);
const four = months([[3, 1, 1]]);
const none = months([]);
const options = { source: 'auto', lapse_days: null } as const;

test.each([
  ['strip', usual, 1100, []],
  ['strip-window', usual, 358, [monthsClause(FIRST + 12, FIRST + 23)]],
])('%s', async (name, table, width, filter) => {
  await expect(drawn(Chart, { table, options, width, filter })).toMatchFileSnapshot(`drawn/${name}.html`);
});
test('nobody, or one month, is drawn without a fall', () => {
  expect(wordsOf(drawn(Chart, { table: none, options }))).toEqual([]);
  expect(drawn(Chart, { table: four, options })).not.toMatch(/NaN|undefined|Infinity/);
});
test('new are those of the last twelve months, and never more than are buying', () => {
  const standings = readStandings(usual);
  expect(standings[9].fresh).toBe(600);
  expect(standings[23].fresh).toBe(12);
  for (const { fresh, buying } of standings) expect(fresh).toBeLessThanOrEqual(buying);
});
test('the brush takes whole months, and shows the window of the filter', () => {
  const clause = monthsClause(FIRST + 2, FIRST + 4);
  expect(clause).toEqual({ kind: 'window', from: firstDayOfMonth(FIRST + 2), until: lastDayOfMonth(FIRST + 4) });
  expect(windowMonths([clause], FIRST, FIRST + 23)).toEqual({ from: FIRST + 2, until: FIRST + 4 });
  expect(windowMonths([{ kind: 'window', from: null, until: clause.until }], FIRST, FIRST + 23)).toEqual({
    from: FIRST,
    until: FIRST + 4,
  });
  expect(windowMonths([], FIRST, FIRST + 23)).toBeNull();
  expect(windowMonths([monthsClause(0, 1)], FIRST, FIRST + 23)).toBeNull();
});
test('the finding', () => {
  expect(said(finding(usual, context, format))).toBe(
    '600 of 720 customers bought within the last 361 days. Drag over the months to set the period for every chart. [n = 720]',
  );
  expect(said(finding(four, context, format))).toBe('4 customers are too few for a finding. [n = 4]');
  expect(said(finding(none, context, format))).toBeNull();
});
test('the alternative takes another number of days, and says what is so at the end; by contract there is none', () => {
  expect(alternativeOptions(usual)).toEqual({ lapse_days: 183 });
  expect(alternativeOptions({ ...usual, source: ['contract'] })).toBeNull();
  expect(alternativeWords(usual, format)).toBe('600 bought within the last 361 days, 120 did not.');
  expect(alternativeWords(four, format)).toBe('');
  expect(alternativeWords(none, format)).toBe('');
});
