import { expect, test } from 'vitest';
import { PARTS, planOf } from '../tools/parts.mjs';

test('without an option everything is run; the parts together run the same', () => {
  const whole = planOf([])!;
  const parts = Object.keys(PARTS).map((name) => planOf([`--${name}`])!);
  for (const step of ['checks', 'build', 'node', 'browser'] as const) {
    expect(whole[step]).toBe(true);
    expect(parts.filter((part) => part[step])).toHaveLength(1);
  }
});

test('the quick part needs neither a build nor a browser', () => {
  expect(planOf(['--quick'])).toEqual({ checks: true, walls: true, build: false, node: false, browser: false });
});

test.each([[['--nod']], [['node']], [['--node', '--browser']], [['--toString']]])('refuses %j', (given) => {
  expect(planOf(given)).toBeNull();
});
