import { NPS_BAND } from '../../domain/answer-bands';
import type { TextColumn } from '../../domain/columns';
import { attributeOf } from '../../facts/attributes';
import type { Facts } from '../../facts/facts';
import { staysOf, type Stays, type StaySource } from '../../facts/stays';
import type { MetricOptions } from '../metric';
import type { survival } from './definition';
import { surveyedStays } from './nps-bands';
import { attributesIn } from './strata';

export type Options = MetricOptions<typeof survival>;

/** Stays, and who stands in which stratum. */
export interface Stratified {
  readonly stays: Stays;
  /** Stays are counted from a survey, not from their beginning. */
  readonly surveyed: boolean;
  /** Of each customer: codes of the columns in mixed radix, a blank as 0; 0 for all without a breakdown. */
  readonly strata: Int32Array;
  /** The columns of the breakdown. */
  readonly columns: readonly TextColumn[];
}

/** The stays that a breakdown looks at, by its strata. Throws `unknown-filter-field`. */
export function stratify(facts: Facts, { by, source, lapse_days: lapse, lapse_at: at }: Options): Stratified {
  const whole = staysOf(facts, source as StaySource, lapse, at);
  const names = attributesIn(by);
  const surveyed = names.includes(NPS_BAND) ? surveyedStays(facts, whole) : null;
  const columns = names.map((name) => (surveyed && name === NPS_BAND ? surveyed.column : attributeOf(facts, name)));
  const strata = new Int32Array(facts.customers.count);
  for (const { codes, values } of columns)
    for (let c = 0; c < strata.length; c++) strata[c] = strata[c] * (values.length + 1) + codes[c] + 1;
  return { stays: surveyed?.stays ?? whole, surveyed: surveyed !== null, strata, columns };
}
