import { expect, test } from 'vitest';
import { explain } from '../../src/domain/sentences';
import { mutate, randomOf, seedFiles, tryFile } from './mutations';

/** A sample of what `npm run soak` does ten thousand times. */
test('mutated files of every kind are read and loaded whole, or refused with a sentence', async () => {
  const seeds = Object.entries(await seedFiles());
  // The readers are loaded when the first file of their kind comes.
  for (const [, bytes] of seeds) await tryFile(bytes);
  const outcomes = new Set<string>();
  for (let at = 0; at < 400; at++) {
    const random = randomOf(at);
    const [kind, bytes] = seeds[at % seeds.length];
    const { outcome, milliseconds } = await tryFile(mutate(bytes, seeds[random(seeds.length)][1], random)).catch(
      (error: unknown) => {
        throw new Error(`${kind}, mutation ${at}`, { cause: error });
      },
    );
    expect(milliseconds, `${kind}, mutation ${at}`).toBeLessThan(2_000);
    outcomes.add(outcome);
  }
  const plain = explain({ code: 'no such code', details: {} }).what;
  for (const code of outcomes)
    if (code !== 'read' && code !== 'loaded') expect(explain({ code, details: {} }).what, code).not.toBe(plain);
  expect([...outcomes]).toEqual(expect.arrayContaining(['read', 'loaded']));
});
