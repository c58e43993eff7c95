import { MONEY_SCALE } from '../../domain/money';
import { refusalSentence } from '../../domain/model-refusals';
import { historiesUntil, type CustomerHistories, type PurchaseDays } from '../../facts/purchase-days';
import { discountedPurchases } from '../../statistics/discounted-purchases';
import { DAYS_A_WEEK, countHistories } from '../../statistics/purchase-histories';
import { finish } from '../../statistics/finish';
import { buyingFit, spendFit, type BuyingFit, type SpendFit } from '../../statistics/repeat-buying';
import type { Derive, DeriveContext, MetricOptions, Prepare, Remark } from '../metric';
import type { clv } from './definition';

type Options = MetricOptions<typeof clv>;

interface Fits {
  readonly histories: CustomerHistories;
  readonly buying: BuyingFit;
  readonly spend: SpendFit;
}

function* fits(days: PurchaseDays, context: Pick<DeriveContext, 'window'>, options: Options): Generator<number, Fits> {
  const end = context.window?.until ?? 0;
  const histories = historiesUntil(days, Math.min(options.calibration_end ?? end, end));
  const buying = yield* buyingFit(options.model, histories);
  const spend = yield* spendFit(histories.x, histories.mean);
  return { histories, buying, spend };
}

export const prepare: Prepare<typeof clv> = function* (base, context, options) {
  const { histories, buying } = yield* fits(base, context, options);
  yield* futurePurchases(histories, buying, options);
};

/** The chance of buying again of each customer of the histories. */
export function chances(days: PurchaseDays, context: Pick<DeriveContext, 'window'>, options: Options) {
  const { histories, buying } = finish(fits(days, context, options));
  const alive = Float64Array.from(histories.x, (x, i) =>
    buying.refusal ? NaN : buying.alive(x, histories.tx[i] / DAYS_A_WEEK, histories.T[i] / DAYS_A_WEEK),
  );
  return { histories, alive };
}

/** 0 to 9; -1 where there is none. */
export const tenthOf = (chance: number): number => (Number.isNaN(chance) ? -1 : Math.min(9, Math.floor(10 * chance)));

/** What each customer is to be expected to buy, and its value today; empty where a model refuses. */
export const derive: Derive<typeof clv> = (base, context, options) => {
  const { histories, buying, spend } = finish(fits(base, context, options));
  const { customer, x, tx, T } = histories;
  const names = context.names('customer');
  const { alive } = chances(base, context, options);
  const future = finish(futurePurchases(histories, buying, options));
  const worth = histories.mean.map((mean, i) => (spend.refusal ? NaN : MONEY_SCALE * spend.spend(x[i], mean)));
  const tenths = Array.from(alive, tenthOf);
  const sizes = new Map<number, number>();
  for (const tenth of tenths) sizes.set(tenth, (sizes.get(tenth) ?? 0) + 1);
  return {
    customer: Array.from(customer, (one) => names[one]),
    x: x.slice(),
    t_x: tx.map((days) => days / DAYS_A_WEEK),
    T: T.map((days) => days / DAYS_A_WEEK),
    p_alive: alive,
    expected_purchases: future.expected.slice(),
    expected_value: worth.map((value) => (buying.refusal ? NaN : value)),
    clv: worth.map((value, i) => value * future.discounted[i]),
    refusal: Array.from(customer, () => buying.refusal ?? ''),
    value_refusal: Array.from(customer, () => buying.refusal ?? spend.refusal ?? ''),
    in_tenth: Float64Array.from(tenths, (tenth) => sizes.get(tenth)!),
  };
};

interface Future {
  readonly expected: Float64Array;
  readonly discounted: Float64Array;
}
/** The last one asked for of each fit, by its options. */
const futures = new WeakMap<BuyingFit, { readonly key: string; readonly future: Future }>();
/** Histories that are looked ahead from before others are let in. */
const AT_ONCE = 200;

/** Expected purchases of each customer, worked out once for each distinct history. */
function* futurePurchases(
  histories: CustomerHistories,
  buying: BuyingFit,
  options: Options,
): Generator<number, Future> {
  const key = `${options.horizon_weeks} ${options.yearly_discount}`;
  const known = futures.get(buying);
  if (known?.key === key) return known.future;
  const { x, tx, T, placeOf } = countHistories(histories);
  const expected = new Float64Array(x.length).fill(NaN);
  const discounted = new Float64Array(x.length).fill(NaN);
  for (let i = 0; i < x.length && !buying.refusal; i++) {
    const within = (weeks: number) => buying.expected(x[i], tx[i] / DAYS_A_WEEK, T[i] / DAYS_A_WEEK, weeks);
    expected[i] = within(options.horizon_weeks);
    discounted[i] = discountedPurchases(within, options.horizon_weeks, Number(options.yearly_discount));
    if (i % AT_ONCE === 0) yield i;
  }
  const future = {
    expected: Float64Array.from(placeOf, (place) => expected[place]),
    discounted: Float64Array.from(placeOf, (place) => discounted[place]),
  };
  futures.set(buying, { key, future });
  return future;
}

export const remark: Remark<typeof clv> = (table) => refusalSentence(table.value_refusal[0] ?? '') || null;
