import { isoDate } from '../foundations/calendar';
import { inUnits } from '../foundations/money';
import { depthOfPurchases, reachedCounts } from '../measures/acquisition';
import { netPromoter } from '../measures/feedback';
import { exactSummary, sixDigits, type CompanyTruth } from '../measures/truth';
import { topFifthShare } from '../measures/value';
import type { Shop } from './company';
import { evidenceOf, spendByChannel, type Evidence } from './evidence';
import { listedPeople } from './files';
import * as plan from './plan';
import { plantedInAcquisition, plantedInRetention } from './planted-customers';
import { plantedInAccountability } from './planted-targets';
import { plantedInGrowth } from './planted-growth';
import { plantedInValue } from './planted-value';
import { TARGETS } from './targets';

export function shopTruth(shop: Shop): CompanyTruth {
  const evidence = evidenceOf(shop);
  return {
    company: 'shop',
    name: 'Fennel & Finch',
    currency: 'GBP',
    observed_until: isoDate(plan.OBSERVED_UNTIL),
    exact: exactOf(evidence),
    truths: [
      ...plantedInValue(evidence),
      ...plantedInAcquisition(evidence),
      ...plantedInRetention(evidence),
      ...plantedInGrowth(evidence),
      ...plantedInAccountability(evidence),
    ],
  };
}

function exactOf(evidence: Evidence): Record<string, unknown> {
  const { shop, balance, summary } = evidence;
  const rows = {
    'sales.csv': shop.sold.length,
    'customers.xlsx': listedPeople(shop).length,
    'touches.csv': shop.touches.length,
    'marketing-spend.csv': shop.spend.length,
    'survey.csv': shop.answers.length,
    'targets.csv': TARGETS.length,
  };
  return {
    rows,
    observed_from: isoDate(plan.OPENED_ON),
    ...exactSummary(summary, shop.buyers.length + shop.prospects.length),
    customers_in_list: rows['customers.xlsx'],
    customers_only_in_sales: plan.UNLISTED_BUYERS,
    prospects_without_purchase_lines: shop.prospects.length,
    top20_share: sixDigits(topFifthShare(evidence.ranked)),
    customers_with_a_loss: evidence.ranked.filter((value) => value.profit < 0).length,
    funnel_reached: funnelOf(evidence),
    new_customers_by_last_touch: Object.fromEntries([...evidence.newByChannel].sort()),
    spend_by_channel: spendByChannel(shop),
    nps: netPromoter(shop.answers.map((answer) => answer.score)),
    balance: balanceText(balance),
  };
}

function balanceText(balance: Evidence['balance']): Record<string, unknown> {
  return {
    before: windowText(plan.WINDOWS.before),
    now: windowText(plan.WINDOWS.now),
    active_before: balance.activeBefore,
    active_now: balance.activeNow,
    new: balance.fresh,
    kept: balance.kept,
    back: balance.back,
    lost: balance.lost,
    grown: balance.grown,
    best_fifth: balance.bestFifth,
    best_fifth_lost: balance.bestFifthLost,
    profit_before: inUnits(balance.profitBefore),
    profit_lost_with_best_fifth: inUnits(balance.profitLostWithBestFifth),
  };
}

function windowText(window: { from: number; to: number }): string {
  return `${isoDate(window.from)} to ${isoDate(window.to)}`;
}

/** Those who are in the sales alone count from `customer` backwards, like everybody. */
function funnelOf({ shop, histories }: Evidence): Record<string, number> {
  const stages = ['aware', 'understands', 'considers', 'pre_sale', 'evaluates', 'customer', 'repeat_customer', 'grown'];
  const keys = [...shop.buyers, ...shop.prospects].map((person) => person.key);
  const deepest = keys.flatMap((key) => {
    const bought = depthOfPurchases(histories.get(key));
    if (bought) return [bought];
    const journey = shop.journeys.get(key);
    if (!journey) return [];
    if (journey.evaluates !== null) return ['evaluates'];
    if (journey.preSale !== null) return ['pre_sale'];
    if (journey.considers !== null) return ['considers'];
    return [journey.understands !== null ? 'understands' : 'aware'];
  });
  return reachedCounts(stages, deepest);
}
