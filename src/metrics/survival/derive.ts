import { medianOf, restrictedMean } from '../../statistics/kaplan-meier';
import type { Derive, DeriveContext } from '../metric';
import type { survival, survivalSummary } from './definition';
import { readStrata } from './strata';

/** The curve of each stratum: a row for each time at which anyone left or was lost from view. */
export const derive: Derive<typeof survival> = (base, context, { by, source, lapse_days: lapse }) => {
  const rows = readStrata(base, context, by).flatMap(({ name, steps }) => steps.map((step) => ({ name, ...step })));
  const column = (value: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, value);
  return {
    stratum: rows.map(({ name }) => name),
    t: column(({ t }) => t),
    at_risk: column(({ atRisk }) => atRisk),
    events: column(({ events }) => events),
    censored: column(({ censored }) => censored),
    survival: column((row) => row.survival),
    ci_low: column(({ low }) => low),
    ci_high: column(({ high }) => high),
    unit: rows.map(() => unitOf(source, context)),
    source: rows.map(() => source),
    lapse_days: column(() => (source === 'purchases' ? (lapse ?? NaN) : NaN)),
  };
};

/** Numbers, medians and restricted means; tau, where it is not given, is the smallest of the strata's longest times. */
export const deriveSummary: Derive<typeof survivalSummary> = (
  base,
  context,
  { by, source, lapse_days: lapse, tau: given },
) => {
  const strata = readStrata(base, context, by);
  const longest = strata.map(({ steps }) => steps[steps.length - 1].t);
  const tau = given ?? Math.min(...longest);
  const column = (value: (stratum: (typeof strata)[number]) => number) => Float64Array.from(strata, value);
  return {
    stratum: strata.map(({ name }) => name),
    n: column(({ n }) => n),
    events: column(({ steps }) => steps.reduce((sum, { events }) => sum + events, 0)),
    median: column(({ steps }) => medianOf(steps, (step) => step.survival)),
    median_low: column(({ steps }) => medianOf(steps, (step) => step.low)),
    median_high: column(({ steps }) => medianOf(steps, (step) => step.high)),
    rmst: column(({ steps }) => restrictedMean(steps, tau)),
    tau: column(() => tau),
    unit: strata.map(() => unitOf(source, context)),
    source: strata.map(() => source),
    lapse_days: column(() => (source === 'purchases' ? (lapse ?? NaN) : NaN)),
  };
};

const unitOf = (source: string, { tenureUnit }: Pick<DeriveContext, 'tenureUnit'>): string =>
  (source === 'contract' ? tenureUnit : null) ?? 'days';
