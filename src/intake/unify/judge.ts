import type { PairJudge } from './cluster';
import { compareRecords } from './compare';
import { patternWeight } from './estimate';
import type { Matching } from './match';
import { isDefinitelyNot } from './rules';

/** Weighs any two records by the model, whether they were candidates or not. */
export function judgeOf({ evidence, model }: Matching): PairJudge {
  const priorOdds = Math.log2(model.prevalence / (1 - model.prevalence));
  return {
    evidence: (a, b) => priorOdds + patternWeight(model.weights, compareRecords(evidence, a, b)),
    isDefinitelyNot: (a, b) => isDefinitelyNot(compareRecords(evidence, a, b)),
  };
}
