import { defineMetric, onDay, oneOf } from '../metric';

export const clvHoldout = defineMetric({
  id: 'clv_holdout',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /** `calibration_end`: the last day that the model sees; by default after two thirds of the days in view. */
  options: { model: oneOf('bgnbd', 'paretonbd'), calibration_end: onDay() },
  follows: 'clv',
  /** The shared summary of the models: a row a customer and distinct purchase day. */
  base: { customer: 'code', day: 'day', net: 'money' },
  /**
   * Purchase days in each calendar week after the calibration, of customers who had bought by its end; the first and the last
   * week may be cut. `buyers`: customers behind `actual`. `days`: of the week that are in view.
   */
  table: { week: 'week', expected: 'number', actual: 'int', buyers: 'count', days: 'int', refusal: 'text' },
  hidden: ['buyers', 'days', 'refusal'],
  lists: { buyers: 'customers' },
  reported: true,
  words: {
    title: 'Was the model right? Expected and actual purchases',
    options: {
      model: { label: 'model', values: { bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
      calibration_end: { label: 'Model sees until' },
    },
    columns: {
      week: 'week',
      expected: 'expected',
      actual: 'actual',
      buyers: 'buyers',
      days: 'days',
      refusal: 'refusal',
    },
  },
});
