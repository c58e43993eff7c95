import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/cohort-retention/Chart.svelte';
import CurvesByCohort from '../../../src/metrics/cohort-retention/CurvesByCohort.svelte';
import { drawn, wordsOf } from '../../visual/drawn';
import { alike, four, none, usual, weeks, windowed, years } from './made';

const options = { unit: 'month', mode: 'on' } as const;
const week = { unit: 'week', mode: 'on' } as const;

test.each([
  ['triangle', usual, 720],
  ['triangle-narrow', usual, 358],
])('%s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});

test.each([
  ['curves-single', usual],
  ['curves-years', years],
])('%s', async (name, table) => {
  await expect(drawn(CurvesByCohort, { table, options, width: 480 })).toMatchFileSnapshot(`drawn/${name}.html`);
});

test('the row of all cohorts pools complete cells only', () => {
  const words = wordsOf(drawn(Chart, { table: usual, options, width: 720 }));
  const all = words.slice(words.indexOf('All') + 1, words.indexOf('All') + 7);
  // 35 + 16 + 7 + 2 of 70 + 59 + 40 + 4: the cohort whose month 1 is not over is not among them.
  expect(all).toEqual(['218', '100', '35', '27', '37', '40']);
});

test('many cohorts: the latest are drawn, and the rest is said to be in the table', () => {
  const html = drawn(Chart, { table: weeks, options: week, width: 720 });
  expect(wordsOf(html)).toContain('44 earlier cohorts only in the table');
  expect(html.match(/<text/g)!.length).toBeLessThan(200);
});

test('nobody, hardly anybody and empty cells are drawn without a fall', () => {
  for (const chart of [Chart, CurvesByCohort]) {
    expect(wordsOf(drawn(chart, { table: none, options }))).toEqual([]);
    for (const table of [four, alike, windowed])
      expect(drawn(chart, { table, options })).not.toMatch(/NaN|undefined|Infinity/);
  }
});
