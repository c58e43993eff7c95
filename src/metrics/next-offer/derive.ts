import { itemHolders } from './item-holders';
import type { ItemDays } from './item-days';
import { learnOffers, type Offer } from '../../statistics/next-offers';
import { finish } from '../../statistics/finish';
import type { Derive, MetricOptions, Prepare } from '../metric';
import type { nextOffer } from './definition';

type Options = MetricOptions<typeof nextOffer>;

/** Customers whose offers are found before others are let in. */
const AT_ONCE = 500;

interface Offered {
  readonly names: readonly string[];
  readonly customers: Int32Array;
  /** By customer, best first. */
  readonly offers: readonly (readonly Offer[])[];
}
const found = new WeakMap<Float64Array, Offered>();

/** The offers of every customer who holds anything, in the order of their keys; once for the same base. */
function* findOffers(base: ItemDays, names: readonly string[], options: Options): Generator<number, Offered> {
  const known = found.get(base.customer);
  if (known) return known;
  const holders = itemHolders(base, names, Infinity);
  const offersOf = learnOffers({ held: holders.held, n: base.n[0] ?? 0, value: holders.value });
  const offers: Offer[][] = [];
  for (const own of holders.held) {
    offers.push(offersOf(own, options.rank_by, options.offers));
    if (offers.length % AT_ONCE === 0) yield offers.length;
  }
  const offered = { names: holders.names, customers: holders.customers, offers };
  found.set(base.customer, offered);
  return offered;
}

export const offersOf = (base: ItemDays, names: readonly string[], options: Options): Offered =>
  finish(findOffers(base, names, options));

export const prepare: Prepare<typeof nextOffer> = (base, context, options) =>
  findOffers(base, context.names(options.item), options);

export const derive: Derive<typeof nextOffer> = (base, context, options) => {
  const { names, customers, offers } = offersOf(base, context.names(options.item), options);
  const ids = context.names('customer');
  const [called, reached] = [context.names('customer_name'), context.names('customer_email')];
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
    name: rows.map(({ customer }) => called[customer] ?? ''),
    email: rows.map(({ customer }) => reached[customer] ?? ''),
  };
};
