import {
  pairOf,
  REVIEW_LISTS,
  type ComparedField,
  type Decision,
  type ReviewList,
  type ReviewPage,
  type ReviewPair,
  type ReviewRequest,
  type ReviewSide,
} from '../../domain/unification';
import type { Clusters, Link } from './cluster';
import { compareRecords, FIELDS, LEVELS, levelOf, type Field } from './compare';
import { patternWeight, probability } from './estimate';
import type { Evidence, Kind } from './evidence';
import { settle } from './decisions';
import type { ComparedRecords } from './unify';

/** What the review needs to know of a unified dataset. */
export interface Reviewed {
  readonly compared: ComparedRecords;
  readonly clusters: Clusters;
  readonly decisions: readonly Decision[];
  /** The customer of each record. */
  readonly customer: (record: number) => string;
  /** The name of each record as its file has it. */
  readonly name: (record: number) => string;
}

type Listed = Pick<Link, 'a' | 'b' | 'pattern' | 'score' | 'rule'>;

/** How many pairs stand in each list. */
export function reviewCounts(reviewed: Reviewed): ReviewPage['counts'] {
  const lists = listsOf(reviewed);
  return Object.fromEntries(REVIEW_LISTS.map((list) => [list, lists[list].length])) as ReviewPage['counts'];
}

/** A stretch of a list, each pair with its fields side by side. */
export function reviewPage(reviewed: Reviewed, { list, offset, limit }: ReviewRequest): ReviewPage {
  const pairs = listsOf(reviewed)[list].slice(offset, offset + limit);
  return { counts: reviewCounts(reviewed), pairs: pairs.map((pair) => sideBySide(reviewed, pair)) };
}

const known = new WeakMap<Clusters, Readonly<Record<ReviewList, readonly Listed[]>>>();

function listsOf(reviewed: Reviewed): Readonly<Record<ReviewList, readonly Listed[]>> {
  const { compared, clusters, decisions } = reviewed;
  let lists = known.get(clusters);
  if (lists) return lists;
  const { records, matching, numberings } = compared;
  const settled = settle(decisions, records);
  const decided = new Set(settled.map(({ a, b }) => a * records.count + b));
  const open = matching.links.filter(
    ({ a, b }) => !decided.has(a * records.count + b) && numberings.unit[a] !== numberings.unit[b],
  );
  const isOne = ({ a, b }: Link) => clusters.group[a] === clusters.group[b];
  const bySurety = (sign: 1 | -1) => (x: Link, y: Link) => sign * (x.score - y.score) || x.a - y.a || x.b - y.b;
  lists = {
    asked: onePerPairOfGroups(open.filter((link) => !isOne(link)).sort(bySurety(-1)), clusters).sort(bySurety(-1)),
    merged: open.filter((link) => isOne(link) && link.merges).sort(bySurety(1)),
    decided: settled.map(({ a, b }) => judged(compared, a, b)),
  };
  known.set(clusters, lists);
  return lists;
}

/** Two customers are asked about once, by the pair of their records that has most to compare; the surest of several. */
function onePerPairOfGroups(links: readonly Link[], { group }: Clusters): Link[] {
  const asked = new Map<string, Link>();
  for (const link of links) {
    const key = [group[link.a], group[link.b]].sort((x, y) => x - y).join(' ');
    const before = asked.get(key);
    if (!before || comparedFields(link) > comparedFields(before)) asked.set(key, link);
  }
  return [...asked.values()];
}
const comparedFields = ({ pattern }: Link) => FIELDS.filter((_, at) => levelOf(pattern, at) > 0).length;

function judged({ matching }: ComparedRecords, a: number, b: number): Listed {
  const link = matching.links.find((one) => one.a === a && one.b === b);
  if (link) return link;
  const pattern = compareRecords(matching.evidence, a, b);
  const { weights, prevalence } = matching.model;
  return { a, b, pattern, score: probability(patternWeight(weights, pattern), prevalence), rule: 'likeness' };
}

function sideBySide(reviewed: Reviewed, { a, b, pattern, score, rule }: Listed): ReviewPair {
  const { records, matching } = reviewed.compared;
  const side = (record: number): ReviewSide => ({
    source: records.sources[records.source[record]],
    key: records.keys[record],
    name: reviewed.name(record),
    customer: reviewed.customer(record),
  });
  const [one, other] = [side(a), side(b)];
  const { prevalence, weights } = matching.model;
  return {
    one,
    other,
    fields: FIELDS.map((field, at): ComparedField => {
      const level = levelOf(pattern, at);
      return {
        field,
        one: valueOf(matching.evidence, field, a),
        other: valueOf(matching.evidence, field, b),
        level: level === 0 ? null : LEVELS[field][level - 1],
        weight: weights[at][level],
      };
    }).filter((compared) => compared.one !== '' || compared.other !== ''),
    prior: Math.log2(prevalence / (1 - prevalence)),
    score,
    rule,
    says: reviewed.decisions.findLast((entry) => pairOf(entry) === pairOf({ one, other }))?.says ?? null,
  };
}

const KINDS_OF: Readonly<Partial<Record<Field, readonly Kind[]>>> = {
  street: ['street', 'number'],
  place: ['postcode', 'city'],
};

function valueOf(evidence: Evidence, field: Field, record: number): string {
  return (KINDS_OF[field] ?? [field as Kind])
    .map((kind) => evidence[kind])
    .flatMap(({ codes, values }) => (codes[record] < 0 ? [] : [values[codes[record]]]))
    .join(' ');
}
