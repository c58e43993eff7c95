import type { LinkRule } from '../../domain/unification';

/** Two records that may be one customer. `a < b`. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly pattern: number;
  /** The chance that they are one, 0 to 1; 1 where an identifier says so. */
  readonly score: number;
  readonly rule: LinkRule;
  /** False: a person is asked. */
  readonly merges: boolean;
}

/** What the clustering may ask about any two records, linked or not. */
export interface PairJudge {
  /** log2 of the odds that they are one. */
  evidence(a: number, b: number): number;
  isDefinitelyNot(a: number, b: number): boolean;
}

/** A person's word about two records, as indices. */
export interface Settled {
  readonly a: number;
  readonly b: number;
  readonly says: 'merge' | 'apart';
}

/** No single pair may outweigh all others, in bits. */
const MOST_BITS = 20;
/** Pairs between two clusters that are weighed; the clusters of real people are small. */
const MOST_PAIRS = 4_000;

/**
 * Groups records so that weak links do not chain. Links are taken from the strongest to the weakest, and two groups join only
 * where the pairs between them speak for it together: their mean evidence is above even odds (average linkage, R. R. Sokal and
 * C. D. Michener, University of Kansas Science Bulletin 38, 1958), and no pair of them is settled or definitely apart.
 * @param given pairs that are one before any weighing: those of one key
 * @returns the group of each record, numbered by their least record, and the links that joined groups, by record
 */
export function clusterRecords(
  records: number,
  given: readonly (readonly [number, number])[],
  links: readonly Link[],
  judge: PairJudge,
  settled: readonly Settled[],
): Clusters {
  const groups = new Groups(records);
  for (const [a, b] of given) groups.join(a, b);
  const apart = settled.filter(({ says }) => says === 'apart');
  const decided = new Set<number>();
  for (const { a, b, says } of settled) {
    if (says !== 'merge') continue;
    groups.join(a, b);
    decided.add(a).add(b);
  }
  const enemies = new Map<number, number[]>();
  for (const { a, b } of apart) {
    enemies.set(a, [...(enemies.get(a) ?? []), b]);
    enemies.set(b, [...(enemies.get(b) ?? []), a]);
  }
  const areEnemies = (mine: readonly number[], theirs: readonly number[]) =>
    mine.some((record) => enemies.get(record)?.some((enemy) => theirs.includes(enemy)));
  const strongest = links.filter(({ merges }) => merges).sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const { a, b, rule } of strongest) {
    const [mine, theirs] = [groups.of(a), groups.of(b)];
    if (mine === theirs || areEnemies(mine, theirs)) continue;
    if (mine.length * theirs.length > MOST_PAIRS) continue;
    if (agree(mine, theirs, judge, rule === 'likeness' ? null : [a, b])) groups.join(a, b);
  }
  return { group: groups.numbered(), decided };
}

export interface Clusters {
  /** The group of each record: the index of its least record. */
  readonly group: Int32Array;
  /** Records that a person has merged with another. */
  readonly decided: ReadonlySet<number>;
}

/** Whether the pairs between two groups speak for one customer. A pair that shares an identifier counts in full. */
function agree(
  mine: readonly number[],
  theirs: readonly number[],
  judge: PairJudge,
  identified: readonly [number, number] | null,
): boolean {
  let sum = 0;
  for (const a of mine) {
    for (const b of theirs) {
      if (judge.isDefinitelyNot(a, b)) return false;
      const isIdentified = identified !== null && identified.includes(a) && identified.includes(b);
      sum += isIdentified ? MOST_BITS : Math.max(-MOST_BITS, Math.min(MOST_BITS, judge.evidence(a, b)));
    }
  }
  return sum > 0;
}

/** Disjoint sets with their members. */
class Groups {
  readonly #members: number[][];
  readonly #of: Int32Array;
  constructor(records: number) {
    this.#of = Int32Array.from({ length: records }, (_, record) => record);
    this.#members = Array.from({ length: records }, (_, record) => [record]);
  }
  of(record: number): readonly number[] {
    return this.#members[this.#of[record]];
  }
  join(a: number, b: number): void {
    let [into, from] = [this.#of[a], this.#of[b]];
    if (into === from) return;
    if (this.#members[into].length < this.#members[from].length) [into, from] = [from, into];
    for (const record of this.#members[from]) {
      this.#of[record] = into;
      this.#members[into].push(record);
    }
    this.#members[from] = [];
  }
  numbered(): Int32Array {
    const least = new Int32Array(this.#members.length);
    this.#members.forEach((members, group) => (least[group] = members.reduce((a, b) => Math.min(a, b), Infinity)));
    return this.#of.map((group) => least[group]);
  }
}
