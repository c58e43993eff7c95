import { itemHolders } from '../../facts/item-holders';
import type { ItemDays } from '../../facts/item-days';
import { learnOffers, type Offer } from '../../statistics/next-offers';
import type { Derive, MetricOptions } from '../metric';
import type { nextOffer } from './definition';

type Options = MetricOptions<typeof nextOffer>;

/** The offers of every customer who holds anything, in the order of their keys, best first. */
export function offersOf(base: ItemDays, names: readonly string[], options: Options) {
  const holders = itemHolders(base, names, Infinity);
  const offers = learnOffers({ held: holders.held, n: base.n[0] ?? 0, value: holders.value });
  return {
    names: holders.names,
    customers: holders.customers,
    offers: holders.held.map((own) => offers(own, options.rank_by, options.offers)),
  };
}

export const derive: Derive<typeof nextOffer> = (base, context, options) => {
  const { names, customers, offers } = offersOf(base, context.names(options.item), options);
  const ids = context.names('customer');
  const firsts = new Map<number, number>();
  for (const [first] of offers) if (first) firsts.set(first.item, (firsts.get(first.item) ?? 0) + 1);
  const rows = offers.flatMap((own, at) => own.map((offer, place) => ({ customer: customers[at], place, offer })));
  const column = (of: (offer: Offer, place: number) => number) =>
    Float64Array.from(rows, ({ offer, place }) => of(offer, place));
  return {
    customer: rows.map(({ customer }) => ids[customer]),
    rank: column((_, place) => place + 1),
    offer: rows.map(({ offer }) => names[offer.item]),
    because: rows.map(({ offer }) => names[offer.because]),
    confidence: column(({ confidence }) => confidence),
    lift: column(({ lift }) => lift),
    expected_profit: column(({ expected }) => expected),
    in_offer: column(({ item }, place) => (place === 0 ? firsts.get(item)! : NaN)),
  };
};
