import { defineMetric, text } from '../metric';

/** `by` names a column of the survey, or an attribute of the customers. */
export const feedback = defineMetric({
  id: 'feedback',
  stage: 'retention',
  needs: ['surveys.score'],
  options: { by: text() },
  /**
   * Answers by group (code + 1, 0 for a blank, 0 throughout without a breakdown), band (0 detracts, 1 is passive, 2 promotes) and weight
   * (its code). `scale` is one throughout, its largest score. `people` are the customers behind all answers of the group, `people_of_band` behind those
   * of the band, whatever the weight: none where the file names no customers.
   */
  base: {
    part: 'code',
    band: 'int',
    weight: 'code',
    scale: 'int',
    answers: 'count',
    people: 'count',
    people_of_band: 'count',
  },
  table: {
    group: 'text',
    responders: 'count',
    promoters: 'count',
    passives: 'count',
    detractors: 'count',
    nps: 'number',
    se: 'number',
    ci_low: 'number',
    ci_high: 'number',
    effective: 'number',
    scale: 'int',
    of_customers: 'flag',
    people: 'count',
    promoting: 'count',
    passive: 'count',
    detracting: 'count',
  },
  /**
   * The effective number of weighted answers; in every row the scale, and whether the groups are of customers (not of answers, by a
   * column of the survey); the customers behind the answers, who may have answered twice.
   */
  hidden: ['effective', 'scale', 'of_customers', 'people', 'promoting', 'passive', 'detracting'],
  lists: { people: 'customers', promoting: 'customers', passive: 'customers', detracting: 'customers' },
  report: 11,
  words: {
    title: 'Would they recommend us?',
    options: {
      by: { label: 'by' },
    },
    columns: {
      group: 'group',
      responders: 'responders',
      promoters: 'promoters',
      passives: 'passives',
      detractors: 'detractors',
      nps: 'nps',
      se: 'se',
      ci_low: '95% from',
      ci_high: '95% to',
      effective: 'effective',
      scale: 'scale',
      of_customers: 'of customers',
      people: 'people',
      promoting: 'promoting',
      passive: 'passive',
      detracting: 'detracting',
    },
  },
});
