import { expect, test } from 'vitest';
import { bench } from './main';
import { difference } from './page/questions';

const MINUTES = 60_000;

test(
  'the engine in Chromium and DuckDB-WASM answer the questions of the benchmark alike',
  { timeout: 2 * MINUTES },
  async () => {
    const said: string[] = [];
    await bench(process.cwd(), { lines: 5_000, runs: 1, equalOnly: true }, (what) => said.push(what));
    expect(said.at(-1)).toBe('equal results: 24 answers');
  },
);

test('answers that differ in a line, or say nothing, are told apart', () => {
  expect(difference(['1|2', '3|4'], ['1|2', '3|4'])).toBeNull();
  expect(difference(['1|2', '3|4'], ['1|2', '3|5'])).toBe('3|4 and 3|5');
  expect(difference(['1|2'], ['1|2', '3|4'])).toBe('nothing and 3|4');
  expect(difference([], [])).toBe('0 lines and 0');
});
