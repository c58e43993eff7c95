import { expect, test } from 'vitest';
import Bridge from '../../../src/metrics/customer-balance/Bridge.svelte';
import Chart from '../../../src/metrics/customer-balance/Chart.svelte';
import KeptByWorth from '../../../src/metrics/customer-balance/KeptByWorth.svelte';
import KeptRate from '../../../src/metrics/customer-balance/KeptRate.svelte';
import NewCategory from '../../../src/metrics/customer-balance/NewCategory.svelte';
import NewCustomers from '../../../src/metrics/customer-balance/NewCustomers.svelte';
import { drawn, wordsOf } from '../../visual/drawn';
import { allNew, four, none, plain, uneven, usual } from './made';

const options = {};

test.each([
  ['wide', usual, 1184],
  ['tight', usual, 760],
  ['turned', usual, 358],
  ['all-new', allNew, 1184],
  ['plain', plain, 1184],
  ['uneven', uneven, 1184],
])('the balance, %s', async (name, table, width) => {
  await expect(drawn(Chart, { table, options, width })).toMatchFileSnapshot(`drawn/balance-${name}.html`);
});

test.each([
  ['bridge', Bridge, 460],
  ['kept-by-worth', KeptByWorth, 270],
  ['kept-rate', KeptRate, 270],
  ['new-category', NewCategory, 270],
  ['new-customers', NewCustomers, 270],
])('%s', async (name, chart, width) => {
  await expect(drawn(chart, { table: usual, options, width })).toMatchFileSnapshot(`drawn/${name}.html`);
});

test('nobody, or hardly anybody, is drawn without a fall', () => {
  for (const chart of [Chart, Bridge, KeptByWorth, KeptRate, NewCategory, NewCustomers]) {
    expect(wordsOf(drawn(chart, { table: none, options }))).toEqual([]);
    expect(drawn(chart, { table: four, options })).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawn(chart, { table: allNew, options })).not.toMatch(/NaN|undefined|Infinity/);
    expect(drawn(chart, { table: plain, options })).not.toMatch(/NaN|undefined|Infinity/);
  }
});

test('without categories nobody is said to have grown', () => {
  const words = wordsOf(drawn(Chart, { table: plain, options, width: 1184 })).join(' ');
  expect(words).toContain('no categories in the file');
  expect(words).not.toMatch(/new to them|grew/);
});
