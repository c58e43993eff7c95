import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/domain/calendar';
import { isTimeZone } from '../../src/domain/time-zone';
import { readDay } from '../../src/intake/values/day';

const read = (text: string, format: string, zone?: string) => {
  const found = readDay(text, format, zone);
  return found && [formatDay(found.day), found.second];
};

describe('days as programs and people of many countries write them', () => {
  test.each([
    ['Wednesday, January 10, 2024', 'MMM DD, YYYY', '2024-01-10', -1],
    ['Wed, Jan 10, 2024', 'MMM DD, YYYY', '2024-01-10', -1],
    ['Mi., 10.01.2024', 'DD.MM.YYYY', '2024-01-10', -1],
    ['Mittwoch, 10. Januar 2024', 'DD. MMM YYYY', '2024-01-10', -1],
    ['mercredi 10 janvier 2024', 'DD MMM YYYY', '2024-01-10', -1],
    ['mar. 9 janv. 2024', 'DD MMM YYYY', '2024-01-09', -1],
    ['mar 10 2024', 'MMM DD YYYY', '2024-03-10', -1],
    ['quarta-feira, 10 de janeiro de 2024', 'DD MMM YYYY', '2024-01-10', -1],
    ['10/01/2024 (Wed)', 'DD/MM/YYYY', '2024-01-10', -1],
    ['January 10th, 2024', 'MMM DD, YYYY', '2024-01-10', -1],
    ['1er mars 2024', 'DD MMM YYYY', '2024-03-01', -1],
    ['Wed Jan 10 2024 23:30:00 GMT-0500 (Eastern Standard Time)', 'MMM DD YYYY', '2024-01-10', 84600],
    ['Wed Jan 10 23:30:00 EST 2024', 'MMM DD YYYY', '2024-01-10', 84600],
    ['Wed Jan 10 23:30:00 2024', 'MMM DD YYYY', '2024-01-10', 84600],
    ['Wed, 10 Jan 2024 23:30:00 -0500', 'DD MMM YYYY', '2024-01-10', 84600],
    ['Wed, 10 Jan 2024 23:30:00 GMT', 'DD MMM YYYY', '2024-01-10', 84600],
    ['10/Jan/2024:23:30:00 -0500', 'DD/MMM/YYYY', '2024-01-10', 84600],
    ['2024-01-10 23:30:00 PST', 'YYYY-MM-DD', '2024-01-10', 84600],
    ['2024-01-10 23:30:00.123456 Europe/Berlin', 'YYYY-MM-DD', '2024-01-10', 84600],
    ['2024-01-10T23:30:00.123-05:00[America/New_York]', 'YYYY-MM-DD', '2024-01-10', 84600],
    ['2024-01-10T23:30:00.123456Z', 'YYYY-MM-DD', '2024-01-10', 84600],
    ['20240110T233000Z', 'YYYYMMDD', '2024-01-10', 84600],
    ['20240110233000', 'YYYYMMDD', '2024-01-10', 84600],
    ['10/01/2024 11:30:00 p. m.', 'DD/MM/YYYY', '2024-01-10', 84600],
    ['10/01/2024 11:30:00\u00a0p.\u00a0m.', 'DD/MM/YYYY', '2024-01-10', 84600],
    ['10/01/2024 12:30 a.m.', 'DD/MM/YYYY', '2024-01-10', 1800],
    ['Jan 10 2024 11:30PM', 'MMM DD YYYY', '2024-01-10', 84600],
    ['January 10, 2024 at 11:30 PM', 'MMM DD, YYYY', '2024-01-10', 84600],
    ['10-JAN-24 11.30.00.000000 PM', 'DD-MMM-YY', '2024-01-10', 84600],
    ['10/01/2024 11:30 μ.μ.', 'DD/MM/YYYY', '2024-01-10', 84600],
    ['2024/1/10 下午11:30', 'YYYY/MM/DD', '2024-01-10', 84600],
    ['10.01.2024 23:30 Uhr', 'DD.MM.YYYY', '2024-01-10', 84600],
    ['10/01/2024 23h30', 'DD/MM/YYYY', '2024-01-10', 84600],
    ['2024年1月10日', 'YYYY年MM月DD日', '2024-01-10', -1],
    ['2024年1月10日(水) 23時30分', 'YYYY年MM月DD日', '2024-01-10', 84600],
    ['2024 年 1 月 10 日', 'YYYY年MM月DD日', '2024-01-10', -1],
    ['二〇二四年一月十日', 'YYYY年MM月DD日', '2024-01-10', -1],
    ['2024년 1월 10일 오후 11시 30분', 'YYYY年MM月DD日', '2024-01-10', 84600],
    ['２０２４／０１／１０', 'YYYY/MM/DD', '2024-01-10', -1],
    ['令和6年1月10日', 'era', '2024-01-10', -1],
    ['令和元年5月1日', 'era', '2019-05-01', -1],
    ['R6.1.10', 'era', '2024-01-10', -1],
    ['H31/4/30', 'era', '2019-04-30', -1],
    ['昭和64年1月7日', 'era', '1989-01-07', -1],
    ['民國113年1月10日', 'era', '2024-01-10', -1],
    ['٢٠٢٤-٠1-١٥', 'YYYY-MM-DD', '2024-01-15', -1],
    ['۲۰۲۴/۰۱/۱۵', 'YYYY/MM/DD', '2024-01-15', -1],
    ['1706484600', 'epoch', '2024-01-28', 84600],
    ['1706484600.5', 'epoch', '2024-01-28', 84600],
    ['1706484600123', 'epoch-ms', '2024-01-28', 84600],
    ['1706484600123456', 'epoch-us', '2024-01-28', 84600],
    ['2024-W05', 'YYYY-Www', '2024-02-04', -1],
    ['2024-W05-3', 'YYYY-Www', '2024-01-31', -1],
    ['2020-W53', 'YYYY-Www', '2021-01-03', -1],
    ['2024-Q1', 'YYYY-Q', '2024-03-31', -1],
    ['Q4 2024', 'YYYY-Q', '2024-12-31', -1],
    ['1Q24', 'YYYY-Q', '2024-03-31', -1],
    ['1. Quartal 2024', 'YYYY-Q', '2024-03-31', -1],
    ['FY24 Q1', 'FY:1', '2024-03-31', -1],
    ['FY24 Q1', 'FY:4', '2023-06-30', -1],
    ['Q4 FY2024', 'FY:10', '2024-09-30', -1],
    ['FY2023/24', 'FY:4', '2024-03-31', -1],
    ['05/01/2567', 'DD/MM/YYYY BE', '2024-01-05', -1],
    ['1445-01-10', 'YYYY-MM-DD AH', '2023-07-28', -1],
    ['1445-01-30', 'YYYY-MM-DD AH', null, -1],
    ['1402/10/20', 'YYYY/MM/DD SH', '2024-01-10', -1],
    ['2024-01-10', 'DD/MM/YYYY | YYYY-MM-DD', '2024-01-10', -1],
  ] as const)('%s as %s is %s, second %d', (text, format, day, second) =>
    expect(read(text, format)).toEqual(day === null ? null : [day, second]),
  );

  test.each([
    ['1706484600', 'epoch-ms'],
    ['2021-W53', 'YYYY-Www'],
    ['2024-Q5', 'YYYY-Q'],
    ['令和6年2月30日', 'era'],
    ['2024-01-10 23:30 sold', 'YYYY-MM-DD'],
    ['2024-01-10 23', 'YYYY-MM-DD'],
    ['Sold January 10, 2024', 'MMM DD, YYYY'],
  ])('%s is no %s', (text, format) => expect(read(text, format)).toBeNull());
});

