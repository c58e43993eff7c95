import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar';
import { profileColumn } from '../../src/intake/understand/column-profile';
import { columnOf } from './validate-tables';

const profile = (cells: readonly string[], name = 'a column') => profileColumn(columnOf(cells), name);
const repeat = (n: number, cell: (i: number) => string) => Array.from({ length: n }, (_, i) => cell(i));

test('counts rows, blanks and different values', () => {
  expect(profile(['a', '', 'b', 'a', 'NULL', 'c', 'd'])).toMatchObject({
    rows: 7,
    blank: 2,
    distinct: 4,
    first: ['a', 'b', 'c'],
    unique: false,
    type: 'text',
  });
  expect(profile(['a', 'b', ''])).toMatchObject({ unique: true });
  expect(profile(['', 'n/a'])).toMatchObject({ type: 'empty', unique: false });
});

describe('numbers', () => {
  test.each<[string, string[], 'integer' | 'decimal', '.' | ',', number, number]>([
    ['whole', ['1', '14', '3'], 'integer', '.', 1, 14],
    ['whole written with a mark', ['6.0', '11.0', '7.0'], 'integer', '.', 6, 11],
    ['points', ['16.448', '3.54', '0.444'], 'decimal', '.', 0.444, 16.448],
    ['commas', ['261,96', '731,9399999999999', '2'], 'decimal', ',', 2, 731.9399999999999],
    ['German thousands', ['1.234,50', '12', '-3,5'], 'decimal', ',', -3.5, 1234.5],
    ['English thousands', ['1,234.50', '12'], 'decimal', '.', 12, 1234.5],
    ['thousands twice', ['1.234.567', '12'], 'integer', ',', 12, 1234567],
    ['a group never begins with 0', ['0.444', '1.234'], 'decimal', '.', 0.444, 1.234],
  ])('%s', (_, cells, type, decimal, min, max) => {
    const found = profile(cells);
    expect(found).toMatchObject({ type, min, max });
    expect(found.number).toMatchObject({
      decimal,
      marks: cells.some((cell) => /[.,]/.test(cell)) ? 'decided' : 'unmarked',
    });
  });

  test('1.234 alone can be read both ways, and says so', () => {
    expect(profile(['1.234', '5.678']).number!.marks).toBe('open');
    expect(profile(['1.234', '567']).number).toMatchObject({ marks: 'open', decimal: ',' });
    expect(profile(['1.234', '1.230']).number).toMatchObject({ marks: 'open', decimal: ',' });
    expect(profile(['1,234', '567.5']).number).toMatchObject({ marks: 'decided', decimal: '.' });
  });

  test('a stray word does not make a column text, many do', () => {
    expect(profile([...repeat(30, String), 'unknown']).type).toBe('integer');
    expect(profile([...repeat(10, String), 'unknown']).type).toBe('text');
  });
});

describe('dates', () => {
  test.each([
    [['2020-01-31', '2021-02-28'], 'YYYY-MM-DD'],
    [['2020-01-31 10:00:00', '2021-02-28T11:00Z'], 'YYYY-MM-DD'],
    [['19970101', '19980630'], 'YYYYMMDD'],
    [['09.11.2013', '24.12.2014'], 'DD.MM.YYYY'],
    [['9.11.13', '24.12.14'], 'DD.MM.YY'],
    [['03/01/2019', '25/01/2019'], 'DD/MM/YYYY'],
    [['01/03/2019', '01/25/2019'], 'MM/DD/YYYY'],
    [['03/01/19', '25/01/19'], 'DD/MM/YY'],
    [['01/03/19', '01/25/19'], 'MM/DD/YY'],
    [['03-01-2019', '25-01-2019'], 'DD-MM-YYYY'],
    [['2019/01/25'], 'YYYY/MM/DD'],
    [['25 Jan 2019', '3 Feb 2019'], 'DD MMM YYYY'],
    [['2023-01', '2023-02'], 'YYYY-MM'],
  ])('%j is %s', (cells, format) => {
    const found = profile(cells);
    expect(found.type).toBe('day');
    expect(found.dates[0].format).toBe(format);
    expect(found.openOrder).toBeNull();
  });

  test('Excel counts are dates only under a header that says so', () => {
    expect(profile(['43831', '43900'], 'Order Date').dates[0].format).toBe('excel');
    expect(profile(['43831', '43900'], 'Postcode').type).toBe('integer');
    expect(profile(['125', '227'], 'date_sk').type).toBe('integer');
  });

  test('one first number above 12 settles day and month', () => {
    const found = profile(['01/02/2019', '03/04/2019', '13/05/2019']);
    expect(found.dates[0].format).toBe('DD/MM/YYYY');
    expect(found).toMatchObject({ openOrder: null, above12: [1, 0] });
  });

  test('without one there are two readings, the run of days first', () => {
    const found = profile(repeat(11, (i) => `${String(i + 1).padStart(2, '0')}/12/22`));
    const [best, other] = found.openOrder!;
    expect(best).toMatchObject({ format: 'DD/MM/YY', days: 11, longestRun: 11 });
    expect([formatDay(best.firstDay), formatDay(best.lastDay)]).toEqual(['2022-12-01', '2022-12-11']);
    expect(other).toMatchObject({ format: 'MM/DD/YY', days: 11, longestRun: 1 });
    expect([formatDay(other.firstDay), formatDay(other.lastDay)]).toEqual(['2022-01-12', '2022-11-12']);
  });

  test('equal parts are no question', () => {
    expect(profile(['01/01/2019', '02/02/2019']).openOrder).toBeNull();
  });

  test('a stray unreadable value does not decide the format', () => {
    const days = repeat(40, (i) => `${String((i % 28) + 1).padStart(2, '0')}.03.2020`);
    expect(profile([...days, 'tomorrow']).dates[0]).toMatchObject({ format: 'DD.MM.YYYY', rows: 40 });
    expect(profile([...days, '30.02.2020']).type).toBe('day');
    expect(profile([...days.slice(0, 5), 'tomorrow']).type).toBe('text');
  });

  test('the format that reads all wins over one that reads nearly all', () => {
    const found = profile([...repeat(99, (i) => `01/${String((i % 12) + 1).padStart(2, '0')}/2020`), '13/01/2020']);
    expect(found.dates[0].format).toBe('DD/MM/YYYY');
    expect(found.openOrder).toBeNull();
  });
});

test('flags are two words that mean yes and no', () => {
  expect(profile(['Yes', 'No', 'No']).type).toBe('flag');
  expect(profile(['ja', 'nein']).type).toBe('flag');
  expect(profile(['0', '1', '1']).type).toBe('flag');
  expect(profile(['1', '1']).type).toBe('integer');
  expect(profile(['Yes', 'No', 'No internet service']).type).toBe('text');
});
