import { defineMetric, oneOf, whole } from '../metric';

/** Codes of the base column `level`, in the order of their names. */
export const LEVELS = ['basket', 'customer'] as const;

/**
 * `levels`: both for a report; a chart reads the one that `level` names. `items`: how many of the most held are paired. A chart
 * reads a few; all pairs of 2,000 are millions of rows.
 */
const options = {
  item: oneOf('category', 'product'),
  level: oneOf('customer', 'basket'),
  levels: oneOf('both', 'one'),
  items: whole(2_000, 2, 2_000),
} as const;
const optionWords = {
  item: { label: 'pairs of', values: { category: 'categories', product: 'products' } },
  level: { label: 'held by one', values: { customer: 'customer', basket: 'basket' } },
  levels: { label: 'levels', values: { both: 'both', one: 'one' } },
  items: { label: 'items' },
} as const;
/** Two tables of one question: every pair with its measures, and the pairs that chance does not explain, either way. */
const shared = {
  stage: 'growth',
  needs: [],
  needsOneOf: ['transactions.category', 'transactions.product'],
  /** Items paired with themselves stand for every item that is paired; `items` are all that the level holds. */
  base: {
    level: 'code',
    from_item: 'code',
    to_item: 'code',
    n: 'count',
    n_from: 'count',
    n_to: 'count',
    n_both: 'count',
    from_first: 'count',
    to_first: 'count',
    items: 'count',
  },
} as const;

export const crossSell = defineMetric({
  ...shared,
  id: 'cross_sell',
  options,
  table: {
    level: 'text',
    from: 'text',
    to: 'text',
    n: 'count',
    n_from: 'count',
    n_to: 'count',
    n_both: 'count',
    support: 'share',
    confidence: 'share',
    lift: 'number',
    leverage: 'number',
    conviction: 'number',
    zhang: 'number',
    p_value: 'share',
    q_value: 'share',
    from_first: 'count',
    to_first: 'count',
    items: 'count',
    items_paired: 'count',
  },
  /** Items that the level holds, and how many of them were paired: fewer where there are more than 2,000. */
  hidden: ['items', 'items_paired'],
  lists: {
    n: 'level',
    n_from: 'level',
    n_to: 'level',
    n_both: 'level',
    from_first: 'customers',
    to_first: 'customers',
  },
  report: 12,
  words: {
    title: 'What is bought together',
    options: optionWords,
    columns: {
      level: 'level',
      from: 'first',
      to: 'second',
      n: 'of',
      n_from: 'hold the first',
      n_to: 'hold the second',
      n_both: 'hold both',
      support: 'support',
      confidence: 'confidence',
      lift: 'lift',
      leverage: 'leverage',
      conviction: 'conviction',
      zhang: 'zhang',
      p_value: 'p',
      q_value: 'q',
      from_first: 'from first',
      to_first: 'to first',
      items: 'items',
      items_paired: 'items paired',
    },
  },
});

/** Every two of thousands of items as one picture; the rows are its items in their order. */
export const crossSellField = defineMetric({
  ...shared,
  id: 'cross_sell_field',
  follows: 'cross_sell',
  /** What the cells show, and how items are ordered, as the matrix of a few items has them. */
  options: {
    item: options.item,
    level: options.level,
    items: whole(400, 2, 5_000),
    show: oneOf('lift', 'confidence', 'count'),
    order: oneOf('likeness', 'size', 'name'),
  },
  /** Two items, the lower code first, and every item with itself; of the level of the options. */
  base: { from_item: 'code', to_item: 'code', n: 'count', n_both: 'count', items: 'count' },
  /** `to`: with which the item is together most often, against chance. */
  table: {
    level: 'text',
    from: 'text',
    to: 'text',
    n: 'count',
    n_from: 'count',
    n_to: 'count',
    n_both: 'count',
    lift: 'number',
    block: 'int',
    items: 'count',
    items_paired: 'count',
  },
  hidden: ['items', 'items_paired'],
  lists: { n: 'level', n_from: 'level', n_to: 'level', n_both: 'level' },
  report: null,
  words: {
    title: 'What is bought together',
    options: {
      item: optionWords.item,
      level: optionWords.level,
      items: optionWords.items,
      show: { label: 'show', values: { lift: 'lift', confidence: 'confidence', count: 'count' } },
      order: { label: 'order', values: { likeness: 'likeness', size: 'size', name: 'name' } },
    },
    columns: {
      level: 'level',
      from: 'first',
      to: 'second',
      n: 'of',
      n_from: 'hold the first',
      n_to: 'hold the second',
      n_both: 'hold both',
      lift: 'lift',
      block: 'block',
      items: 'items',
      items_paired: 'items paired',
    },
  },
});

/** Why a pair is in the lists. */
export const KINDS = ['together', 'apart'] as const;

export const crossSellPairs = defineMetric({
  ...shared,
  id: 'cross_sell_pairs',
  follows: 'cross_sell',
  /** `most`: rows of each kind. */
  options: { ...options, most: whole(100, 1, 10_000) },
  /** `expected`: holders of both if the two had nothing to do with each other. `only_from`: hold the one without the other. */
  table: {
    kind: 'text',
    level: 'text',
    from: 'text',
    to: 'text',
    n: 'count',
    n_from: 'count',
    n_to: 'count',
    n_both: 'count',
    expected: 'number',
    lift: 'number',
    p_value: 'share',
    q_value: 'share',
    only_from: 'count',
    only_to: 'count',
    found: 'count',
    items: 'count',
    items_paired: 'count',
  },
  /** `found`: pairs of the kind, of which the first are written. */
  hidden: ['found', 'items', 'items_paired'],
  lists: { n: 'level', n_from: 'level', n_to: 'level', n_both: 'level', only_from: 'level', only_to: 'level' },
  report: null,
  words: {
    title: 'The strongest pairs, and those that stay apart',
    options: { ...optionWords, most: { label: 'most' } },
    columns: {
      kind: 'kind',
      level: 'level',
      from: 'first',
      to: 'second',
      n: 'of',
      n_from: 'hold the first',
      n_to: 'hold the second',
      n_both: 'hold both',
      expected: 'expected',
      lift: 'lift',
      p_value: 'p',
      q_value: 'q',
      only_from: 'only from',
      only_to: 'only to',
      found: 'found',
      items: 'items',
      items_paired: 'items paired',
    },
  },
});
