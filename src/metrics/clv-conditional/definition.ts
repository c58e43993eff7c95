import { defineMetric, onDay, oneOf } from '../metric';

export const clvConditional = defineMetric({
  id: 'clv_conditional',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /** `calibration_end`: the last day that the model sees; by default after two thirds of the days in view. */
  options: { model: oneOf('bgnbd', 'paretonbd'), calibration_end: onDay() },
  follows: 'clv',
  /** The shared summary of the models: a row a customer and distinct purchase day. */
  base: { customer: 'code', day: 'day', net: 'money' },
  /** `x`: repeat purchases by the end of the calibration, 7 for seven or more. `expected`, `actual`: a customer, afterwards. */
  table: { x: 'int', customers: 'count', expected: 'number', actual: 'number', refusal: 'text' },
  hidden: ['refusal'],
  lists: { customers: 'customers' },
  reported: false,
  words: {
    title: 'Was the model right? By how often they had bought',
    options: {
      model: { label: 'model', values: { bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
      calibration_end: { label: 'Model sees until' },
    },
    columns: { x: 'x', customers: 'customers', expected: 'expected', actual: 'actual', refusal: 'refusal' },
  },
});
