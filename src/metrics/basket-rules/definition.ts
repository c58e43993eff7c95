import { decimal, defineMetric, oneOf, whole } from '../metric';

export const basketRules = defineMetric({
  id: 'basket_rules',
  title: 'What leads to what in one basket',
  stage: 'growth',
  needs: [],
  needsOneOf: ['transactions.product', 'transactions.category'],
  /** `max_items`: of both sides together. */
  options: {
    item: oneOf('product', 'category'),
    min_support: decimal('0.01', 0, 1),
    min_confidence: decimal('0.25', 0, 1),
    max_items: whole(3, 2, 50),
  },
  /** The shared summary of the rules: one row a purchase in view and item that its sale lines hold. `n`: all purchases in view. */
  base: { basket: 'int', item: 'code', n: 'count' },
  /** `n_antecedent`, `n_consequent`: baskets with either side. `items`: a JSON list of the antecedent's items and the consequent. */
  table: {
    antecedent: 'text',
    consequent: 'text',
    count: 'count',
    support: 'share',
    confidence: 'share',
    lift: 'number',
    leverage: 'number',
    conviction: 'number',
    zhang: 'number',
    p_value: 'share',
    q_value: 'share',
    redundant: 'flag',
    n: 'count',
    n_antecedent: 'count',
    n_consequent: 'count',
    items: 'text',
  },
  hidden: ['n', 'n_antecedent', 'n_consequent', 'items'],
  lists: { count: 'orders', n: 'orders', n_antecedent: 'orders', n_consequent: 'orders' },
  reported: true,
});
