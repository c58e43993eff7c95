/**
 * Draws that are the same on every machine: sfc32 keeps 128 bits of state in four 32-bit integers, and every
 * distribution is an integer threshold or an integer table. No logarithm, no power, no platform-dependent float.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** Streams are named, so that a new draw in one part of a company leaves all other parts as they were. */
  constructor(name: string) {
    this.#a = fnv1a(`${name}/a`);
    this.#b = fnv1a(`${name}/b`);
    this.#c = fnv1a(`${name}/c`);
    for (let warmUp = 0; warmUp < 16; warmUp++) this.next();
  }

  /** An integer from 0 to 2^32 - 1. */
  next(): number {
    const drawn = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  }

  /** 0 to count - 1. The product stays below 2^53 while count is at most 2^21, so the division is exact. */
  below(count: number): number {
    return Math.floor((this.next() * count) / 4294967296);
  }

  /** low to high, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True in `perMyriad` of 10,000 draws. */
  chance(perMyriad: number): boolean {
    return this.below(10_000) < perMyriad;
  }

  pick<Item>(items: readonly Item[]): Item {
    return itemAt(items, this.below(items.length));
  }

  /** An index, drawn in proportion to its integer weight. */
  weighted(weights: readonly number[]): number {
    let left = this.below(weights.reduce((sum, weight) => sum + weight, 0));
    for (let index = 0; index < weights.length; index++) {
      left -= itemAt(weights, index);
      if (left < 0) return index;
    }
    throw new Error('weighted: the weights add to nothing');
  }

  /** Bell-shaped around the middle of low to high: the mean of three even draws. */
  bell(low: number, high: number): number {
    return Math.floor((this.between(low, high) + this.between(low, high) + this.between(low, high)) / 3);
  }

  shuffle<Item>(items: readonly Item[]): Item[] {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const kept = itemAt(shuffled, last);
      shuffled[last] = itemAt(shuffled, other);
      shuffled[other] = kept;
    }
    return shuffled;
  }
}

/**
 * Systematic sampling: of the candidates asked under one key, exactly the planted share is taken (to within one).
 * It keeps planted rates readable in small groups, where independent draws would blur them.
 */
export class Quota {
  readonly #owed = new Map<string, number>();

  take(key: string, perMyriad: number): boolean {
    const owed = (this.#owed.get(key) ?? 5_000) + perMyriad;
    const taken = owed >= 10_000;
    this.#owed.set(key, taken ? owed - 10_000 : owed);
    return taken;
  }
}

export function itemAt<Item>(items: readonly Item[], index: number): Item {
  if (index < 0 || index >= items.length) throw new Error(`no item ${index} of ${items.length}`);
  return items[index];
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash | 0;
}
