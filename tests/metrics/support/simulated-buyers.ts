import type { Line } from '../../support/histories';

/** Uniform numbers from a seed: mulberry32 (T. Ettinger, public domain). */
export function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Buyers as the BG/NBD model has them, with whole days: half buy about every four weeks and half every twelve; each stops after
 * a purchase with a chance of 30 in 100, or of 5. Spend a purchase has nothing to do with frequency.
 */
export function simulatedBuyers(customers: number, days: number, seed = 1): Line[] {
  const random = uniform(seed);
  const lines: Line[] = [];
  for (let one = 0; one < customers; one++) {
    const gap = one % 2 === 0 ? 28 : 84;
    const usual = 20 + 60 * random();
    for (
      let day = Math.floor((random() * days) / 3);
      day < days;
      day += 1 + Math.floor(-gap * Math.log(1 - random()))
    ) {
      const amount = Math.round(100 * usual * (0.5 + random())) / 100;
      lines.push({ customer: String(one + 1), day: 19_000 + day, order: `${one} ${day}`, amount });
      if (random() < (one % 3 === 0 ? 0.3 : 0.05)) break;
    }
  }
  return [...lines, { customer: 'last day', day: 19_000 + days, order: 'end', amount: 10 }];
}
