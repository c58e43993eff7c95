import { refusalSentence } from '../../domain/model-refusals';
import { historiesUntil, type PurchaseDays } from '../../facts/purchase-days';
import { finish } from '../../statistics/finish';
import { buyingFit, spendFit, type BuyingFit, type SpendFit } from '../../statistics/repeat-buying';
import type { Derive, DeriveContext, MetricOptions, Prepare, Remark } from '../metric';
import type { clvModel } from './definition';

type Options = MetricOptions<typeof clvModel>;

interface Fits {
  readonly customers: number;
  readonly spenders: number;
  readonly buying: BuyingFit;
  readonly spend: SpendFit;
}

function* fits(days: PurchaseDays, { window }: DeriveContext, options: Options): Generator<number, Fits> {
  const end = window?.until ?? 0;
  const { x, tx, T, mean } = historiesUntil(days, Math.min(options.calibration_end ?? end, end));
  const spenders = mean.reduce((sum, money) => sum + (money > 0 ? 1 : 0), 0);
  const buying = yield* buyingFit(options.model, { x, tx, T });
  const spend = yield* spendFit(x, mean);
  return { customers: x.length, spenders, buying, spend };
}

export const prepare: Prepare<typeof clvModel> = (base, context, options) => fits(base, context, options);

/** Parameters of both models, then their log-likelihood and customers; for spend how it goes with frequency. */
export const derive: Derive<typeof clvModel> = (base, context, options) => {
  if (base.day.length === 0) return { model: [], parameter: [], value: empty(), se: empty(), refusal: [] };
  const { customers, spenders, buying, spend } = finish(fits(base, context, options));
  const row =
    (model: string, refusal: string) =>
    (parameter: string, value: number, se = NaN) => ({
      model,
      parameter,
      value,
      se,
      refusal,
    });
  const buys = row(buying.model, buying.refusal ?? '');
  const spends = row('gamma_gamma', spend.refusal ?? '');
  const rows = [
    ...buying.parameters.map(({ name, value, se }) => buys(name, value, buying.refusal ? NaN : se)),
    buys('log_likelihood', buying.logLikelihood),
    buys('customers', customers),
    ...spend.parameters.map(({ name, value, se }) => spends(name, value, se)),
    spends('log_likelihood', spend.logLikelihood),
    spends('customers', spenders),
    spends('frequency_spend_correlation', spend.correlation),
  ];
  return {
    model: rows.map(({ model }) => model),
    parameter: rows.map(({ parameter }) => parameter),
    value: Float64Array.from(rows, ({ value }) => value),
    se: Float64Array.from(rows, ({ se }) => se),
    refusal: rows.map(({ refusal }) => refusal),
  };
};
const empty = () => new Float64Array(0);

export const remark: Remark<typeof clvModel> = (table) =>
  [...new Set(table.refusal.map(refusalSentence).filter(Boolean))].join(' ') || null;
