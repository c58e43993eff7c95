import { monthOf, seasonOf } from '../foundations/calendar';
import { inUnits } from '../foundations/money';
import { netOf, total } from '../measures/ledger';
import { sixDigits, type PlantedTruth } from '../measures/truth';
import { topFifthShare } from '../measures/value';
import * as plan from './plan';
import type { Evidence } from './evidence';

export function plantedInValue(evidence: Evidence): PlantedTruth[] {
  return [
    topFifth(evidence),
    oldTerms(evidence),
    bestFifthStopped(evidence),
    returnRate(evidence),
    unknownSales(evidence),
    decemberPeak(evidence),
  ];
}

function topFifth({ ranked }: Evidence): PlantedTruth {
  return {
    id: 'top_fifth',
    stage: 'selection',
    sentence: 'The most profitable fifth of the customers brings about 70 % of the profit.',
    metric: 'summary.top20_share, value_curve.value_share, value_quintiles.share_of_profit',
    recover: 'top20_share',
    planted: 0.7,
    counted: sixDigits(topFifthShare(ranked)),
    low: 0.65,
    high: 0.75,
  };
}

function oldTerms({ shop, ranked, histories }: Evidence): PlantedTruth {
  const onOldTerms = new Set(
    shop.buyers.filter((buyer) => buyer.terms === plan.TERMS.oldTrade).map((buyer) => buyer.key),
  );
  const losses = ranked.filter((value) => onOldTerms.has(value.customer));
  const isRecent = (key: string): boolean =>
    (histories.get(key) ?? []).some((purchase) => purchase.day >= plan.WINDOWS.now.from);
  return {
    id: 'kept_at_a_loss',
    stage: 'selection',
    sentence:
      'Trade customers on the old terms (40 % off furniture and lighting) are kept at a loss: nearly every one of them costs more than he brings, and most bought again last year.',
    metric: 'value_quintiles.profit',
    recover: "profit with filter.customer Terms = 'trade 40'",
    counted: inUnits(losses.reduce((profit, value) => profit + value.profit, 0)),
    low: -12_000,
    high: -2_500,
    details: {
      customers: onOldTerms.size,
      with_a_loss: losses.filter((value) => value.profit < 0).length,
      bought_in_the_last_year: [...onOldTerms].filter(isRecent).length,
    },
  };
}

function bestFifthStopped({ balance }: Evidence): PlantedTruth {
  return {
    id: 'best_fifth_stopped',
    stage: 'retention',
    sentence:
      'Of the best fifth of July 2023 to June 2024 about a quarter bought nothing in the twelve months after, and with them went about a seventh of that year’s profit.',
    metric: 'lifecycle balance of two twelve-month windows (purchases and profit by customer)',
    recover:
      'customers with a purchase in the first window, ranked by profit within it; the top ceil(0.2 n); those without a purchase in the second; their profit / profit of all active in the first window',
    counted: sixDigits(balance.profitLostWithBestFifth / balance.profitBefore),
    low: 0.08,
    high: 0.2,
    details: {
      best_fifth: balance.bestFifth,
      stopped: balance.bestFifthLost,
      profit_lost: inUnits(balance.profitLostWithBestFifth),
      won_back: balance.back,
    },
  };
}

function returnRate({ summary }: Evidence): PlantedTruth {
  return {
    id: 'return_rate',
    stage: 'data',
    sentence: 'Five per cent of what is sold comes back.',
    metric: 'summary.returned, summary.gross',
    recover: 'returned / gross',
    planted: 0.05,
    counted: sixDigits(summary.returned / summary.gross),
    low: 0.045,
    high: 0.056,
    details: { return_lines: summary.returnLines, sale_lines: summary.transactionLines - summary.returnLines },
  };
}

function unknownSales({ summary }: Evidence): PlantedTruth {
  return {
    id: 'unknown_sales',
    stage: 'data',
    sentence: 'Some store sales were made without a loyalty card; they count in net, but belong to nobody.',
    metric: 'summary.unknown_customer',
    recover: 'unknown_customer.net / net',
    counted: sixDigits(summary.unknownNet / summary.net),
    low: 0.04,
    high: 0.1,
    details: { lines: summary.unknownLines },
  };
}

/** Compared within one calendar year, since the shop grows. */
function decemberPeak({ lines }: Evidence): PlantedTruth {
  const year = lines.filter((line) => Math.floor(monthOf(line.day) / 12) === 2024);
  const december = total(
    year.filter((line) => seasonOf(monthOf(line.day)) === 11),
    netOf,
  );
  return {
    id: 'december_peak',
    stage: 'accountability',
    sentence: 'December sells about twice as much as the average month of its year; April and May are the second peak.',
    metric: 'kpi_tree.net (known customers) or net by month',
    recover: 'net of 2024-12 / mean monthly net of 2024',
    counted: sixDigits((12 * december) / total(year, netOf)),
    low: 1.5,
    high: 2.4,
  };
}
