import { describe, expect, test } from 'vitest';
import { createFormatter } from '../../src/domain/format';
import { dayFromCivil } from '../../src/domain/calendar';

const british = createFormatter('en-GB', 'GBP');
const german = createFormatter('de-DE', 'EUR');

describe('numbers in the user’s locale', () => {
  test('have a minus sign, not a hyphen', () => {
    expect(british.int(-1234)).toBe('−1,234');
    expect(british.moneySigned(-104204 * 10_000)).toBe('−£104,204');
    expect(british.signed(51)).toBe('+51');
    expect(british.signed(0)).toBe('0');
    expect(british.int(-0)).toBe('0');
  });
  test('are an empty text where they are undefined', () => {
    for (const write of [
      british.int,
      british.share,
      british.money,
      british.points,
      british.pValue,
      british.lift,
      british.day,
      british.month,
    ]) {
      expect(write(NaN)).toBe('');
    }
    expect(british.range(NaN, 0.3)).toBe('');
    expect(british.unit(NaN, 'quarter')).toBe('');
  });
  test('money has no decimals from a hundred on, else two', () => {
    expect(british.money(1_058_400)).toBe('£106');
    expect(british.money(99_900)).toBe('£9.99');
    expect(british.money(0)).toBe('£0');
    expect(german.money(745_568 * 10_000).replace(/\s/g, ' ')).toBe('745.568 €');
  });
  test('an unknown currency is written after the number', () => {
    expect(createFormatter('en-GB', 'points').money(5_000_000)).toBe('500 points');
    expect(createFormatter('en-GB', null).money(5_000_000)).toBe('500');
  });
  test('an interval of shares has its unit once', () => {
    expect(british.share(0.8774)).toBe('87.7%');
    expect(british.range(0.2161, 0.3029)).toBe('21.6–30.3%');
    expect(german.range(0.2161, 0.3029).replace(/\s/g, ' ')).toBe('21,6–30,3 %');
    expect(british.points(0.082)).toBe('8.2 points');
  });
  test('a p value below 0.001 is written as such', () => {
    expect(british.pValue(0.0341)).toBe('p = 0.034');
    expect(british.pValue(1e-9)).toBe('p < 0.001');
  });
  test('days, months and calendar units are written in words', () => {
    expect(british.day(dayFromCivil(2021, 11, 26))).toBe('26 Nov 2021');
    expect(british.month(2021 * 12 + 10)).toBe('Nov 2021');
    expect(british.unit(2021 * 4 + 2, 'quarter')).toBe('Q3 2021');
    expect(british.unit(2021, 'year')).toBe('2021');
  });
  test('nouns agree with their number', () => {
    expect(british.plural(1, 'customer')).toBe('1 customer');
    expect(british.plural(1200, 'customer')).toBe('1,200 customers');
    expect(british.list(['a', 'b', 'c'])).toBe('a, b and c');
  });
});
