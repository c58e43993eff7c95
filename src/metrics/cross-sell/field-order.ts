import { clusterByLikeness } from './order';

/** How alike items are, by their places. */
export interface Likeness {
  readonly size: number;
  /** Log lift of two items: above 0 where they are together more often than chance. */
  readonly like: (a: number, b: number) => number;
  /** Standard errors beyond what chance would give, 0 within it; a large lift of a few holders is little here. */
  readonly surprise: (a: number, b: number) => number;
}
export interface FieldOrder {
  readonly order: Int32Array;
  /** Runs of neighbours: first and last position. */
  readonly blocks: readonly { readonly first: number; readonly last: number }[];
}

/** So many of the most held are clustered; the time grows with the square of it. */
export const CLUSTERED = 900;

/**
 * Order for thousands of items, places 0 to size - 1 being the most held first. The most held are clustered (average linkage); each of the
 * rest follows the clustered one with which it is beyond chance the most, so that blocks stay whole; what follows nobody comes last.
 * Yields now and then.
 */
export function* orderMany(likeness: Likeness): Generator<number, FieldOrder> {
  const { size, like, surprise } = likeness;
  const clustered = Math.min(size, CLUSTERED);
  const leaders = yield* clusterByLikeness(clustered, like);
  const followers = new Map<number, number[]>();
  const alone: number[] = [];
  for (let item = clustered; item < size; item++) {
    let [leader, most] = [-1, 0];
    for (let other = 0; other < clustered; other++) {
      const beyond = surprise(item, other);
      if (beyond > most) [leader, most] = [other, beyond];
    }
    if (leader < 0) alone.push(item);
    else if (followers.has(leader)) followers.get(leader)!.push(item);
    else followers.set(leader, [item]);
    if (item % 64 === 0) yield item;
  }
  const order = new Int32Array(size);
  const start = new Int32Array(clustered + 1);
  let at = 0;
  leaders.order.forEach((leader, place) => {
    start[place] = at;
    for (const item of [leader, ...(followers.get(leader) ?? [])]) order[at++] = item;
  });
  start[clustered] = at;
  for (const item of alone) order[at++] = item;
  const blocks = leaders.blocks.map(({ first, last }) => ({ first: start[first], last: start[last + 1] - 1 }));
  return { order, blocks };
}
