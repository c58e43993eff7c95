import { describe, expect, test } from 'vitest';
import { NO_DAY, formatDay, parseIsoDay } from '../../src/domain/calendar';
import { sentenceOfNotice } from '../../src/domain/notices';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { validateRecords, validateTransactions } from '../../src/intake/check/validate';
import { tableOf } from './validate-tables';

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, i) => formatDay(parseIsoDay(first)! + i * 3));
const sales = (dates: readonly string[]) =>
  tableOf(
    ['order', 'customer', 'date', 'amount'],
    dates.map((date, i) => [String(i), `C${i % 4}`, date, '10']),
  );
const MAPPING = { order: 'order', customer: 'customer', date: 'date', amount: 'amount' };
const checked = (dates: readonly string[]) => {
  const { columns, rejections, notices, leftEmpty } = validateTransactions(sales(dates), MAPPING, 0);
  return {
    undated: [...columns.day!].filter((day) => day === NO_DAY).length,
    rejected: rejections.map(({ value, reason }) => `${value}: ${reason}`),
    notices: notices!.map(({ code, count, lines }) => [code, count, lines]),
    leftEmpty: leftEmpty.map(({ line, value }) => [line, value]),
  };
};

describe('days that nobody means', () => {
  test.each(['2202-02-16', '0204-03-01', '3022-05-01', '9999-12-31', '1900-01-01'])(
    'a single %s among others is a typing error: its line is loaded without a day, and named',
    (far) =>
      expect(checked([...daysFrom('2024-01-01', 20), far])).toEqual({
        undated: 1,
        rejected: [],
        notices: [['far_day', 1, [22]]],
        leftEmpty: [[22, far]],
      }),
  );
  test('a placeholder in three rows and more is a blank date', () => {
    const { rejected, notices } = checked([...daysFrom('2024-01-01', 20), ...Array<string>(3).fill('1970-01-01')]);
    expect(rejected).toEqual(Array<string>(3).fill('1970-01-01: blank date'));
    expect(notices).toEqual([['days_not_meant', 3, undefined]]);
  });
  test('zeros are no day, however few', () =>
    expect(checked([...daysFrom('2024-01-01', 20), '0000-00-00'])).toMatchObject({
      undated: 0,
      rejected: ['0000-00-00: blank date'],
    }));
  test('a day among its neighbours is meant, though programs use it as a placeholder', () =>
    expect(checked(daysFrom('1969-11-14', 40))).toEqual({ undated: 0, rejected: [], notices: [], leftEmpty: [] }));
  test('days in two far periods of like size are all meant', () =>
    expect(checked([...daysFrom('1985-01-01', 20), ...daysFrom('2020-01-01', 20)])).toMatchObject({
      undated: 0,
      notices: [],
    }));
  test('birth dates may lie far apart', () => {
    const rows = ['1931-05-01', ...daysFrom('1980-01-01', 20)].map((born, i) => [String(i), born]);
    const { records } = validateRecords(
      tableOf(['id', 'born'], rows),
      'customers',
      { customer: 'id', birth_date: 'born' },
      0,
    );
    expect(records.day['birth_date'].includes(NO_DAY)).toBe(false);
  });
  test('an end before its start and a negative tenure reject the row', () => {
    const dated = tableOf(
      ['id', 'from', 'to'],
      [
        ['1', '2024-01-05', '2024-01-04'],
        ['2', '2024-01-05', '2024-01-05'],
        ['3', '2024-01-05', ''],
      ],
    );
    const ended = validateRecords(dated, 'contracts', { customer: 'id', start: 'from', ended_on: 'to' }, 0);
    expect(ended.rejections.map(({ line, reason }) => [line, reason])).toEqual([[2, 'ends before it starts']]);
    const lasting = tableOf(
      ['id', 'months', 'left'],
      [
        ['1', '-1', 'yes'],
        ['2', '0', 'no'],
      ],
    );
    const tenures = validateRecords(lasting, 'contracts', { customer: 'id', tenure: 'months', churned: 'left' }, 0);
    expect(tenures.rejections.map(({ line, reason }) => [line, reason])).toEqual([[2, 'negative tenure']]);
  });
});

describe('what the columns of days leave to say', () => {
  const noticesOf = (dates: readonly string[]) => understandTable(sales(dates)).notices;
  test('a column that looks like dates and cannot be read is named with its first values', () => {
    const notices = noticesOf(['2024-13-45', '2024-14-46', '2024-15-47']);
    expect(notices.map(sentenceOfNotice)).toEqual([
      '“date” looks like dates that cannot be read: “2024-13-45”, “2024-14-46”, “2024-15-47”. Lines without a day are in no figure by time.',
    ]);
  });
  test('real dates up to the 12th beside texts from the 13th on are probably swapped', () => {
    const real = ['2024-01-01', '2024-02-01', '2024-03-05', '2024-12-06', '2024-10-09'];
    const texts = ['13/01/2024', '14/02/2024', '25/03/2024', '30/04/2024'];
    expect(noticesOf([...real, ...texts])).toMatchObject([{ code: 'dates_swapped', count: 5 }]);
    expect(noticesOf([...real, '2024-05-20', ...texts])).toEqual([]);
    expect(noticesOf([...real, ...texts, '05/04/2024'])).toEqual([]);
  });
  test('day first is never read beside month first', () =>
    expect(
      understandTable(sales(['13/01/2024', '25/02/2024', '01/25/2024', '02/26/2024'])).columns[2].profile.dates,
    ).toEqual([]));
});
