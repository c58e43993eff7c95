import type { Purchase } from './ledger';

export interface PairCounts {
  n: number;
  nFrom: number;
  nTo: number;
  nBoth: number;
  lift: number;
  confidence: number;
  fromFirst: number;
  toFirst: number;
}

type Items = 'categories' | 'products';

/** cross_sell at the customer level: `fromFirst` counts those whose first day with `from` is before that with `to`. */
export function customerPair(histories: Map<string, Purchase[]>, items: Items, from: string, to: string): PairCounts {
  const counts = { n: 0, nFrom: 0, nTo: 0, nBoth: 0, fromFirst: 0, toFirst: 0 };
  for (const history of histories.values()) {
    const fromDay = firstDayWith(history, items, from);
    const toDay = firstDayWith(history, items, to);
    counts.n++;
    if (fromDay !== undefined) counts.nFrom++;
    if (toDay !== undefined) counts.nTo++;
    if (fromDay === undefined || toDay === undefined) continue;
    counts.nBoth++;
    if (fromDay < toDay) counts.fromFirst++;
    if (toDay < fromDay) counts.toFirst++;
  }
  return withRatios(counts);
}

/** cross_sell at the basket level; baskets have no direction. */
export function basketPair(purchases: readonly Purchase[], items: Items, from: string, to: string): PairCounts {
  const holdsFrom = purchases.filter((purchase) => purchase[items].has(from));
  return withRatios({
    n: purchases.length,
    nFrom: holdsFrom.length,
    nTo: purchases.filter((purchase) => purchase[items].has(to)).length,
    nBoth: holdsFrom.filter((purchase) => purchase[items].has(to)).length,
    fromFirst: 0,
    toFirst: 0,
  });
}

function firstDayWith(history: Purchase[], items: Items, item: string): number | undefined {
  return history.find((purchase) => purchase[items].has(item))?.day;
}

function withRatios(counts: Omit<PairCounts, 'lift' | 'confidence'>): PairCounts {
  const { n, nFrom, nTo, nBoth } = counts;
  return { ...counts, lift: (nBoth * n) / (nFrom * nTo), confidence: nBoth / nFrom };
}
