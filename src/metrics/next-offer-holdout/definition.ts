import { defineMetric, oneOf, onDay } from '../metric';

export const nextOfferHoldout = defineMetric({
  id: 'next_offer_holdout',
  stage: 'growth',
  needs: ['transactions.customer', 'transactions.date'],
  needsOneOf: ['transactions.category', 'transactions.product'],
  /** `calibration_end`: the last day that offers are learnt from; by default after two thirds of the days in view. */
  options: { item: oneOf('product', 'category'), rank_by: oneOf('confidence', 'profit'), calibration_end: onDay() },
  follows: 'next_offer',
  /** The shared summary of offers: a row a customer, item and day. */
  base: { customer: 'code', item: 'code', day: 'day', value: 'money', n: 'count' },
  /** Of `customers` who took up something new: how many took one of the first `k` offers, or of the `k` most held items. */
  table: {
    k: 'int',
    customers: 'count',
    hits: 'count',
    hit_rate: 'share',
    ci_low: 'share',
    ci_high: 'share',
    popular_hits: 'count',
    popular_rate: 'share',
    with_offer: 'count',
  },
  /** Of them who could have been offered anything. */
  hidden: ['with_offer'],
  lists: { customers: 'customers', hits: 'customers', popular_hits: 'customers' },
  reported: false,
  words: {
    title: 'How often an offer would have been right',
    options: {
      item: { label: 'pairs of', values: { product: 'products', category: 'categories' } },
      rank_by: { label: 'first', values: { confidence: 'what is likeliest', profit: 'what brings most' } },
      calibration_end: { label: 'calibration end' },
    },
    columns: {
      k: 'k',
      customers: 'customers',
      hits: 'hits',
      hit_rate: 'hit rate',
      ci_low: '95% from',
      ci_high: '95% to',
      popular_hits: 'popular hits',
      popular_rate: 'popular rate',
      with_offer: 'with offer',
    },
  },
});
