import { decimal, defineMetric, onDay, oneOf, whole } from '../metric';

export const clv = defineMetric({
  id: 'clv',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /** `calibration_end`: the day up to which the models see purchases; by default the end of observation. */
  options: {
    model: oneOf('bgnbd', 'paretonbd'),
    calibration_end: onDay(),
    horizon_weeks: whole(52, 1, 520),
    yearly_discount: decimal('0.10', 0, 10),
  },
  /** The shared summary of the models: a row a customer and distinct purchase day. */
  base: { customer: 'code', day: 'day', net: 'money' },
  /**
   * Times in weeks. `expected_value`: net a purchase. `refusal`, `value_refusal`: why the model of buying, or that of spend,
   * gives no figures; then these are empty. `in_tenth`: customers whose chance of still buying lies in the same tenth.
   */
  table: {
    customer: 'text',
    x: 'int',
    t_x: 'number',
    T: 'number',
    p_alive: 'share',
    expected_purchases: 'number',
    expected_value: 'money_number',
    clv: 'money_number',
    refusal: 'text',
    value_refusal: 'text',
    in_tenth: 'count',
  },
  hidden: ['refusal', 'value_refusal', 'in_tenth'],
  lists: { in_tenth: 'customers' },
  reported: true,
  words: {
    title: 'What each customer will still bring',
    options: {
      model: { label: 'model', values: { bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
      calibration_end: { label: 'Model sees until' },
      horizon_weeks: { label: 'Weeks ahead' },
      yearly_discount: { label: 'Yearly discount' },
    },
    columns: {
      customer: 'customer',
      x: 'x',
      t_x: 't x',
      T: 'T',
      p_alive: 'p alive',
      expected_purchases: 'expected purchases',
      expected_value: 'expected value',
      clv: 'clv',
      refusal: 'refusal',
      value_refusal: 'value refusal',
      in_tenth: 'in tenth',
    },
  },
});
