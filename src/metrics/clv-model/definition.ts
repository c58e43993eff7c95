import { defineMetric, onDay, oneOf } from '../metric';

export const clvModel = defineMetric({
  id: 'clv_model',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  options: { model: oneOf('bgnbd', 'paretonbd'), calibration_end: onDay() },
  follows: 'clv',
  /** The shared summary of the models: a row a customer and distinct purchase day. */
  base: { customer: 'code', day: 'day', net: 'money' },
  /** Rates a week, spend in currency units. `refusal`: why the row's model gives no figures. */
  table: { model: 'text', parameter: 'text', value: 'number', se: 'number', refusal: 'text' },
  hidden: ['refusal'],
  lists: {},
  reported: true,
  words: {
    title: 'The models behind the expected purchases',
    options: {
      model: { label: 'model', values: { bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
      calibration_end: { label: 'Model sees until' },
    },
    columns: { model: 'model', parameter: 'parameter', value: 'value', se: 'se', refusal: 'refusal' },
  },
});
