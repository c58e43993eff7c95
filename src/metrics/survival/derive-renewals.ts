import { refusalSentence } from '../../domain/model-refusals';
import { finish } from '../../statistics/finish';
import {
  discountedResidual,
  fitRenewals,
  projectedSurvival,
  renewalRate,
  type ContractFit,
} from '../../statistics/shifted-beta-geometric';
import type { Derive, DeriveContext, MetricBase, MetricOptions, Prepare, Remark } from '../metric';
import type { clvContract } from './definition';
import { periodOf, seenRenewals } from './renewals';

type Base = MetricBase<typeof clvContract>;
type Options = MetricOptions<typeof clvContract>;

const PERIODS_A_YEAR: Readonly<Record<string, number>> = {
  day: 365.25,
  week: 365.25 / 7,
  month: 12,
  quarter: 4,
  year: 1,
};
/** The model is drawn half as far again as was seen, and at least a year of months. */
const FARTHER = 1.5;

const known = new WeakMap<Float64Array, Map<string, ContractFit>>();

/** The fit of a base by period; once for the same arrays. */
function* fitOf(base: Base, { tenureUnit }: DeriveContext, { period }: Options): Generator<number, ContractFit> {
  const fits = known.get(base.t) ?? new Map<string, ContractFit>();
  known.set(base.t, fits);
  let fit = fits.get(period);
  if (!fit) {
    fit = yield* fitRenewals(seenRenewals(base, periodOf(period, tenureUnit ?? 'days').length));
    fits.set(period, fit);
  }
  return fit;
}

export const prepareRenewals: Prepare<typeof clvContract> = (base, context, options) => fitOf(base, context, options);

/** Renewal by renewal, seen and by the model. Nobody under contract has no rows. */
export const deriveRenewals: Derive<typeof clvContract> = (base, context, options) => {
  const { length, words } = periodOf(options.period, context.tenureUnit ?? 'days');
  const { came, left, customers } = seenRenewals(base, length);
  const { model, se, logLikelihood, refusal } = finish(fitOf(base, context, options));
  const last = customers === 0 ? -1 : model ? Math.ceil(FARTHER * came.length) : came.length;
  const renewals = Array.from({ length: last + 1 }, (_, renewal) => renewal);
  const discount = (1 + Number(options.yearly_discount)) ** (1 / PERIODS_A_YEAR[words]) - 1;
  const seen = [1];
  came.forEach((count, at) => seen.push(count > 0 ? seen[at] * (1 - left[at] / count) : NaN));
  const projected = model ? projectedSurvival(model, last) : [];
  const column = (of: (renewal: number) => number) => Float64Array.from(renewals, of);
  const always = (figure: number | undefined) => column(() => figure ?? NaN);
  return {
    renewal: column((renewal) => renewal),
    came: column((renewal) => (renewal === 0 ? NaN : (came[renewal - 1] ?? NaN))),
    ended: column((renewal) => (renewal === 0 ? NaN : (left[renewal - 1] ?? NaN))),
    survival: column((renewal) => seen[renewal] ?? NaN),
    survival_model: column((renewal) => projected[renewal] ?? NaN),
    retention_model: column((renewal) => (model && renewal > 0 ? renewalRate(model, renewal) : NaN)),
    residual: column((renewal) => (model ? discountedResidual(model, renewal, discount) : NaN)),
    alpha: always(model?.alpha),
    alpha_se: always(se.alpha),
    beta: always(model?.beta),
    beta_se: always(se.beta),
    log_likelihood: always(logLikelihood),
    customers: always(customers),
    period: renewals.map(() => words),
    refusal: renewals.map(() => refusal ?? ''),
  };
};

export const renewalsRemark: Remark<typeof clvContract> = (table) => refusalSentence(table.refusal[0] ?? '') || null;
