import { defineMetric, text } from '../metric';

export const rfmCuts = defineMetric({
  id: 'rfm_cuts',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  options: { recency_cuts: text(), frequency_cuts: text(), monetary_cuts: text() },
  follows: 'rfm',
  /**
   * One row a measure (0 recency, 1 frequency, 2 money) and band between two cuts, 1 the lowest values. `customers`: those in
   * view within it. `fifths`: five times the cut above it; empty in the last.
   */
  base: { measure: 'int', band: 'int', customers: 'count', fifths: 'int' },
  /** Days, purchases, currency units. `band_1`: customers up to the first cut, ... `band_5`: above the last. */
  table: {
    measure: 'text',
    q20: 'number',
    q40: 'number',
    q60: 'number',
    q80: 'number',
    band_1: 'count',
    band_2: 'count',
    band_3: 'count',
    band_4: 'count',
    band_5: 'count',
  },
  hidden: ['band_1', 'band_2', 'band_3', 'band_4', 'band_5'],
  lists: {
    band_1: 'customers',
    band_2: 'customers',
    band_3: 'customers',
    band_4: 'customers',
    band_5: 'customers',
  },
  reported: true,
  words: {
    title: 'Where recency, frequency and money are cut',
    options: {
      recency_cuts: { label: 'Cuts in days' },
      frequency_cuts: { label: 'in purchases' },
      monetary_cuts: { label: 'in net sales' },
    },
    columns: {
      measure: 'measure',
      q20: 'q20',
      q40: 'q40',
      q60: 'q60',
      q80: 'q80',
      band_1: 'band 1',
      band_2: 'band 2',
      band_3: 'band 3',
      band_4: 'band 4',
      band_5: 'band 5',
    },
  },
});
