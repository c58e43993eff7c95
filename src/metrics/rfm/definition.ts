import { defineMetric, onDay, text } from '../metric';

export const rfm = defineMetric({
  id: 'rfm',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /**
   * `*_cuts`: four cuts, ascending, `;` between them, in place of the quantiles (days, purchases, currency units).
   * `since`: the day with which the standing at the end of observation is compared; by default 365 days before it.
   */
  options: { recency_cuts: text(), frequency_cuts: text(), monetary_cuts: text(), since: onDay() },
  /** Scores of the whole file; recency, frequency and money of the days in view. `*_before`: as of `since`, 0 without a purchase. */
  base: {
    customer: 'code',
    recency_days: 'int',
    frequency: 'count',
    monetary: 'money',
    r: 'int',
    f: 'int',
    m: 'int',
    r_before: 'int',
    f_before: 'int',
    m_before: 'int',
  },
  /**
   * `fm`, `fm_before`: frequency and money as one score. `in_cell`, `in_segment`: how many in view share the row's scores,
   * its segment; `in_cell_before`: how many of these stood in that cell on `since`; `in_move`: how many share segment and segment before.
   */
  table: {
    customer: 'text',
    recency_days: 'int',
    frequency: 'int',
    monetary: 'money',
    r: 'int',
    f: 'int',
    m: 'int',
    segment: 'text',
    fm: 'int',
    r_before: 'int',
    fm_before: 'int',
    segment_before: 'text',
    in_cell: 'count',
    in_cell_before: 'count',
    in_segment: 'count',
    in_move: 'count',
  },
  hidden: ['fm', 'r_before', 'fm_before', 'segment_before', 'in_cell', 'in_cell_before', 'in_segment', 'in_move'],
  lists: {
    in_cell: 'customers',
    in_cell_before: 'customers',
    in_segment: 'customers',
    in_move: 'customers',
  },
  report: 21,
  words: {
    title: 'Who the customers are: recency, frequency, money',
    options: {
      recency_cuts: { label: 'Cuts in days' },
      frequency_cuts: { label: 'in purchases' },
      monetary_cuts: { label: 'in net sales' },
      since: { label: 'Changes since' },
    },
    columns: {
      customer: 'customer',
      recency_days: 'recency days',
      frequency: 'frequency',
      monetary: 'monetary',
      r: 'r',
      f: 'f',
      m: 'm',
      segment: 'segment',
      fm: 'fm',
      r_before: 'r before',
      fm_before: 'fm before',
      segment_before: 'segment before',
      in_cell: 'in cell',
      in_cell_before: 'in cell before',
      in_segment: 'in segment',
      in_move: 'in move',
    },
  },
});

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
  report: 22,
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
