import { NPS_BAND } from '../../domain/answer-bands';
import { compareUtf8 } from '../../domain/keys';
import { joinNames } from '../../domain/name-list';
import { kaplanMeier, type SurvivalStep, type TimeCounts } from '../../statistics/kaplan-meier';
import type { DeriveContext, MetricBase } from '../metric';
import type { survival } from './definition';
import { NPS_BANDS } from './nps-bands';

type Base = MetricBase<typeof survival>;

/** Base columns hold times in 1/10,000 of their unit. */
export const T_SCALE = 10_000;

/** `Contract;PaperlessBilling` as names; none for ''. */
export const attributesIn = (by: string): string[] => by.split(';').filter((name) => name !== '');

export interface Stratum {
  /** `all` without a breakdown; several attributes stand with `;` between. */
  readonly name: string;
  /** The value of each attribute; '' is blank. */
  readonly values: readonly string[];
  readonly counts: TimeCounts;
  /** How many came under observation. */
  readonly n: number;
  readonly steps: readonly SurvivalStep[];
}

/** The base columns as strata with their curves, in the order of their names by UTF-8. */
export function readStrata(base: Base, context: Pick<DeriveContext, 'attribute'>, by: string): Stratum[] {
  const texts = attributesIn(by).map((name) =>
    name === NPS_BAND ? NPS_BANDS : (context.attribute?.(name) ?? missingTexts(name)),
  );
  const strata: Stratum[] = [];
  for (let row = 0; row < base.t.length;) {
    const code = base.stratum[row];
    let end = row;
    while (end < base.t.length && base.stratum[end] === code) end++;
    const slice = (column: Float64Array) => Array.from(column.subarray(row, end));
    const counts: TimeCounts = {
      t: slice(base.t).map((t) => t / T_SCALE),
      entered: slice(base.entered),
      events: slice(base.events),
      censored: slice(base.censored),
    };
    const values = valuesOf(code, texts);
    strata.push({
      name: texts.length === 0 ? 'all' : stratumName(values),
      values,
      counts,
      n: counts.entered.reduce((sum, count) => sum + count, 0),
      steps: kaplanMeier(counts),
    });
    row = end;
  }
  return strata.sort((a, b) => compareUtf8(a.name, b.name));
}

const missingTexts = (by: string): never => {
  throw new Error(`the context knows no attributes, yet survival is broken down by ${by}`);
};

/** A value alone stands as it is; several stand in a list. */
export const stratumName = (values: readonly string[]): string => (values.length === 1 ? values[0] : joinNames(values));

/** Takes a code in mixed radix apart again: see `stratify` of the kernel. */
export function valuesOf(code: number, texts: readonly (readonly string[])[]): string[] {
  const values: string[] = [];
  for (const own of [...texts].reverse()) {
    values.unshift(own[(code % (own.length + 1)) - 1] ?? '');
    code = Math.floor(code / (own.length + 1));
  }
  return values;
}
