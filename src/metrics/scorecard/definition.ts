import { defineMetric } from '../metric';

/** Two tables of one question share a base: every indicator, year by year. */
const shared = {
  stage: null,
  needs: [],
  needsOneOf: [['transactions.customer', 'transactions.date'], 'surveys.score'],
  options: {},
  /**
   * `indicator` is its place in INDICATORS; `period` 0 the year up to the end of what is in view, 1 the year before it. The value is
   * `part` / `whole`; `people` are the customers behind it.
   */
  base: { indicator: 'code', period: 'int', part: 'int', whole: 'int', people: 'count' },
} as const;

export const scorecard = defineMetric({
  ...shared,
  id: 'scorecard',
  table: {
    stage: 'text',
    level: 'text',
    metric: 'text',
    value: 'number',
    previous: 'number',
    target: 'number',
    owner: 'text',
    status: 'text',
    unit: 'text',
    people: 'int',
  },
  /** What the value is counted in; the customers behind it: none behind a score that names nobody, which is a value all the same. */
  hidden: ['unit', 'people'],
  lists: { people: 'customers' },
  report: 18,
  words: {
    title: 'Who answers for what, and how it stands',
    options: {},
    columns: {
      stage: 'stage',
      level: 'level',
      metric: 'metric',
      value: 'value',
      previous: 'previous',
      target: 'target',
      owner: 'owner',
      status: 'status',
      unit: 'unit',
      people: 'people',
    },
  },
});

export const capabilityPortfolio = defineMetric({
  ...shared,
  id: 'capability_portfolio',
  table: {
    level: 'text',
    stage: 'text',
    metric: 'text',
    value: 'number',
    target: 'number',
    owner: 'text',
    data_readiness: 'share',
    status: 'text',
    unit: 'text',
    lacking: 'text',
    people: 'int',
  },
  /** As of the scorecard; fields that the files do not bring, by `;`. */
  hidden: ['status', 'unit', 'lacking', 'people'],
  lists: { people: 'customers' },
  report: 19,
  words: {
    title: 'Capabilities: three levels of three stages',
    options: {},
    columns: {
      level: 'level',
      stage: 'stage',
      metric: 'metric',
      value: 'value',
      target: 'target',
      owner: 'owner',
      data_readiness: 'data readiness',
      status: 'status',
      unit: 'unit',
      lacking: 'lacking',
      people: 'people',
    },
  },
});
