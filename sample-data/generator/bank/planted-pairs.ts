import { purchasesByCustomer, type LedgerLine } from '../measures/ledger';
import { customerPair, type PairCounts } from '../measures/pairs';
import { sixDigits, type PlantedTruth } from '../measures/truth';
import * as plan from './plan';

/** What is bought together, over the departments' customer numbers and over true persons. */
export function plantedPairs(postings: readonly LedgerLine[], unified: readonly LedgerLine[]): PlantedTruth[] {
  const [before, after] = [purchasesByCustomer(postings), purchasesByCustomer(unified)];
  const pairOf = (from: string, to: string): PairBeforeAndAfter => ({
    rows: `item = category (Product Type), level = customer, from = ${from}, to = ${to}`,
    before: customerPair(before, 'categories', from, to),
    after: customerPair(after, 'categories', from, to),
  });
  return [...attraction(pairOf('Mortgage', 'Home Insurance')), repulsion(pairOf('Credit Card', 'Brokerage'))];
}

interface PairBeforeAndAfter {
  rows: string;
  before: PairCounts;
  after: PairCounts;
}

function attraction(pair: PairBeforeAndAfter): PlantedTruth[] {
  return [
    {
      id: 'mortgage_brings_home_insurance',
      stage: 'growth',
      sentence: 'Who has a mortgage is three times as likely as anybody to insure the home with us.',
      metric: 'cross_sell.lift',
      recover: `${pair.rows}: lift after unification (the value before is in details, and within the bounds too)`,
      planted: 3,
      counted: sixDigits(pair.after.lift),
      low: 2.6,
      high: 4.6,
      details: pairDetails(pair),
    },
    {
      id: 'mortgage_comes_first',
      stage: 'growth',
      sentence: 'In nine of ten cases the mortgage comes first, and the insurance within two months.',
      metric: 'cross_sell.from_first, cross_sell.to_first',
      recover: `${pair.rows}: from_first / (from_first + to_first)`,
      planted: plan.HOME_INSURANCE.after / 10_000,
      counted: sixDigits(pair.after.fromFirst / (pair.after.fromFirst + pair.after.toFirst)),
      low: 0.83,
      high: 0.96,
    },
  ];
}

function repulsion(pair: PairBeforeAndAfter): PlantedTruth {
  return {
    id: 'card_and_brokerage_repel',
    stage: 'growth',
    sentence:
      'Credit card and brokerage repel each other; before the departments’ lists are joined it looks even stronger than it is.',
    metric: 'cross_sell.lift',
    recover: `${pair.rows}: lift after unification; before it, under separate numbers, it is lower still`,
    planted: 0.5,
    counted: sixDigits(pair.after.lift),
    low: 0.4,
    high: 0.6,
    details: pairDetails(pair),
  };
}

function pairDetails({ before, after }: PairBeforeAndAfter): Record<string, number> {
  const text = (name: string, pair: PairCounts): [string, number][] => [
    [`lift_${name}`, sixDigits(pair.lift)],
    [`n_${name}`, pair.n],
    [`n_from_${name}`, pair.nFrom],
    [`n_to_${name}`, pair.nTo],
    [`n_both_${name}`, pair.nBoth],
  ];
  return Object.fromEntries([...text('before_unification', before), ...text('after_unification', after)]);
}
