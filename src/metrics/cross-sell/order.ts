import type { Pairs } from './pairs';

export interface Ordered {
  readonly names: readonly string[];
  /** Runs of neighbours that are often together: first and last position. */
  readonly blocks: readonly { readonly first: number; readonly last: number }[];
}

/** Log lift from which neighbours make a block: together one and a half times as often as chance. */
const BLOCK = Math.log2(1.5);
export const LEAST_LIFT = 0.05;
/** Among many items a block of more than a quarter of them says nothing: where all are bought by the same few, the cut is higher. */
const [MANY, LARGEST] = [100, 0.25];

/** Log lift of every two items, row by row. */
function likeness(pairs: Pairs, names: readonly string[]): Float64Array {
  const size = names.length;
  const { held, both, n } = pairs.grid(names);
  const like = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) {
      const lift = both[a * size + b] / ((held[a] * held[b]) / n);
      like[a * size + b] = like[b * size + a] = Math.log2(Math.max(LEAST_LIFT, lift || LEAST_LIFT));
    }
  }
  return like;
}

/**
 * Average-linkage clustering on log lift (Sokal and Michener, 1958). Where two clusters merge, the ends that are more alike
 * meet, so that what is bought together stands together. Links of a merged cluster follow from those of its halves (Lance and
 * Williams, 1967), and each cluster knows its closest: hundreds of items take some milliseconds.
 */
export function orderByLikeness(pairs: Pairs, names: readonly string[]): Ordered {
  const like = likeness(pairs, names);
  const steps = clusterByLikeness(names.length, (a, b) => like[a * names.length + b]);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { names: step.value.order.map((item) => names[item]), blocks: step.value.blocks };
}

interface Clustered {
  readonly order: readonly number[];
  readonly blocks: Ordered['blocks'];
}

/** The same for items by their places, in steps. */
export function* clusterByLikeness(
  size: number,
  likeOf: (a: number, b: number) => number,
): Generator<number, Clustered> {
  if (size < 3) return { order: Array.from({ length: size }, (_, at) => at), blocks: [] };
  const like = new Float64Array(size * size);
  for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) like[a * size + b] = like[b * size + a] = likeOf(a, b);
  const links = new Links(like.slice(), size);
  let cut: number[][] | null = null;
  const groups = new Map(Array.from({ length: size }, (_, i) => [i, [i]]));
  for (let left = size; left > 1; left--) {
    const { a, b, link } = links.closest();
    const joined = groups.get(a)!.length + groups.get(b)!.length;
    if (link < BLOCK || (size >= MANY && joined > size * LARGEST)) cut ??= [...groups.values()];
    groups.set(b, join(groups.get(b)!, groups.get(a)!, like, size));
    groups.delete(a);
    links.merge(b, a);
    if (left % 16 === 0) yield size - left;
  }
  const [order] = groups.values();
  const at = new Map(order.map((item, position) => [item, position]));
  const blocks = (cut ?? [order])
    .filter((group) => group.length > 1 && group.length < size)
    .map((group) => group.map((item) => at.get(item)!).sort((p, q) => p - q))
    .map((positions) => ({ first: positions[0], last: positions[positions.length - 1] }))
    .sort((p, q) => p.first - q.first);
  return { order, blocks };
}

/** Mean links between clusters, each under the place of its first item. */
class Links {
  readonly #link: Float64Array;
  readonly #size: number;
  readonly #items: Int32Array;
  readonly #alive: Set<number>;
  /** The closest other cluster of each. */
  readonly #nearest: Int32Array;

  constructor(link: Float64Array, size: number) {
    this.#link = link;
    this.#size = size;
    this.#items = new Int32Array(size).fill(1);
    this.#alive = new Set(new Int32Array(size).keys());
    this.#nearest = new Int32Array(size);
    for (let a = 0; a < size; a++) this.#look(a);
  }

  /** The two that are closest, the lower place as `b`; of equal ones the lowest places. */
  closest(): { a: number; b: number; link: number } {
    let best = -1;
    for (const a of this.#alive) if (best < 0 || this.#linkOf(a) > this.#linkOf(best)) best = a;
    const other = this.#nearest[best];
    return { a: Math.max(best, other), b: Math.min(best, other), link: this.#linkOf(best) };
  }

  /** `kept` takes the items of `gone`. */
  merge(kept: number, gone: number): void {
    const [one, other] = [this.#items[kept], this.#items[gone]];
    this.#alive.delete(gone);
    this.#items[kept] = one + other;
    for (const c of this.#alive) {
      if (c === kept) continue;
      const mean =
        (one * this.#link[kept * this.#size + c] + other * this.#link[gone * this.#size + c]) / (one + other);
      this.#link[kept * this.#size + c] = this.#link[c * this.#size + kept] = mean;
    }
    for (const c of this.#alive)
      if (c === kept || this.#nearest[c] === kept || this.#nearest[c] === gone) this.#look(c);
  }

  #linkOf(a: number): number {
    return this.#link[a * this.#size + this.#nearest[a]];
  }
  #look(a: number): void {
    let best = -1;
    for (const b of this.#alive)
      if (b !== a && (best < 0 || this.#link[a * this.#size + b] > this.#link[a * this.#size + best])) best = b;
    this.#nearest[a] = best;
  }
}

function join(left: readonly number[], right: readonly number[], like: Float64Array, size: number): number[] {
  const meeting = (l: readonly number[], r: readonly number[]) => like[l[l.length - 1] * size + r[0]];
  const turns = [left, [...left].reverse()].flatMap((l) => [right, [...right].reverse()].map((r) => ({ l, r })));
  const { l, r } = turns.reduce((best, turn) => (meeting(turn.l, turn.r) > meeting(best.l, best.r) ? turn : best));
  return [...l, ...r];
}

/** The stair-shaped outline of a block in the lower triangle. */
export function blockPath({ first, last }: { first: number; last: number }, width: number, height: number): string {
  let path = `M${first * width},${(first + 1) * height}`;
  for (let k = first; k < last; k++) path += `H${(k + 1) * width}V${(k + 2) * height}`;
  return path + `H${first * width}Z`;
}
