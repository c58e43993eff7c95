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
/** The first `most` offers of a customer who holds these items. */
export type OfferFinder = (own: readonly number[], rankBy: RankBy, most: number) => Offer[];

/** Pairs that fewer hold are no evidence. */
const LEAST_BOTH = 5;
/** More items than this are not paired: the most held are. */
const MOST_ITEMS = 1_500;

/**
 * Learns from all customers which item goes with which: pairs that five or more hold together. Returns what finds
 * the offers of one customer, best first: items not held, each for the held item whose holders most often hold it (its confidence); ties by
 * number. Offers from item to item: G. Linden, B. Smith and J. York, IEEE Internet
 * Computing 7 (2003). Pairs are not tested: a test would leave most customers without any offer, and did worse in hold-outs.
 */
export function learnOffers({ held, n, value }: Holders): OfferFinder {
  const items = value.length;
  const holders = new Int32Array(items);
  for (const own of held) for (const item of own) holders[item]++;
  const paired = mostHeld(holders);
  const { both, size, slot } = countBoth(held, paired, items);
  /** Of the customer in hand, by slot: the best confidence, and the held item that gives it. */
  const best = new Float64Array(size);
  const reason = new Int32Array(size);
  const weigh = (own: readonly number[]) => {
    best.fill(0);
    for (const from of own) {
      if (slot[from] < 0) continue;
      const row = slot[from] * size;
      for (let to = 0; to < size; to++) {
        const count = both[row + to];
        if (count < LEAST_BOTH || count <= best[to] * holders[from]) continue;
        best[to] = count / holders[from];
        reason[to] = from;
      }
    }
    // What is held is no offer; nor is what brings a loss, however likely.
    for (const item of own) if (slot[item] >= 0) best[slot[item]] = 0;
    for (let to = 0; to < size; to++) if (value[paired[to]] < 0) best[to] = 0;
  };
  return (own, rankBy, most) => {
    weigh(own);
    const worth = (to: number) => (rankBy === 'profit' ? best[to] * value[paired[to]] : best[to]);
    const isBefore = (a: number, b: number) => worth(a) - worth(b) || best[a] - best[b] || b - a;
    const first: number[] = [];
    for (let to = 0; to < size; to++) {
      if (best[to] === 0 || (first.length === most && isBefore(to, first[most - 1]) < 0)) continue;
      let place = first.length;
      while (place > 0 && isBefore(to, first[place - 1]) > 0) place--;
      first.splice(place, 0, to);
      if (first.length > most) first.pop();
    }
    return first.map((to) => ({
      item: paired[to],
      because: reason[to],
      confidence: best[to],
      lift: (best[to] * n) / holders[paired[to]],
      expected: best[to] * value[paired[to]],
    }));
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
