import { weekOfDay, type Day } from '../../domain/calendar';
import { refusalSentence } from '../../domain/model-refusals';
import { calibrationEnd, historiesUntil, type CustomerHistories, type PurchaseDays } from '../../facts/purchase-days';
import { countHistories, DAYS_A_WEEK } from '../../statistics/purchase-histories';
import { finish } from '../../statistics/finish';
import { buyingFit, type BuyingFit } from '../../statistics/repeat-buying';
import type { Derive, DeriveContext, MetricOptions, Prepare, Remark } from '../metric';
import type { clvHoldout } from './definition';

type Options = MetricOptions<typeof clvHoldout>;
interface Calibrated {
  readonly end: Day;
  readonly histories: CustomerHistories;
  readonly buying: BuyingFit;
}

function* calibrate(days: PurchaseDays, { window }: DeriveContext, options: Options): Generator<number, Calibrated> {
  const end = window ? calibrationEnd(window, options.calibration_end) : 0;
  const histories = historiesUntil(days, end);
  return { end, histories, buying: yield* buyingFit(options.model, histories) };
}

export const prepare: Prepare<typeof clvHoldout> = (base, context, options) => calibrate(base, context, options);

/** Expected and actual repeat purchases of each week after the calibration. */
export const derive: Derive<typeof clvHoldout> = (base, context, options) => {
  const { end, histories, buying } = finish(calibrate(base, context, options));
  const until = context.window?.until ?? end;
  const weeks = histories.x.length === 0 || until <= end ? 0 : weekOfDay(until) - weekOfDay(end + 1) + 1;
  const first = weekOfDay(end + 1);
  const actual = new Float64Array(weeks);
  const buyers = new Float64Array(weeks);
  for (let i = 0; i < histories.x.length; i++) {
    let last = -1;
    for (let row = histories.after[i]; row < histories.end[i]; row++) {
      if (base.day[row] > until) break;
      const week = weekOfDay(base.day[row]) - first;
      actual[week]++;
      if (week !== last) buyers[week]++;
      last = week;
    }
  }
  /** Days from the end of the calibration to the end of each week. */
  const passed = Float64Array.from(actual, (_, week) => Math.min(until, lastDayOfWeek(first + week)) - end);
  const before = (week: number) => (week === 0 ? 0 : passed[week - 1]);
  return {
    week: Float64Array.from(actual, (_, week) => first + week),
    expected: expectedByWeek(histories, buying, passed),
    actual,
    buyers,
    days: passed.map((days, week) => days - before(week)),
    refusal: Array.from(actual, () => buying.refusal ?? ''),
  };
};

/** Weeks begin on Monday; day 0 is a Thursday. */
const lastDayOfWeek = (week: number): Day => week * DAYS_A_WEEK + 3;

function expectedByWeek(histories: CustomerHistories, buying: BuyingFit, passed: Float64Array): Float64Array {
  if (buying.refusal) return passed.map(() => NaN);
  const { x, tx, T, customers } = countHistories(histories);
  const expected = new Float64Array(passed.length);
  for (let i = 0; i < x.length; i++) {
    let before = 0;
    for (let week = 0; week < passed.length; week++) {
      const so = buying.expected(x[i], tx[i] / DAYS_A_WEEK, T[i] / DAYS_A_WEEK, passed[week] / DAYS_A_WEEK);
      expected[week] += customers[i] * (so - before);
      before = so;
    }
  }
  return expected;
}

export const remark: Remark<typeof clvHoldout> = (table) => refusalSentence(table.refusal[0] ?? '') || null;
