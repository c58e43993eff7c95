import { FIELDS, LEVELS, levelOf, type Field } from './compare';

/**
 * What agreement is worth, learnt from the data without labels.
 *
 * A pair is either of one customer (M) or of two (U). Field by field, m is the chance of each level among M, u among U; a
 * field's weight is log2(m / u), and the weights add up.
 * Sources: I. P. Fellegi and A. B. Sunter, "A Theory for Record Linkage", JASA 64, 1969, sections 2 and 3.3 (weights, fields
 * taken as independent); A. P. Dempster, N. M. Laird and D. B. Rubin, "Maximum Likelihood from Incomplete Data via the EM
 * Algorithm", JRSS B 39, 1977; W. E. Winkler, "Using the EM Algorithm for Weight Computation in the Fellegi-Sunter Model",
 * ASA, 1988.
 */
export interface Model {
  /** Of all pairs, those of one customer. */
  readonly prevalence: number;
  /** log2(m / u) by field, then level; 0 for level 0, since a missing value says nothing. */
  readonly weights: readonly Float64Array[];
  readonly iterations: number;
}

/** How often each pattern occurs. */
export type PatternCounts = ReadonlyMap<number, number>;

/** What is believed before any pair is seen, and how many pairs that belief is worth: small files cannot teach much. */
const PRIOR_M: Readonly<Record<number, readonly number[]>> = {
  2: [0.9, 0.1],
  3: [0.88, 0.07, 0.05],
  4: [0.83, 0.07, 0.05, 0.05],
};
const PRIOR_U: Readonly<Record<number, readonly number[]>> = {
  2: [0.002, 0.998],
  3: [0.01, 0.02, 0.97],
  4: [0.005, 0.01, 0.05, 0.935],
};
const PRIOR_PAIRS = 20;
/**
 * Records of one customer agree in most of what does not change, and in half of what may. Without this bound a file in which
 * nobody is twice would teach EM some other class of pairs, such as families.
 */
const MOST_OTHER: Readonly<Record<Field, number>> = {
  given: 0.2, surname: 0.2, birth: 0.2, tax_id: 0.2, email: 0.5, phone: 0.5, street: 0.5, place: 0.4, company: 0.4,
}; // prettier-ignore
const LONGEST = 200;
const SETTLED = 1e-7;

/**
 * Fits the model by EM: pairs that are candidates may be of one customer, all others are taken to be of two.
 * @param candidates patterns of the candidate pairs
 * @param sample patterns of pairs drawn from all pairs, for u
 * @param pairs number of all pairs
 */
export function estimateModel(candidates: PatternCounts, sample: PatternCounts, pairs: number): Model {
  // In the order of the patterns, so that the order of the rows changes no sum in its last digit.
  const seen = [...candidates].sort(([a], [b]) => a - b);
  const drawn = [...sample].sort(([a], [b]) => a - b);
  let m: Float64Array[] = FIELDS.map((field) => Float64Array.from([0, ...PRIOR_M[LEVELS[field].length]]));
  let u = levelShares(
    drawn.map(([pattern, count]) => [pattern, count]),
    PRIOR_U,
  );
  let prevalence = 1 / Math.max(2, Math.sqrt(2 * pairs));
  for (let iteration = 1; ; iteration++) {
    const weights = weightsOf(m, u);
    const isMatch = (pattern: number) => probability(patternWeight(weights, pattern), prevalence);
    const matched = seen.map(([pattern, count]): [number, number] => [pattern, count * isMatch(pattern)]);
    const expected = matched.reduce((sum, [, count]) => sum + count, 0);
    m = levelShares(matched, PRIOR_M).map((shares, at) => atMostOther(shares, MOST_OTHER[FIELDS[at]]));
    u = levelShares(
      drawn.map(([pattern, count]) => [pattern, count * (1 - isMatch(pattern))]),
      PRIOR_U,
    );
    const next = Math.min(0.5, (expected + 0.5) / (pairs + 1));
    const settled = Math.abs(next - prevalence) <= SETTLED * prevalence;
    prevalence = next;
    if (settled || iteration === LONGEST) return { prevalence, weights: weightsOf(m, u), iterations: iteration };
  }
}

/** The share of each level among the pairs that have one, with the prior as so many further pairs. */
function levelShares(
  counts: readonly (readonly [number, number])[],
  prior: Readonly<Record<number, readonly number[]>>,
): Float64Array[] {
  return FIELDS.map((field, at) => {
    const levels = LEVELS[field].length;
    const shares = Float64Array.from([0, ...prior[levels].map((share) => share * PRIOR_PAIRS)]);
    for (const [pattern, count] of counts) {
      const level = levelOf(pattern, at);
      if (level > 0) shares[level] += count;
    }
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  });
}

/** The last level cut to its bound; the others take the rest in their proportions. */
function atMostOther(shares: Float64Array, most: number): Float64Array {
  const other = shares[shares.length - 1];
  if (other <= most) return shares;
  return shares.map((share, level) => (level === shares.length - 1 ? most : (share * (1 - most)) / (1 - other)));
}

/** A worse level is never worth more than a better one: where it would be, data were too few to tell. */
function weightsOf(m: readonly Float64Array[], u: readonly Float64Array[]): Float64Array[] {
  return m.map((ofField, at) => {
    const weights = ofField.map((share, level) => (level === 0 ? 0 : Math.log2(share / u[at][level])));
    for (let level = 2; level < weights.length; level++) weights[level] = Math.min(weights[level], weights[level - 1]);
    return weights;
  });
}

/** The sum of the field weights of a pattern, in bits. */
export function patternWeight(weights: readonly Float64Array[], pattern: number): number {
  let sum = 0;
  let rest = pattern;
  for (const ofField of weights) {
    sum += ofField[rest % 5];
    rest = Math.floor(rest / 5);
  }
  return sum;
}

/** The chance that a pair is of one customer, by Bayes' rule. */
export function probability(weight: number, prevalence: number): number {
  return 1 / (1 + ((1 - prevalence) / prevalence) * 2 ** -weight);
}
