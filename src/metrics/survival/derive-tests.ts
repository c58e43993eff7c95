import { compareUtf8 } from '../../domain/keys';
import { fitCox, testProportionality, type CoxFit } from '../../statistics/cox';
import { holm } from '../../statistics/holm';
import { LOG_RANK_TESTS, logRankTest, type LogRankTest } from '../../statistics/log-rank';
import { amongGroups, riskSets, type RiskSets } from '../../statistics/risk-sets';
import { chiSquareUpperTail } from '../../statistics/upper-tails';
import type { Derive, MetricTable } from '../metric';
import type { survivalTests } from './definition';
import { attributesIn, readStrata, type Stratum } from './strata';

interface TestRow {
  readonly test: string;
  readonly subject: string;
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly log10_p: number;
  readonly p_holm?: number;
  readonly coef?: number;
  readonly se?: number;
  readonly ph_p?: number;
  /** Of Cox: the value that the subject is held against. */
  readonly against?: string;
}

/**
 * The log-rank family over all strata, and from three on over each pair with Holm's adjustment; Cox against the first
 * stratum, or with several attributes against the first value of each. Nothing of a single stratum.
 */
export const deriveTests: Derive<typeof survivalTests> = (base, context, { by }) => {
  const strata = readStrata(base, context, by);
  const rows: TestRow[] = [];
  if (strata.length > 1) {
    const sets = riskSets(strata.map(({ counts }) => counts));
    rows.push(...coxRows(strata, sets, attributesIn(by)));
    for (const test of LOG_RANK_TESTS) rows.push(...familyRows(strata, sets, test));
  }
  rows.sort((a, b) => compareUtf8(a.test, b.test) || compareUtf8(a.subject, b.subject));
  return columnsOf(rows);
};

function columnsOf(rows: readonly TestRow[]): MetricTable<typeof survivalTests> {
  const column = (value: (row: TestRow) => number | undefined) => Float64Array.from(rows, (row) => value(row) ?? NaN);
  return {
    test: rows.map(({ test }) => test),
    subject: rows.map(({ subject }) => subject),
    statistic: column(({ statistic }) => statistic),
    df: column(({ df }) => df),
    p: column(({ p }) => p),
    log10_p: column((row) => row.log10_p),
    p_holm: column((row) => row.p_holm),
    coef: column(({ coef }) => coef),
    se: column(({ se }) => se),
    ph_p: column((row) => row.ph_p),
    against: rows.map(({ against }) => against ?? ''),
  };
}

function familyRows(strata: readonly Stratum[], sets: RiskSets, test: LogRankTest): TestRow[] {
  const rowOf = (subject: string, among: RiskSets): TestRow => {
    const { statistic, df, p, log10 } = logRankTest(among, test);
    return { test, subject, statistic, df, p, log10_p: log10 };
  };
  const all = rowOf('all', sets);
  if (strata.length < 3) return [all];
  const pairs = strata.flatMap((first, i) =>
    strata.slice(i + 1).map((second, k) => rowOf(`${first.name}|${second.name}`, amongGroups(sets, [i, i + 1 + k]))),
  );
  const adjusted = holm(pairs.map(({ p }) => p));
  return [all, ...pairs.map((row, at) => ({ ...row, p_holm: adjusted[at] }))];
}

/** A value of an attribute against the first value of it: 1 for strata that have it. */
interface Dummy {
  readonly subject: string;
  readonly attribute: number;
  readonly value: string;
  readonly against: string;
}

function dummiesOf(strata: readonly Stratum[], names: readonly string[]): Dummy[] {
  return names.flatMap((name, attribute) => {
    const values = [...new Set(strata.map((stratum) => stratum.values[attribute]))].sort(compareUtf8);
    const subject = (value: string) => (names.length === 1 ? value : `${name}: ${value}`);
    return values.slice(1).map((value) => ({ subject: subject(value), attribute, value, against: values[0] }));
  });
}

/** A row for each covariate; without figures where the likelihood has no maximum in it. */
function coxRows(strata: readonly Stratum[], sets: RiskSets, names: readonly string[]): TestRow[] {
  const dummies = dummiesOf(strata, names);
  const { fit, used, ph } = fitWhatCan(strata, sets, dummies);
  return dummies.map((dummy): TestRow => {
    const at = used.indexOf(dummy);
    const { subject, against } = dummy;
    if (!fit || at < 0) return { test: 'cox', subject, against, statistic: NaN, df: 1, p: NaN, log10_p: NaN };
    const [coef, se] = [fit.coefficients[at], fit.errors[at]];
    const statistic = (coef / se) ** 2;
    const { p, log10 } = chiSquareUpperTail(statistic, 1);
    return { test: 'cox', subject, against, statistic, df: 1, p, log10_p: log10, coef, se, ph_p: ph[at] };
  });
}

/**
 * A value with which nobody leaves has a hazard of 0, whatever the others have: its strata add nothing to the likelihood of
 * the other coefficients at its maximum, and are left out of the fit.
 */
function fitWhatCan(strata: readonly Stratum[], sets: RiskSets, dummies: readonly Dummy[]) {
  const leaves = (has: (stratum: Stratum) => boolean) =>
    strata.some((stratum, at) => has(stratum) && sets.events[at].some((events) => events > 0));
  const used = dummies.filter(({ attribute, value }) => leaves((stratum) => stratum.values[attribute] === value));
  const kept = strata.flatMap((stratum, at) =>
    dummies.some((dummy) => !used.includes(dummy) && stratum.values[dummy.attribute] === dummy.value) ? [] : [at],
  );
  const among = amongGroups(sets, kept);
  const covariates = kept.map((at) =>
    used.map(({ attribute, value }) => (strata[at].values[attribute] === value ? 1 : 0)),
  );
  const fit: CoxFit | null = kept.length > 1 ? fitCox(among, covariates) : null;
  const ph = fit ? testProportionality(among, covariates, fit).each.map(({ p }) => p) : [];
  return { fit, used, ph };
}
