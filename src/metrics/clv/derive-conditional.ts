import type { Day } from '../../domain/calendar';
import { calibrationEnd, historiesUntil, type CustomerHistories, type PurchaseDays } from '../../facts/purchase-days';
import { DAYS_A_WEEK } from '../../statistics/purchase-histories';
import { finish } from '../../statistics/finish';
import { buyingFit, type BuyingFit } from '../../statistics/repeat-buying';
import type { Derive, DeriveContext, MetricOptions, Prepare } from '../metric';
import type { clvConditional } from './definition';

type Options = MetricOptions<typeof clvConditional>;
interface Calibrated {
  readonly end: Day;
  readonly histories: CustomerHistories;
  readonly buying: BuyingFit;
}
/** More repeat purchases than this are taken together. */
export const MOST_TOLD_APART = 7;

function* calibrate(days: PurchaseDays, { window }: DeriveContext, options: Options): Generator<number, Calibrated> {
  const end = window ? calibrationEnd(window, options.calibration_end) : 0;
  const histories = historiesUntil(days, end);
  return { end, histories, buying: yield* buyingFit(options.model, histories) };
}

export const prepare: Prepare<typeof clvConditional> = (base, context, options) => calibrate(base, context, options);

/** Expected and actual purchases after the calibration, by repeat purchases before it. Empty without any day after it. */
export const derive: Derive<typeof clvConditional> = (base, context, options) => {
  const { end, histories, buying } = finish(calibrate(base, context, options));
  const until = context.window?.until ?? end;
  const weeks = (until - end) / DAYS_A_WEEK;
  const sums = Array.from({ length: MOST_TOLD_APART + 1 }, (_, x) => ({ x, customers: 0, expected: 0, actual: 0 }));
  for (let i = 0; i < histories.x.length && weeks > 0; i++) {
    const sum = sums[Math.min(histories.x[i], MOST_TOLD_APART)];
    sum.customers++;
    if (!buying.refusal)
      sum.expected += buying.expected(
        histories.x[i],
        histories.tx[i] / DAYS_A_WEEK,
        histories.T[i] / DAYS_A_WEEK,
        weeks,
      );
    for (let row = histories.after[i]; row < histories.end[i]; row++) if (base.day[row] <= until) sum.actual++;
  }
  const rows = sums.filter(({ customers }) => customers > 0);
  return {
    x: Float64Array.from(rows, ({ x }) => x),
    customers: Float64Array.from(rows, ({ customers }) => customers),
    expected: Float64Array.from(rows, ({ expected, customers }) => (buying.refusal ? NaN : expected / customers)),
    actual: Float64Array.from(rows, ({ actual, customers }) => actual / customers),
    refusal: rows.map(() => buying.refusal ?? ''),
  };
};
