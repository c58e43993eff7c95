import { compareUtf8 } from '../../domain/keys';
import { falseDiscoveryRates } from '../../statistics/benjamini-hochberg';
import { fisherUpperTails } from '../../statistics/hypergeometric';
import type { Derive, DeriveContext, MetricBase, MetricOptions, MetricTable, Prepare } from '../metric';
import type { crossSellField } from './definition';
import { COUNT_STEPS, liftCuts, plainCuts, SHARE_STEPS } from './cuts';
import { overviewOf, type FieldPicture } from './field';
import { triangleAt } from './triangle';
import { orderMany, type FieldOrder } from './field-order';
import { LEAST_LIFT } from './order';
import { isFarBelow, LEAST_TOGETHER, RISK } from './pairs';

type Base = MetricBase<typeof crossSellField>;
type Options = MetricOptions<typeof crossSellField>;

/** Items by place, the most held first, and every two of them. */
interface Items {
  readonly names: readonly string[];
  readonly held: Float64Array;
  readonly n: number;
  /** Triangles by places: holders of both, and whether that is beyond chance. */
  readonly both: Uint32Array;
  readonly beyond: Int8Array;
}
interface Made {
  readonly items: Items;
  readonly order: FieldOrder;
  readonly picture: FieldPicture;
}
const made = new WeakMap<Base, Made>();

/** Counts, tests, the order of the items and the picture, kept for what is derived from the same base. */
export const prepareField: Prepare<typeof crossSellField> = function* (base, context, options) {
  const items = yield* readItems(base, context.names(options.item));
  const order = yield* orderOf(items, options.order);
  made.set(base, { items, order, picture: yield* paint(items, order, options.show) });
};

function madeOf(base: Base, context: DeriveContext, options: Options): Made {
  if (!made.has(base)) for (const steps = prepareField(base, context, options); steps.next().done !== true;);
  return made.get(base)!;
}

function* readItems(base: Base, words: readonly string[]): Generator<number, Items> {
  const { from_item, to_item, n_both } = base;
  const own: number[] = [];
  for (let row = 0; row < from_item.length; row++) if (from_item[row] === to_item[row]) own.push(row);
  own.sort((a, b) => n_both[b] - n_both[a] || compareUtf8(words[from_item[a]], words[from_item[b]]));
  const held = Float64Array.from(own, (row) => n_both[row]);
  yield 0;
  const place = new Int32Array(words.length);
  own.forEach((row, at) => (place[from_item[row]] = at));
  const n = base.n[0] ?? 0;
  const both = new Uint32Array((own.length * (own.length - 1)) / 2);
  for (let row = 0; row < n_both.length; row++) {
    const [a, b] = [place[from_item[row]], place[to_item[row]]];
    if (a !== b) both[triangleAt(Math.min(a, b), Math.max(a, b))] = n_both[row];
  }
  const items = { names: own.map((row) => words[from_item[row]]), held, n, both };
  return { ...items, beyond: yield* beyondChance(items) };
}

/** 1 where q is at most the risk, as in the table of pairs; -1 where there are far fewer than expected. */
function* beyondChance({ held, n, both }: Omit<Items, 'beyond'>): Generator<number, Int8Array> {
  const size = held.length;
  const beyond = new Int8Array(both.length);
  const upperTail = fisherUpperTails(n);
  const cells: number[] = [];
  const ps: number[] = [];
  for (let high = 1; high < size; high++) {
    for (let low = 0; low < high; low++) {
      const cell = triangleAt(low, high);
      const expected = (held[low] * held[high]) / n;
      if (both[cell] <= expected) {
        if (isFarBelow(both[cell], held[low], held[high], n)) beyond[cell] = -1;
        continue;
      }
      // `high` is held by fewer. A p above the risk cannot have a q below it.
      const p = upperTail(both[cell], held[high], held[low]);
      if (p > RISK) continue;
      cells.push(cell);
      ps.push(p);
    }
    if (high % 16 === 0) yield high;
  }
  const rates = falseDiscoveryRates(Float64Array.from(ps), both.length);
  cells.forEach((cell, at) => (beyond[cell] = rates[at] <= RISK ? 1 : 0));
  return beyond;
}

