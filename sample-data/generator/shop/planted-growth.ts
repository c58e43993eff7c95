import { isReturn } from '../measures/ledger';
import { basketPair, customerPair } from '../measures/pairs';
import { sixDigits, type PlantedTruth } from '../measures/truth';
import type { Evidence } from './evidence';
import * as plan from './plan';

export function plantedInGrowth(evidence: Evidence): PlantedTruth[] {
  return [...plantersBringCompost(evidence), newCategories(evidence), fewProductsCarryMost(evidence)];
}

function plantersBringCompost({ histories, purchases }: Evidence): PlantedTruth[] {
  const pair = customerPair(histories, 'categories', plan.PLANTERS, plan.COMPOST);
  const basket = basketPair(purchases, 'categories', plan.PLANTERS, plan.COMPOST);
  const metric = 'cross_sell.lift, cross_sell.from_first, cross_sell.to_first';
  return [
    {
      id: 'planters_bring_compost',
      stage: 'growth',
      sentence: 'Who buys planters is about two and a half times as likely as anybody to buy compost.',
      metric,
      recover: 'item = category, level = customer, from = Planters, to = Compost & Soil: lift',
      planted: 2.5,
      counted: sixDigits(pair.lift),
      low: 2.2,
      high: 2.8,
      details: {
        n: pair.n,
        n_from: pair.nFrom,
        n_to: pair.nTo,
        n_both: pair.nBoth,
        basket_lift: sixDigits(basket.lift),
        basket_n_both: basket.nBoth,
      },
    },
    {
      id: 'planters_come_first',
      stage: 'growth',
      sentence: 'The planters come first: the other way round is rare.',
      metric,
      recover: 'the same row: from_first / (from_first + to_first)',
      counted: sixDigits(pair.fromFirst / (pair.fromFirst + pair.toFirst)),
      low: 0.85,
      high: 1,
      details: { from_first: pair.fromFirst, to_first: pair.toFirst },
    },
  ];
}

function newCategories({ balance }: Evidence): PlantedTruth {
  return {
    id: 'growth_into_new_categories',
    stage: 'growth',
    sentence:
      'About half of the customers kept from one year to the next bought in the second from a category new to them.',
    metric: 'lifecycle balance of two twelve-month windows',
    recover:
      'customers with a purchase in both windows; those with a category in the second window that they had never bought before it',
    counted: sixDigits(balance.grown / balance.kept),
    low: 0.35,
    high: 0.6,
    details: { kept: balance.kept, grown: balance.grown },
  };
}

function fewProductsCarryMost({ lines }: Evidence): PlantedTruth {
  const sales = lines.filter((line) => !isReturn(line));
  const counts = new Map<string, number>();
  for (const line of sales) counts.set(line.product, (counts.get(line.product) ?? 0) + 1);
  const best = [...counts.values()].sort((one, other) => other - one).slice(0, Math.ceil(counts.size / 5));
  return {
    id: 'few_products_carry_most',
    stage: 'growth',
    sentence: 'A fifth of the products make more than half of all sale lines.',
    metric: 'sale lines by product',
    recover: 'sale lines of the top ceil(0.2 k) products / all sale lines',
    counted: sixDigits(best.reduce((sum, count) => sum + count, 0) / sales.length),
    low: 0.5,
    high: 0.7,
    details: { products: counts.size },
  };
}
