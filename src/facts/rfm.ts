import { fmScore, RFM_SEGMENTS, segmentOf } from '../domain/rfm-segments';
import { NO_DAY, type Day } from '../domain/calendar';
import type { Facts } from './facts';

/** Recency in days, purchases, money. */
export const RFM_MEASURES = ['recency_days', 'frequency', 'monetary'] as const;

/** Who had bought by the end of a day, ascending, and how they stood then; one entry each in every array. */
export interface RfmStanding {
  readonly customers: Int32Array;
  /** By `RFM_MEASURES`: days since the last purchase, purchases, net total in 1/10,000. */
  readonly values: readonly [Float64Array, Float64Array, Float64Array];
  /** By `RFM_MEASURES`: 1 to 5, the best 5. */
  readonly scores: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** By `RFM_MEASURES`: the four cuts. */
  readonly cuts: readonly (readonly RfmCut[])[];
}
export interface RfmCut {
  /** A value strictly above this lies above the cut. */
  readonly above: number;
  /** Five times the cut, an integer: quantiles of fifths lie a number of fifths between two values. */
  readonly fiveTimes: number;
}

/** Cuts that the user has set in place of the quantiles, by `RFM_MEASURES`; null where the quantiles stand. */
export type OwnCuts = readonly (readonly number[] | null)[];
const NO_CUTS: OwnCuts = [null, null, null];

/**
 * Recency, frequency and money of every customer of the whole file as they stood at the end of a day. Scores are 1 + the
 * cuts strictly below the value, recency reversed; without cuts of one's own the 20, 40, 60 and 80 % quantiles (type 7 of
 * Hyndman and Fan, The American Statistician 50, 1996). METRICS.md, `rfm`.
 */
export function rfmOn(facts: Facts, day: Day, own: OwnCuts = NO_CUTS): RfmStanding {
  const { customers, values } = measure(facts, day);
  const cuts = values.map((column, at) => own[at]?.map(ownCut) ?? quantiles(column));
  const score = (at: 0 | 1 | 2) => {
    const scores = new Uint8Array(customers.length);
    for (let i = 0; i < scores.length; i++) {
      let above = 0;
      for (const cut of cuts[at]) if (values[at][i] > cut.above) above++;
      scores[i] = at === 0 ? 5 - above : 1 + above;
    }
    return scores;
  };
  return { customers, values, scores: [score(0), score(1), score(2)], cuts };
}

const ownCut = (cut: number): RfmCut => ({ above: cut, fiveTimes: 5 * cut });

function measure(facts: Facts, day: Day): Pick<RfmStanding, 'customers' | 'values'> {
  const { orders, lines } = facts;
  const last = new Float64Array(facts.customers.count).fill(NaN);
  const frequency = new Float64Array(facts.customers.count);
  const monetary = new Float64Array(facts.customers.count);
  const { net, day: dayOf } = lines;
  for (let order = 0; order < orders.known; order++) {
    const customer = orders.customer[order];
    if (orders.isPurchase[order] && orders.day[order] <= day) {
      last[customer] = orders.day[order];
      frequency[customer]++;
    }
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++)
      if (dayOf[line] <= day && dayOf[line] !== NO_DAY) monetary[customer] += net[line];
  }
  const customers = Int32Array.from(frequency, (_, customer) => customer).filter((customer) => frequency[customer] > 0);
  return {
    customers,
    values: [
      Float64Array.from(customers, (customer) => day - last[customer]),
      Float64Array.from(customers, (customer) => frequency[customer]),
      Float64Array.from(customers, (customer) => monetary[customer]),
    ],
  };
}

/**
 * The four quantiles of fifths. Quantile k lies at position (n - 1) k / 5 of the sorted values: so many fifths of the step
 * from one value to the next. No value lies between two neighbours, so whatever is above the lower one is above the quantile.
 */
function quantiles(values: Float64Array): RfmCut[] {
  if (values.length === 0) return [];
  const sorted = values.slice().sort();
  return [1, 2, 3, 4].map((k) => {
    const position = (sorted.length - 1) * k;
    const place = Math.floor(position / 5);
    const low = sorted[place];
    const high = sorted[Math.min(place + 1, sorted.length - 1)];
    return { above: low, fiveTimes: 5 * low + (position % 5) * (high - low) };
  });
}

const segments = new WeakMap<Facts, Int8Array>();

/** Index into RFM_SEGMENTS of every customer at the end of observation by the quantiles; -1 without a purchase. */
export function rfmSegments(facts: Facts): Int8Array {
  let codes = segments.get(facts);
  if (!codes) {
    codes = new Int8Array(facts.customers.count).fill(-1);
    if (facts.observed && facts.available.has('transactions.date')) {
      const { customers, scores } = rfmOn(facts, facts.observed.until);
      customers.forEach((customer, at) => (codes![customer] = segmentCode(scores, at)));
    }
    segments.set(facts, codes);
  }
  return codes;
}

export const segmentCode = ([r, f, m]: RfmStanding['scores'], at: number): number =>
  RFM_SEGMENTS.indexOf(segmentOf(r[at], fmScore(f[at], m[at])));
