import { MERGE_FROM, REVIEW_FROM } from '../../domain/unification';
import { candidatePairs } from './blocking';
import type { Link } from './cluster';
import { compareRecords } from './compare';
import { estimateModel, patternWeight, probability, type Model } from './estimate';
import type { Evidence } from './evidence';
import { IdentifierRules, isDefinitelyNot, mayMergeUnasked } from './rules';

/** What the comparison of all records has found; decisions are not in it, so it stands while they change. */
export interface Matching {
  readonly evidence: Evidence;
  readonly model: Model;
  /** Pairs that are merged or asked about, by their records. */
  readonly links: readonly Link[];
  readonly candidates: number;
}

/** Hears how far the work is, and may throw to stop it. */
export type MatchStep = (share: number) => Promise<void>;
const unheard: MatchStep = () => Promise.resolve();

/** Pairs drawn for u. */
const SAMPLE = 60_000;
/** Pairs compared between two looks at the clock. */
const CHUNK = 50_000;

/**
 * Finds the pairs of records that are, or may be, one customer: identifiers first, then by likeness. Pairs with a chance of
 * `MERGE_FROM` are merged, from `REVIEW_FROM` on a person is asked, and the rest stay apart.
 * The same records in the same order give the same answer; they come in an order that does not depend on the rows.
 */
export async function matchRecords(evidence: Evidence, step: MatchStep = unheard): Promise<Matching> {
  const { records } = evidence;
  const pairs = await candidatePairs(evidence, (share) => step(0.4 * share));
  const patterns = new Float64Array(pairs.length);
  const counts = new Map<number, number>();
  for (let at = 0; at < pairs.length; at++) {
    if (at % CHUNK === 0) await step(0.4 + (0.5 * at) / pairs.length);
    const a = Math.floor(pairs[at] / records);
    const pattern = (patterns[at] = compareRecords(evidence, a, pairs[at] - a * records));
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  }
  await step(0.9);
  const model = estimateModel(counts, samplePatterns(evidence), (records * (records - 1)) / 2);
  await step(0.95);
  return { evidence, model, links: linksOf(evidence, model, pairs, patterns), candidates: pairs.length };
}

function linksOf(evidence: Evidence, model: Model, pairs: Float64Array, patterns: Float64Array): Link[] {
  const rules = new IdentifierRules(evidence);
  const scores = new Map<number, number>();
  const scoreOf = (pattern: number) => {
    let score = scores.get(pattern);
    if (score === undefined)
      scores.set(pattern, (score = probability(patternWeight(model.weights, pattern), model.prevalence)));
    return score;
  };
  const links: Link[] = [];
  for (let at = 0; at < pairs.length; at++) {
    const pattern = patterns[at];
    const a = Math.floor(pairs[at] / evidence.records);
    if (isDefinitelyNot(pattern)) continue;
    const rule = rules.ruleOf(pattern, a);
    const score = rule ? 1 : scoreOf(pattern);
    if (score < REVIEW_FROM) continue;
    const merges = rule !== null || (score >= MERGE_FROM && mayMergeUnasked(pattern));
    links.push({ a, b: pairs[at] - a * evidence.records, pattern, score, rule: rule ?? 'likeness', merges });
  }
  return links;
}

/** Patterns of pairs drawn evenly from all: all of them where they are few. The draw is fixed. */
function samplePatterns(evidence: Evidence): Map<number, number> {
  const { records } = evidence;
  const counts = new Map<number, number>();
  const add = (a: number, b: number) => {
    const pattern = compareRecords(evidence, a, b);
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  };
  if ((records * (records - 1)) / 2 <= SAMPLE) {
    for (let a = 0; a < records; a++) for (let b = a + 1; b < records; b++) add(a, b);
    return counts;
  }
  // Park and Miller's minimal standard generator (CACM 31(10), 1988): the same draw everywhere.
  let state = 20_241_117;
  const draw = () => (state = (state * 48_271) % 2_147_483_647) % records;
  for (let drawn = 0; drawn < SAMPLE;) {
    const [a, b] = [draw(), draw()];
    if (a === b) continue;
    add(a, b);
    drawn++;
  }
  return counts;
}
