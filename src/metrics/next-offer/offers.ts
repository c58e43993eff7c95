import type { MetricTable, TableRow } from '../metric';
import type { nextOffer } from './definition';

export interface OfferGroup {
  readonly offer: string;
  readonly customers: number;
  /** The reason of most of them. */
  readonly because: string;
  readonly lift: number;
  readonly confidence: number;
  readonly expected: number;
  readonly row: TableRow;
}

/** Rows of first offers for a campaign: by offer, those of most customers first, and in each the likeliest customers first. */
export function campaignRows(table: MetricTable<typeof nextOffer>): number[] {
  const place = new Map(readOffers(table).offers.map(({ offer }, at) => [offer, at]));
  return Array.from(table.rank.keys())
    .filter((row) => table.rank[row] === 1)
    .sort(
      (a, b) =>
        place.get(table.offer[a])! - place.get(table.offer[b])! || table.confidence[b] - table.confidence[a] || a - b,
    );
}

/** First offers by item, those of most customers first. */
export function readOffers(table: MetricTable<typeof nextOffer>): { offers: OfferGroup[]; customers: number } {
  const groups = new Map<string, { rows: number[]; reasons: Map<string, number> }>();
  let customers = 0;
  for (let at = 0; at < table.rank.length; at++) {
    if (table.rank[at] !== 1) continue;
    customers++;
    const group = groups.get(table.offer[at]) ?? { rows: [], reasons: new Map<string, number>() };
    groups.set(table.offer[at], group);
    group.rows.push(at);
    group.reasons.set(table.because[at], (group.reasons.get(table.because[at]) ?? 0) + 1);
  }
  const offers = [...groups].map(([offer, { rows, reasons }]): OfferGroup => {
    const [because] = [...reasons].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    const typical = rows.find((at) => table.because[at] === because)!;
    return {
      offer,
      customers: rows.length,
      because,
      lift: table.lift[typical],
      confidence: table.confidence[typical],
      expected: rows.reduce((sum, at) => sum + table.expected_profit[at], 0),
      row: Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[typical]])),
    };
  });
  return { offers: offers.sort((a, b) => b.customers - a.customers || (a.offer < b.offer ? -1 : 1)), customers };
}
