import { decimal, defineMetric, onDay, oneOf, whole } from '../metric';

export const clv = defineMetric({
  id: 'clv',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /** `calibration_end`: the day up to which the models see purchases; by default the end of observation. */
  options: {
    model: oneOf('mbgnbd', 'bgnbd', 'paretonbd'),
    calibration_end: onDay(),
    horizon_weeks: whole(52, 1, 520),
    yearly_discount: decimal('0.10', 0, 10),
  },
  /** The shared summary of the models: a row a customer and distinct purchase day. */
  base: { customer: 'code', day: 'day', net: 'money' },
  /**
   * Times in weeks. `expected_value`: net a purchase. `refusal`, `value_refusal`: why the model of buying, or that of spend,
   * gives no figures; then these are empty. `in_tenth`: customers whose chance of buying again lies in the same tenth.
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
  report: 25,
  words: {
    title: 'What each customer will still bring',
    options: {
      model: { label: 'model', values: { mbgnbd: 'MBG/NBD', bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
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

export const clvModel = defineMetric({
  id: 'clv_model',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  options: { model: oneOf('mbgnbd', 'bgnbd', 'paretonbd'), calibration_end: onDay() },
  follows: 'clv',
  /** The shared summary of the models: a row a customer and distinct purchase day. */
  base: { customer: 'code', day: 'day', net: 'money' },
  /** Rates a week, spend in currency units. `refusal`: why the row's model gives no figures. */
  table: { model: 'text', parameter: 'text', value: 'number', se: 'number', refusal: 'text' },
  hidden: ['refusal'],
  lists: {},
  report: 26,
  words: {
    title: 'The models behind the expected purchases',
    options: {
      model: { label: 'model', values: { mbgnbd: 'MBG/NBD', bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
      calibration_end: { label: 'Model sees until' },
    },
    columns: { model: 'model', parameter: 'parameter', value: 'value', se: 'se', refusal: 'refusal' },
  },
});

export const clvHoldout = defineMetric({
  id: 'clv_holdout',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /** `calibration_end`: the last day that the model sees; by default after two thirds of the days in view. */
  options: { model: oneOf('mbgnbd', 'bgnbd', 'paretonbd'), calibration_end: onDay() },
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
  report: 27,
  words: {
    title: 'Was the model right? Expected and actual purchases',
    options: {
      model: { label: 'model', values: { mbgnbd: 'MBG/NBD', bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
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

export const clvConditional = defineMetric({
  id: 'clv_conditional',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.date', 'transactions.amount'],
  /** `calibration_end`: the last day that the model sees; by default after two thirds of the days in view. */
  options: { model: oneOf('mbgnbd', 'bgnbd', 'paretonbd'), calibration_end: onDay() },
  follows: 'clv',
  /** The shared summary of the models: a row a customer and distinct purchase day. */
  base: { customer: 'code', day: 'day', net: 'money' },
  /** `x`: repeat purchases by the end of the calibration, 7 for seven or more. `expected`, `actual`: a customer, afterwards. */
  table: { x: 'int', customers: 'count', expected: 'number', actual: 'number', refusal: 'text' },
  hidden: ['refusal'],
  lists: { customers: 'customers' },
  report: null,
  words: {
    title: 'Was the model right? By how often they had bought',
    options: {
      model: { label: 'model', values: { mbgnbd: 'MBG/NBD', bgnbd: 'BG/NBD', paretonbd: 'Pareto/NBD' } },
      calibration_end: { label: 'Model sees until' },
    },
    columns: { x: 'x', customers: 'customers', expected: 'expected', actual: 'actual', refusal: 'refusal' },
  },
});
