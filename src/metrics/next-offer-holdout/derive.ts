import type { Day } from '../../domain/calendar';
import { itemHolders } from '../../facts/item-holders';
import type { ItemDays } from '../../facts/item-days';
import { calibrationEnd } from '../../facts/purchase-days';
import { wilson } from '../../statistics/intervals';
import { learnOffers, popularItems } from '../../statistics/next-offers';
import type { Derive, DeriveContext, MetricOptions } from '../metric';
import type { nextOfferHoldout } from './definition';

type Options = MetricOptions<typeof nextOfferHoldout>;
const DEPTHS = [1, 3, 5] as const;
const MOST_OFFERED = 5;

/** What came true for one customer who took up something new: the place of the first right offer, from 0; Infinity for none. */
export interface Outcome {
  readonly customer: number;
  readonly offered: number;
  readonly popular: number;
}

/** Offers learnt up to a day, for those who held something by then, against what they took up afterwards. */
export function outcomes(base: ItemDays, names: readonly string[], end: Day, options: Options): Outcome[] {
  const { customers, held, later, value } = itemHolders(base, names, end);
  const known = held.filter((own) => own.length > 0);
  const offers = learnOffers({ held: known, n: known.length, value });
  const popular = popularItems(known, names.length);
  const placeIn = (list: readonly number[], wanted: ReadonlySet<number>) => {
    const place = list.findIndex((item) => wanted.has(item));
    return place < 0 ? Infinity : place;
  };
  const found: Outcome[] = [];
  held.forEach((own, at) => {
    if (own.length === 0 || later[at].length === 0) return;
    const taken = new Set(later[at]);
    const has = new Set(own);
    const offered = offers(own, options.rank_by, MOST_OFFERED).map(({ item }) => item);
    found.push({
      customer: customers[at],
      offered: placeIn(offered, taken),
      popular: placeIn(popular.filter((item) => !has.has(item)).slice(0, MOST_OFFERED), taken),
    });
  });
  return found;
}

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
  };
};
