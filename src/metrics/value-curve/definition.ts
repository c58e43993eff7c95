import { defineMetric, oneOf } from '../metric';

export const valueCurve = defineMetric({
  id: 'value_curve',
  stage: 'selection',
  needs: ['transactions.customer', 'transactions.amount'],
  options: { by: oneOf('profit', 'net', 'contribution') },
  follows: 'value_quintiles',
  /**
   * `customers`, `value`, `loss_makers` of the best `hundredth` hundredths; `weighted` sums position x value over the
   * customers whom this hundredth adds, by their position among them.
   */
  base: { hundredth: 'int', customers: 'count', value: 'money', weighted: 'money', loss_makers: 'count' },
  table: {
    customers_share: 'share',
    value_share: 'share',
    customers: 'count',
    value: 'money',
    loss_makers: 'count',
    top20_share: 'share',
    gini: 'number',
  },
  /** `top20_share` and `gini` are the same in every row. */
  hidden: ['customers', 'value', 'loss_makers', 'top20_share', 'gini'],
  lists: { customers: 'customers', loss_makers: 'customers' },
  report: 17,
  words: {
    title: 'How much the best customers bring',
    options: {
      by: { label: 'by', values: { profit: 'profit', net: 'net sales', contribution: 'contribution' } },
    },
    columns: {
      customers_share: 'customers share',
      value_share: 'value share',
      customers: 'customers',
      value: 'value',
      loss_makers: 'loss makers',
      top20_share: 'top20 share',
      gini: 'gini',
    },
  },
});
