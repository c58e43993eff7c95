/** What each customer holds: items numbered from 0, each once, ascending. */
export interface Holders {
  readonly held: readonly (readonly number[])[];
  /** Customers, whatever they hold. */
  readonly n: number;
  /** Mean value that a holder of each item brought. */
  readonly value: ArrayLike<number>;
}
export interface Offer {
  readonly item: number;
  /** The held item whose holders most often hold the offer. */
  readonly because: number;
  readonly confidence: number;
  readonly lift: number;
  /** Confidence times what the item brings from a holder. */
  readonly expected: number;
}
export type RankBy = 'profit' | 'confidence';

/** Pairs that fewer hold are no evidence. */
const LEAST_BOTH = 5;
/** More items than this are not paired: the most held are. */
const MOST_ITEMS = 1_500;

/**
 * Learns from all customers which item goes with which: pairs that five or more hold together. Returns the offers of one
 * customer, best first: items not held, each for the held item whose holders most often hold it (its confidence); ties by
 * number. Offers from item to item: G. Linden, B. Smith and J. York, IEEE Internet
 * Computing 7 (2003). Pairs are not tested: a test would leave most customers without any offer, and did worse in hold-outs.
 */
export function learnOffers({ held, n, value }: Holders): (own: readonly number[], rankBy: RankBy) => Offer[] {
  const items = value.length;
  const holders = new Int32Array(items);
  for (const own of held) for (const item of own) holders[item]++;
  const paired = mostHeld(holders);
  const { both, size, slot } = countBoth(held, paired, items);
  return (own, rankBy) => {
    const has = new Set(own);
    const offers: Offer[] = [];
    for (let to = 0; to < size; to++) {
      const item = paired[to];
      if (has.has(item)) continue;
      let because = -1;
      let confidence = 0;
      for (const from of own) {
        const at = slot[from];
        if (at < 0 || both[at * size + to] < LEAST_BOTH) continue;
        const share = both[at * size + to] / holders[from];
        if (share > confidence) [because, confidence] = [from, share];
      }
      if (because < 0) continue;
      const lift = (confidence * n) / holders[item];
      offers.push({ item, because, confidence, lift, expected: confidence * value[item] });
    }
    const by = rankBy === 'profit' ? 'expected' : 'confidence';
    const worth = rankBy === 'profit' ? offers.filter(({ expected }) => expected > 0) : offers;
    return worth.sort((a, b) => b[by] - a[by] || b.confidence - a.confidence || a.item - b.item);
  };
}

/** Items that customers do not hold, the most held first: the offer of whoever knows nothing of the customer. */
export function popularItems(held: Holders['held'], items: number): number[] {
  const holders = new Int32Array(items);
  for (const own of held) for (const item of own) holders[item]++;
  return Array.from(holders.keys()).sort((a, b) => holders[b] - holders[a] || a - b);
}

const mostHeld = (holders: Int32Array): number[] =>
  Array.from(holders.keys())
    .filter((item) => holders[item] >= LEAST_BOTH)
    .sort((a, b) => holders[b] - holders[a] || a - b)
    .slice(0, MOST_ITEMS)
    .sort((a, b) => a - b);

function countBoth(held: Holders['held'], paired: readonly number[], items: number) {
  const size = paired.length;
  const slot = new Int32Array(items).fill(-1);
  paired.forEach((item, at) => (slot[item] = at));
  const both = new Int32Array(size * size);
  for (const own of held) {
    for (const a of own) {
      if (slot[a] < 0) continue;
      for (const b of own) if (slot[b] >= 0) both[slot[a] * size + slot[b]]++;
    }
  }
  return { both, size, slot };
}