function* orderOf({ names, held, n, both, beyond }: Items, wanted: Options['order']): Generator<number, FieldOrder> {
  const places = Int32Array.from(names.keys());
  if (wanted === 'size') return { order: places, blocks: [] };
  if (wanted === 'name') return { order: places.sort((a, b) => names[a].localeCompare(names[b])), blocks: [] };
  const at = (a: number, b: number) => both[a < b ? triangleAt(a, b) : triangleAt(b, a)];
  return yield* orderMany({
    size: names.length,
    like: (a, b) => Math.log2(Math.max(LEAST_LIFT, (at(a, b) * n) / (held[a] * held[b]))),
    surprise: (a, b) => {
      if (beyond[a < b ? triangleAt(a, b) : triangleAt(b, a)] !== 1) return 0;
      const expected = (held[a] * held[b]) / n;
      const variance = (expected * (1 - held[a] / n) * (n - held[b])) / Math.max(1, n - 1);
      return variance > 0 ? (at(a, b) - expected) / Math.sqrt(variance) : 0;
    },
  });
}

/** One row an item, in the order of the picture, with the item that it is most often together with beyond chance. */
export const deriveField: Derive<typeof crossSellField> = (base, context, options) => {
  const { items, order } = madeOf(base, context, options);
  const { names, held, n } = items;
  const partner = strongestPartners(items);
  const both = (place: number) => items.both[pairAt(place, partner[place])];
  const column = (of: (place: number, position: number) => number) => Float64Array.from(order.order, of);
  const withPartner = (of: (place: number) => number) => column((place) => (partner[place] < 0 ? NaN : of(place)));
  const blockAt = new Float64Array(names.length).fill(NaN);
  order.blocks.forEach(({ first, last }, at) => blockAt.fill(at + 1, first, last + 1));
  return {
    level: Array.from(order.order, () => options.level),
    from: Array.from(order.order, (place) => names[place]),
    to: Array.from(order.order, (place) => names[partner[place]] ?? ''),
    n: column(() => n),
    n_from: column((place) => held[place]),
    n_to: withPartner((place) => held[partner[place]]),
    n_both: withPartner(both),
    lift: withPartner((place) => both(place) / ((held[place] * held[partner[place]]) / n)),
    block: blockAt,
    items: column(() => base.items[0]),
    items_paired: column(() => names.length),
  } satisfies MetricTable<typeof crossSellField>;
};

const pairAt = (a: number, b: number) => (a < b ? triangleAt(a, b) : triangleAt(b, a));

/** The place of the item with the highest lift among those beyond chance; -1 for none. */
function strongestPartners({ held, n, both, beyond }: Items): Int32Array {
  const partner = new Int32Array(held.length).fill(-1);
  const best = new Float64Array(held.length);
  for (let high = 1; high < held.length; high++) {
    for (let low = 0; low < high; low++) {
      const cell = triangleAt(low, high);
      if (beyond[cell] !== 1 || both[cell] < LEAST_TOGETHER) continue;
      const lift = (both[cell] * n) / (held[low] * held[high]);
      if (lift > best[low]) [best[low], partner[low]] = [lift, high];
      if (lift > best[high]) [best[high], partner[high]] = [lift, low];
    }
  }
  return partner;
}

/** The colours of all cells in that order, and the counts behind them. Its arrays are handed over with the answer. */
export const fieldPicture = (base: Base, context: DeriveContext, options: Options): FieldPicture =>
  madeOf(base, context, options).picture;

function* paint(
  { held, n, both, beyond }: Items,
  order: FieldOrder,
  show: Options['show'],
): Generator<number, FieldPicture> {
  const size = held.length;
  const square = show === 'confidence';
  const values = new Float32Array(size * size).fill(NaN);
  const counts = new Uint32Array(both.length);
  for (let row = 1; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const [a, b] = [order.order[row], order.order[column]];
      const pair = pairAt(a, b);
      counts[triangleAt(column, row)] = both[pair];
      if (show === 'lift' ? beyond[pair] === 0 : both[pair] === 0) continue;
      const of = show === 'lift' ? (held[a] * held[b]) / n : show === 'count' ? 1 : held[a];
      values[row * size + column] = both[pair] / of;
      if (square) values[column * size + row] = both[pair] / held[b];
    }
    if (row % 64 === 0) yield row;
  }
  const seen = values.filter((value) => !Number.isNaN(value));
  yield size;
  const cuts = show === 'lift' ? liftCuts(seen) : plainCuts(seen, square ? SHARE_STEPS : COUNT_STEPS);
  const steps = new Int8Array(values.length);
  for (let cell = 0; cell < steps.length; cell++) steps[cell] = stepOf(values[cell], cuts);
  return {
    steps,
    both: counts,
    cuts: Float64Array.from(cuts),
    blocks: Int32Array.from(order.blocks.flatMap(({ first, last }) => [first, last])),
    ...overviewOf(steps, size, show === 'lift'),
  };
}

/** How many thresholds a value has reached; -1 for none at all. */
function stepOf(value: number, cuts: readonly number[]): number {
  if (Number.isNaN(value)) return -1;
  let step = 0;
  while (step < cuts.length && value >= cuts[step]) step++;
  return step;
}
