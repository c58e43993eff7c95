import type { Day } from '../../domain/calendar';
import { itemHolders } from './item-holders';
import type { ItemDays } from './item-days';
import { calibrationEnd } from '../../facts/purchase-days';
import { finish } from '../../statistics/finish';
import { wilson } from '../../statistics/intervals';
import { learnOffers, popularItems } from '../../statistics/next-offers';
import type { Derive, DeriveContext, MetricOptions, Prepare } from '../metric';
import type { nextOfferHoldout } from './definition';

type Options = MetricOptions<typeof nextOfferHoldout>;
const DEPTHS = [1, 3, 5] as const;
const MOST_OFFERED = 5;

/** What came true for one customer who took up something new: the place of the first right offer, from 0; Infinity for none. */
export interface Outcome {
  readonly customer: number;
  readonly offered: number;
  readonly popular: number;
  /** Whether there was anything to offer. */
  readonly any: boolean;
}

/** Customers who are looked at before others are let in. */
const AT_ONCE = 500;
const seen = new WeakMap<Float64Array, Outcome[]>();

/** Offers learnt up to a day, for those who held something by then, against what they took up afterwards; once for the same base. */
function* lookBack(base: ItemDays, names: readonly string[], end: Day, options: Options): Generator<number, Outcome[]> {
  const before = seen.get(base.customer);
  if (before) return before;
  const { customers, held, later, value } = itemHolders(base, names, end);
  const known = held.filter((own) => own.length > 0);
  const offersOf = learnOffers({ held: known, n: known.length, value });
  const popular = popularItems(known, names.length);
  const placeIn = (list: readonly number[], wanted: ReadonlySet<number>) => {
    const place = list.findIndex((item) => wanted.has(item));
    return place < 0 ? Infinity : place;
  };
  const found: Outcome[] = [];
  for (const [at, own] of held.entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) yield at;
    if (own.length === 0 || later[at].length === 0) continue;
    const taken = new Set(later[at]);
    const has = new Set(own);
    const offered = offersOf(own, options.rank_by, MOST_OFFERED).map(({ item }) => item);
    found.push({
      customer: customers[at],
      any: offered.length > 0,
      offered: placeIn(offered, taken),
      popular: placeIn(popular.filter((item) => !has.has(item)).slice(0, MOST_OFFERED), taken),
    });
  }
  seen.set(base.customer, found);
  return found;
}

export const outcomes = (base: ItemDays, names: readonly string[], end: Day, options: Options): Outcome[] =>
  finish(lookBack(base, names, end, options));

export const prepare: Prepare<typeof nextOfferHoldout> = function* (base, context, options) {
  const end = endOf(context, options);
  if (end !== null) yield* lookBack(base, context.names(options.item), end, options);
};

export const endOf = (context: Pick<DeriveContext, 'window'>, options: Options): Day | null =>
  context.window && calibrationEnd(context.window, options.calibration_end);

export const derive: Derive<typeof nextOfferHoldout> = (base, context, options) => {
  const end = endOf(context, options);
  const found = end === null ? [] : outcomes(base, context.names(options.item), end, options);
  const depths = found.length === 0 ? [] : DEPTHS;
  const column = (of: (k: number) => number) => Float64Array.from(depths, of);
  const hits = (of: 'offered' | 'popular') => column((k) => found.filter((one) => one[of] < k).length);
  const [offered, popular] = [hits('offered'), hits('popular')];
  const intervals = Array.from(offered, (count) => wilson(count, found.length));
  return {
    k: column((k) => k),
    customers: column(() => found.length),
    hits: offered,
    hit_rate: offered.map((count) => count / found.length),
    ci_low: Float64Array.from(intervals, ({ low }) => low),
    ci_high: Float64Array.from(intervals, ({ high }) => high),
    popular_hits: popular,
    popular_rate: popular.map((count) => count / found.length),
    with_offer: column(() => found.filter(({ any }) => any).length),
  };
};
