import { expect, test } from 'vitest';
import { RemainingTime } from '../../src/session/remaining-time';

test('time left is told once there is enough to tell it from', () => {
  let now = 0;
  const clock = new RemainingTime(() => now);
  const at = (milliseconds: number, done: number) => {
    now = milliseconds;
    return clock.at({ step: 'reading', file: 'a.csv', done, total: 100, rows: 0 }).remaining;
  };
  expect(at(0, 0)).toBeNull();
  expect(at(500, 10)).toBeNull();
  expect(at(2000, 20)).toBeCloseTo(8);
  expect(at(4000, 80)).toBeCloseTo(1);
  // A new step begins anew.
  now = 5000;
  expect(clock.at({ step: 'loading', file: null, done: 50, total: 100, rows: 0 }).remaining).toBeNull();
});
