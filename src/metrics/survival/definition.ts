import { decimal, defineMetric, oneOf, text, whole } from '../metric';

/**
 * Three tables of one question share options and base: the curve, its summary, and the tests between strata. `by` names a
 * customer attribute, or several by `;`; `tau` is in the unit of t.
 */
const shared = {
  stage: 'retention',
  needs: [],
  needsOneOf: [
    ['contracts.tenure', 'contracts.churned'],
    ['contracts.start', 'contracts.ended_on'],
    ['transactions.customer', 'transactions.date'],
  ],
  options: {
    by: text(),
    source: oneOf('auto', 'contract', 'purchases'),
    lapse_days: whole(null, 1, 36_600),
    lapse_at: oneOf('last_purchase', 'n_days_later'),
    tau: whole(null, 1, 1_000_000),
  },
  /** `t` in 1/10,000 of its unit. Who comes under observation, leaves, or is lost from view at it. */
  base: { stratum: 'code', t: 'int', entered: 'count', events: 'count', censored: 'count' },
} as const;

const optionWords = {
  by: { label: 'by' },
  source: { label: 'from', values: { auto: 'what fits', contract: 'contracts', purchases: 'purchases' } },
  lapse_days: { label: 'lapse days' },
  lapse_at: { label: 'left', values: { last_purchase: 'on the last purchase', n_days_later: 'N days after it' } },
  tau: { label: 'tau' },
};

export const survival = defineMetric({
  ...shared,
  id: 'survival',
  table: {
    stratum: 'text',
    t: 'number',
    at_risk: 'count',
    events: 'count',
    censored: 'count',
    survival: 'share',
    ci_low: 'share',
    ci_high: 'share',
    unit: 'text',
    source: 'text',
    lapse_days: 'count',
  },
  /** The same in every row: what t is counted in, where stays are read from, and N where it is from purchases. */
  hidden: ['unit', 'source', 'lapse_days'],
  lists: { at_risk: 'customers', events: 'customers', censored: 'customers' },
  report: 7,
  words: {
    title: 'Still a customer',
    options: optionWords,
    columns: {
      stratum: 'stratum',
      t: 't',
      at_risk: 'at risk',
      events: 'events',
      censored: 'censored',
      survival: 'survival',
      ci_low: '95% from',
      ci_high: '95% to',
      unit: 'unit',
      source: 'source',
      lapse_days: 'lapse days',
    },
  },
});

export const survivalSummary = defineMetric({
  ...shared,
  id: 'survival_summary',
  follows: 'survival',
  table: {
    stratum: 'text',
    n: 'count',
    events: 'count',
    median: 'number',
    median_low: 'number',
    median_high: 'number',
    rmst: 'number',
    tau: 'number',
    unit: 'text',
    source: 'text',
    lapse_days: 'count',
  },
  /** As of the survival table. */
  hidden: ['unit', 'source', 'lapse_days'],
  lists: { n: 'customers', events: 'customers' },
  report: 8,
  words: {
    title: 'How long customers stay',
    options: optionWords,
    columns: {
      stratum: 'stratum',
      n: 'of',
      events: 'events',
      median: 'median',
      median_low: 'median low',
      median_high: 'median high',
      rmst: 'rmst',
      tau: 'tau',
      unit: 'unit',
      source: 'source',
      lapse_days: 'lapse days',
    },
  },
});

export const survivalTests = defineMetric({
  ...shared,
  id: 'survival_tests',
  follows: 'survival',
  table: {
    test: 'text',
    subject: 'text',
    statistic: 'number',
    df: 'int',
    p: 'number',
    log10_p: 'number',
    p_holm: 'number',
    coef: 'number',
    se: 'number',
    ph_p: 'number',
    against: 'text',
  },
  /** Of a covariate of Cox's model: the check of proportional hazards, and the value that it is held against. */
  hidden: ['ph_p', 'against'],
  lists: {},
  report: 9,
  words: {
    title: 'Is the difference more than chance?',
    options: optionWords,
    columns: {
      test: 'test',
      subject: 'subject',
      statistic: 'statistic',
      df: 'df',
      p: 'p',
      log10_p: 'log10 p',
      p_holm: 'p holm',
      coef: 'coef',
      se: 'se',
      ph_p: 'ph p',
      against: 'against',
    },
  },
});

/**
 * How long contracts last by the shifted beta-geometric model: renewals are months, quarters or years of a stay, or the unit of
 * the tenures where that is longer.
 */
export const clvContract = defineMetric({
  id: 'clv_contract',
  stage: 'selection',
  needs: [],
  needsOneOf: [
    ['contracts.tenure', 'contracts.churned'],
    ['contracts.start', 'contracts.ended_on'],
  ],
  options: { period: oneOf('month', 'quarter', 'year'), yearly_discount: decimal('0.10', 0.001, 10) },
  base: shared.base,
  /**
   * A row a renewal, from 0 on, half as far again as was seen: who came to it, who of them left, the share of all still there after
   * it, seen and by the model; its rate of renewal, and the further periods then to be expected, discounted. The rest is the
   * same in every row: the model, its period in words, and why there is none.
   */
  table: {
    renewal: 'int',
    came: 'count',
    ended: 'count',
    survival: 'share',
    survival_model: 'share',
    retention_model: 'share',
    residual: 'number',
    alpha: 'number',
    alpha_se: 'number',
    beta: 'number',
    beta_se: 'number',
    log_likelihood: 'number',
    customers: 'count',
    period: 'text',
    refusal: 'text',
  },
  hidden: ['customers', 'period', 'refusal'],
  lists: { came: 'customers', ended: 'customers', customers: 'customers' },
  report: null,
  words: {
    title: 'How long contracts will last',
    options: {
      period: { label: 'over', values: { month: 'month', quarter: 'quarter', year: 'year' } },
      yearly_discount: { label: 'Yearly discount' },
    },
    columns: {
      renewal: 'renewal',
      came: 'came',
      ended: 'ended',
      survival: 'survival',
      survival_model: 'survival model',
      retention_model: 'retention model',
      residual: 'residual',
      alpha: 'alpha',
      alpha_se: 'alpha se',
      beta: 'beta',
      beta_se: 'beta se',
      log_likelihood: 'log likelihood',
      customers: 'customers',
      period: 'period',
      refusal: 'refusal',
    },
  },
});
