import { defineMetric, onDay, oneOf, whole } from '../metric';

export const nextOffer = defineMetric({
  id: 'next_offer',
  stage: 'growth',
  needs: ['transactions.customer', 'transactions.date'],
  needsOneOf: ['transactions.category', 'transactions.product'],
  /** `rank_by`: what comes first: what is likeliest, or what is expected to bring most. `offers`: a customer. */
  options: { item: oneOf('product', 'category'), rank_by: oneOf('confidence', 'profit'), offers: whole(3, 1, 10) },
  /** The shared summary of offers: a row a customer, item and day. */
  base: { customer: 'code', item: 'code', day: 'day', value: 'money', n: 'count' },
  /** `in_offer`: customers whose first offer is that of the row; empty in further ranks. `name`, `email`: for the list of a campaign. */
  table: {
    customer: 'text',
    rank: 'int',
    offer: 'text',
    because: 'text',
    confidence: 'share',
    lift: 'number',
    expected_profit: 'money_number',
    in_offer: 'count',
    name: 'text',
    email: 'text',
  },
  hidden: ['in_offer', 'name', 'email'],
  lists: { in_offer: 'customers' },
  report: 15,
  words: {
    title: 'What to offer whom next',
    options: {
      item: { label: 'pairs of', values: { product: 'products', category: 'categories' } },
      rank_by: { label: 'first', values: { confidence: 'what is likeliest', profit: 'what brings most' } },
      offers: { label: 'offers' },
    },
    columns: {
      customer: 'customer',
      rank: 'rank',
      offer: 'offer',
      because: 'because',
      confidence: 'confidence',
      lift: 'lift',
      expected_profit: 'expected profit',
      in_offer: 'in offer',
      name: 'name',
      email: 'email',
    },
  },
});

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
  report: null,
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
