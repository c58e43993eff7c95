import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  civilFromDay,
  dayFromParts,
  firstDayOfUnit,
  formatDay,
  formatUnit,
  lastDayOfUnit,
  parseIsoDay,
  unitOfDay,
} from '../../src/domain/calendar';
import { isComplete, lastPeriod, periodDays } from '../../src/domain/cohort-periods';

const day = (text: string) => parseIsoDay(text)!;
const anyDay = fc.integer({ min: -700_000, max: 2_900_000 });
const anyUnit = fc.constantFrom('month', 'week', 'quarter', 'year' as const);

test('days count from 1970-01-01 without a time zone', () => {
  expect([day('1970-01-01'), day('1969-12-31'), day('2000-03-01'), day('2024-02-29')]).toEqual([0, -1, 11017, 19782]);
});

test('a day agrees with `Date` in UTC', () => {
  fc.assert(
    fc.property(anyDay, (n) => {
      const date = new Date(n * 86_400_000);
      expect(civilFromDay(n)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        dayOfMonth: date.getUTCDate(),
      });
    }),
  );
});

test('a written day is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_900_000 }), (n) => {
      expect(parseIsoDay(formatDay(n))).toBe(n);
    }),
  );
});

test.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '2024-04-31', '2024-1-1', '20240101', ''])(
  '%s is no day',
  (text) => {
    expect(parseIsoDay(text)).toBeNull();
  },
);

test('1900 had no 29 February, 2000 had one', () => {
  expect([dayFromParts(1900, 2, 29), dayFromParts(2000, 2, 29)]).toEqual([null, 11016]);
});

test('weeks are ISO weeks: they begin on Monday and belong to the year of their Thursday', () => {
  const week = (text: string) => formatUnit('week', unitOfDay('week', day(text)));
  expect(['2020-12-31', '2021-01-03', '2021-01-04', '2018-12-31', '2016-01-03', '2024-12-30'].map(week)).toEqual([
    '2020-W53',
    '2020-W53',
    '2021-W01',
    '2019-W01',
    '2015-W53',
    '2025-W01',
  ]);
});

test('every day is in its unit, and units follow each other without a gap', () => {
  fc.assert(
    fc.property(anyUnit, anyDay, (unit, n) => {
      const index = unitOfDay(unit, n);
      expect(firstDayOfUnit(unit, index)).toBeLessThanOrEqual(n);
      expect(lastDayOfUnit(unit, index)).toBeGreaterThanOrEqual(n);
      expect(firstDayOfUnit(unit, index + 1)).toBe(lastDayOfUnit(unit, index) + 1);
    }),
  );
});

test('units are written as months, weeks, quarters and years', () => {
  const index = (unit: 'month' | 'quarter' | 'year') => formatUnit(unit, unitOfDay(unit, day('2024-08-15')));
  expect([index('month'), index('quarter'), index('year')]).toEqual(['2024-08', '2024-Q3', '2024']);
});

test('a month is complete only once its last day is observed', () => {
  const june = unitOfDay('month', day('2024-06-01'));
  expect(isComplete(periodDays('month', june, 1), day('2024-07-30'), null)).toBe(false);
  expect(isComplete(periodDays('month', june, 1), day('2024-07-31'), null)).toBe(true);
});

test('a 30-day period is complete once it is over for a customer of the last day of the month', () => {
  const june = unitOfDay('month', day('2024-06-01'));
  expect(periodDays('30d', june, 1)).toEqual({ from: day('2024-07-01'), until: day('2024-08-28') });
  expect(lastPeriod('30d', june, day('2024-07-30'))).toBe(1);
  expect(isComplete(periodDays('30d', june, 0), day('2024-07-28'), null)).toBe(false);
  expect(isComplete(periodDays('30d', june, 0), day('2024-07-29'), null)).toBe(true);
});