describe('time-stamps', () => {
  test.each([
    ['2024-01-31T20:15:00-05:00', 'as_written', '2024-01-31', 72900],
    ['2024-01-31T20:15:00-05:00', 'Etc/UTC', '2024-02-01', 4500],
    ['2024-01-31 20:15:00 EST', 'Etc/UTC', '2024-02-01', 4500],
    ['2024-07-31T23:30:00Z', 'Europe/Berlin', '2024-08-01', 5400],
    ['2024-01-31T23:30:00Z', 'Europe/Berlin', '2024-02-01', 1800],
    ['2024-01-31T22:30:00Z', 'Europe/Berlin', '2024-01-31', 84600],
    ['2024-01-31 23:30:00', 'Asia/Tokyo', '2024-01-31', 84600],
    ['2024-01-31', 'Asia/Tokyo', '2024-01-31', -1],
    ['2024-01-31 23:30:00 XYZ', 'Asia/Tokyo', '2024-01-31', 84600],
  ])('%s under %s is on %s', (text, zone, day, second) =>
    expect(read(text, 'YYYY-MM-DD', zone)).toEqual([day, second]),
  );

  test.each([
    ['as_written', true],
    ['Etc/UTC', true],
    ['Europe/Berlin', true],
    ['Mars/Olympus', false],
    ['+02:00', false],
    ['', false],
  ])('whether %j is a zone: %s', (name, is) => expect(isTimeZone(name)).toBe(is));
});
