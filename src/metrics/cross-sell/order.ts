import type { Pairs } from './pairs';

export interface Ordered {
  readonly names: readonly string[];
  /** Runs of neighbours that are often together: first and last position. */
  readonly blocks: readonly { readonly first: number; readonly last: number }[];
}

/** Log lift from which neighbours make a block: together one and a half times as often as chance. */
const BLOCK = Math.log2(1.5);
const LEAST_LIFT = 0.05;

/**
 * Average-linkage clustering on log lift (Sokal and Michener, 1958). Where two clusters merge, the ends that are more alike
 * meet, so that what is bought together stands together.
 */
export function orderByLikeness(pairs: Pairs, names: readonly string[]): Ordered {
  if (names.length < 3) return { names, blocks: [] };
  const like = names.map((a) => names.map((b) => Math.log2(Math.max(LEAST_LIFT, pairs.pair(a, b).lift || LEAST_LIFT))));
  let groups = names.map((_, i) => [i]);
  let cut: number[][] | null = null;
  while (groups.length > 1) {
    const { link, a, b } = closest(groups, like);
    if (link < BLOCK) cut ??= groups.map((group) => [...group]);
    const merged = join(groups[b], groups[a], like);
    groups = [merged, ...groups.filter((_, i) => i !== a && i !== b)];
  }
  const order = groups[0];
  const at = new Map(order.map((item, position) => [item, position]));
  const blocks = (cut ?? [order])
    .filter((group) => group.length > 1)
    .map((group) => group.map((item) => at.get(item)!).sort((p, q) => p - q))
    .map((positions) => ({ first: positions[0], last: positions[positions.length - 1], size: positions.length }))
    .filter(({ first, last, size }) => last - first === size - 1 && size < names.length)
    .map(({ first, last }) => ({ first, last }));
  return { names: order.map((item) => names[item]), blocks };
}

function closest(groups: readonly (readonly number[])[], like: readonly (readonly number[])[]) {
  let best = { link: -Infinity, a: 1, b: 0 };
  for (let a = 1; a < groups.length; a++) {
    for (let b = 0; b < a; b++) {
      let sum = 0;
      for (const i of groups[a]) for (const j of groups[b]) sum += like[i][j];
      const link = sum / (groups[a].length * groups[b].length);
      if (link > best.link) best = { link, a, b };
    }
  }
  return best;
}

function join(left: readonly number[], right: readonly number[], like: readonly (readonly number[])[]): number[] {
  const turns = [left, [...left].reverse()].flatMap((l) => [right, [...right].reverse()].map((r) => ({ l, r })));
  const { l, r } = turns.reduce((best, turn) => (meeting(turn, like) > meeting(best, like) ? turn : best));
  return [...l, ...r];
}
const meeting = ({ l, r }: { l: readonly number[]; r: readonly number[] }, like: readonly (readonly number[])[]) =>
  like[l[l.length - 1]][r[0]];

/** The stair-shaped outline of a block in the lower triangle. */
export function blockPath({ first, last }: { first: number; last: number }, width: number, height: number): string {
  let path = `M${first * width},${(first + 1) * height}`;
  for (let k = first; k < last; k++) path += `H${(k + 1) * width}V${(k + 2) * height}`;
  return path + `H${first * width}Z`;
}
