import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import { DEFAULT_RULES, parseGoneAfter, parsePeriod, type WorkspaceRules } from '../../src/domain/rhythm';
import { goneDays } from '../../src/facts/gone';
import { rhythmOf } from '../../src/facts/rhythm';
import { factsOf } from '../metrics/support/ask';
import { arbitraryLines, type Line } from '../support/histories';

const FIRST = parseIsoDay('2020-01-01')!;
/** A customer who buys at these distances in days, from the first day on. */
const bought = (customer: string, gaps: readonly number[], from = FIRST): Line[] => {
  const days = gaps.reduce((so, gap) => [...so, so.at(-1)! + gap], [from]);
  return days.map((day) => ({ customer, day, order: `${customer} ${day}`, amount: 10 }));
};
/** The same gaps for twenty customers, in a file of `years`. */
const twenty = (gaps: readonly number[], years = 4): Line[] => [
  ...Array.from({ length: 20 }, (_, at) => bought(`c${at}`, gaps)).flat(),
  ...bought('last', [], FIRST + 365 * years + 1),
];
const under = (lines: readonly Line[], rules: Partial<WorkspaceRules>) => ({
  ...factsOf(lines),
  rules: { ...DEFAULT_RULES, ...rules },
});

describe('rhythm', () => {
  test.each([
    [[10, 11], 'week'],
    [[11, 11], 'month'],
    [[45, 45], 'month'],
    [[45, 46], 'quarter'],
    [[137, 137], 'quarter'],
    [[138, 138], 'year'],
  ])('gaps of %j days are read by the %s', (gaps, unit) => {
    expect(rhythmOf(factsOf(twenty(gaps)))).toBe(unit);
  });
  test('is the median over customers, so that those who buy often do not decide', () => {
    const often = bought(
      'often',
      Array.from({ length: 200 }, () => 2),
    );
    expect(rhythmOf(factsOf([...twenty([100]), ...often]))).toBe('quarter');
  });
  test('is the month where fewer than twenty customers came back', () => {
    const lines = Array.from({ length: 19 }, (_, at) => bought(`c${at}`, [300])).flat();
    expect(rhythmOf(factsOf([...lines, ...bought('last', [], FIRST + 1500)]))).toBe('month');
  });
  test('is the next smaller unit until three whole periods are observed', () => {
    expect(rhythmOf(factsOf(twenty([200], 2)))).toBe('quarter');
    const short = Array.from({ length: 20 }, (_, at) => bought(`c${at}`, [60])).flat();
    expect(rhythmOf(factsOf(short))).toBe('week');
  });
  test('a period that was chosen stands', () => {
    expect(rhythmOf(under(twenty([10]), { period: 'year' }))).toBe('year');
  });
});

describe('days after which a customer counts as gone', () => {
  test('each customer weighs the same, however often she buys', () => {
    // Nineteen gaps of 40 days of twenty customers, and one who buys every day: by customers nine tenths are reached at 40.
    const daily = bought(
      'daily',
      Array.from({ length: 300 }, () => 1),
    );
    const lines = [...twenty([40]), ...daily];
    expect(goneDays(factsOf(lines))).toBe(40);
    expect(goneDays(under(lines, { goneAfter: 'pooled_gaps' }))).toBe(1);
  });
  test('exactly nine tenths are enough', () => {
    const lines = [
      ...Array.from({ length: 18 }, (_, at) => bought(`c${at}`, [100])).flat(),
      ...bought('x', [200]),
      ...bought('y', [300]),
      ...bought('last', [], FIRST + 1500),
    ];
    expect(goneDays(factsOf(lines))).toBe(100);
  });
  test('is no less than one period of the rhythm', () => {
    expect(goneDays(factsOf(twenty([5])))).toBe(7);
    expect(goneDays(factsOf(twenty([50])))).toBe(92);
    expect(goneDays(under(twenty([5]), { period: 'year' }))).toBe(366);
  });
  test('is a year where fewer than twenty customers came back', () => {
    expect(goneDays(factsOf(bought('ann', [7, 7])))).toBe(365);
  });
  test('pooled gaps: the 90 % quantile of all, rounded up; nothing where nobody came back', () => {
    const pooled = (gaps: readonly number[]) => goneDays(under(bought('ann', gaps), { goneAfter: 'pooled_gaps' }));
    // Position 9 of 1, 2, ..., 11 is 10. With a twelfth of 100: position 9.9 lies 0.9 of the way from 10 to 11.
    expect(pooled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toBe(10);
    expect(pooled([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 100])).toBe(11);
    expect(pooled([7])).toBe(7);
    expect(pooled([])).toBeNull();
  });
  test('days that were chosen stand', () => {
    expect(goneDays(under(twenty([5]), { goneAfter: 45 }))).toBe(45);
  });
  test('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(arbitraryLines, (lines) => {
        const [one, other] = [factsOf(lines), factsOf([...lines].reverse())];
        expect([goneDays(one), rhythmOf(one)]).toEqual([goneDays(other), rhythmOf(other)]);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  ['auto', 'auto'],
  ['pooled_gaps', 'pooled_gaps'],
  ['90', 90],
  ['0', null],
  ['soon', null],
])('gone after %s', (text, rule) => {
  expect(parseGoneAfter(text)).toBe(rule);
});
test('a period is one of the calendar', () => {
  expect(['auto', 'quarter', 'day'].map(parsePeriod)).toEqual(['auto', 'quarter', null]);
});
