import { describe, expect, test } from 'vitest';
import {
  chosenPeriod,
  daysAgainst,
  daysInView,
  latestPeriod,
  offeredAgainst,
  suggestedPeriod,
} from '../../src/app/panel/against';
import { formatDay, parseIsoDay } from '../../src/domain/calendar';

const days = (from: string, until: string) => ({ from: parseIsoDay(from)!, until: parseIsoDay(until)! });
const written = (found: { from: number; until: number } | null) =>
  found && `${formatDay(found.from)} ${formatDay(found.until)}`;
const against = (choice: string, from: string, until: string) => written(daysAgainst(choice, days(from, until)));
const window = (from: string, until: string) => ({ kind: 'window', ...days(from, until) }) as const;
const data = days('2010-12-01', '2011-12-09');

describe('the period before', () => {
  test.each([
    ['2022-01-01', '2022-12-31', '2021-01-01 2021-12-31'],
    ['2022-03-01', '2022-03-31', '2022-02-01 2022-02-28'],
    ['2022-04-01', '2022-06-30', '2022-01-01 2022-03-31'],
    // The last month is incomplete, so the period before is counted in days.
    ['2011-01-01', '2011-12-09', '2010-01-01 2010-12-09'],
    ['2022-03-05', '2022-03-14', '2022-02-23 2022-03-04'],
  ])('of %s to %s', (from, until, before) => {
    expect(against('before', from, until)).toBe(before);
  });
  test('the year before is the same days, or the end of February where it has no 29th', () => {
    expect(against('year_before', '2022-04-01', '2022-06-30')).toBe('2021-04-01 2021-06-30');
    expect(against('year_before', '2024-02-29', '2024-03-05')).toBe('2023-02-28 2023-03-05');
  });
});

test('a period that the user sets is kept as text, and invalid text is no period', () => {
  expect(against(chosenPeriod(days('2020-05-01', '2020-05-31')), '2022-01-01', '2022-12-31')).toBe(
    '2020-05-01 2020-05-31',
  );
  for (const text of ['', 'nothing', '2020-05-31/2020-05-01', '2020-02-30/2020-03-01'])
    expect(against(text, '2022-01-01', '2022-12-31')).toBeNull();
});

test('offers only periods that have data', () => {
  expect(offeredAgainst(null, data)).toEqual([]);
  expect(offeredAgainst(window('2011-01-01', '2011-12-09'), data)).toEqual(['before']);
  expect(offeredAgainst(window('2011-12-01', '2011-12-09'), data)).toEqual(['before', 'year_before']);
  expect(offeredAgainst(window('2010-12-01', '2010-12-31'), data)).toEqual([]);
});

test('suggests the later half of the data, a year at most, where the filter has no period', () => {
  expect(written(latestPeriod(data))).toBe('2011-07-01 2011-12-09');
  expect(written(latestPeriod(days('2018-01-03', '2021-12-30')))).toBe('2021-01-01 2021-12-30');
  expect(latestPeriod(days('2011-12-01', '2011-12-09'))).toBeNull();
  expect(written(suggestedPeriod(null, data))).toBe('2010-12-01 2011-06-30');
  expect(written(suggestedPeriod(window('2011-12-01', '2011-12-09'), data))).toBe('2010-12-01 2010-12-09');
  expect(written(daysInView({ kind: 'window', from: null, until: data.from + 30 }, data))).toBe(
    '2010-12-01 2010-12-31',
  );
});
