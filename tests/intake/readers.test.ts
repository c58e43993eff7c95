import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilFromDay, dayFromCivil, formatDay } from '../../src/domain/calendar';
import { parseDecimal } from '../../src/domain/money';
import { dayReader, readDay } from '../../src/intake/values/day';
import { readFlag } from '../../src/intake/values/flag';
import { currencyIn, readNumber, scanPlain, toDouble, type DecimalMark } from '../../src/intake/values/number';
import { readStage } from '../../src/intake/values/stage';
import { readStrategy } from '../../src/intake/values/strategy';

const numberOf = (text: string, decimal: DecimalMark) => {
  const value = readNumber(text, decimal);
  return value && toDouble(value);
};

describe('numbers as people write them', () => {
  test.each<[string, DecimalMark, number]>([
    ['1234.56', '.', 1234.56],
    ['1,234.56', '.', 1234.56],
    ['1.234,56', ',', 1234.56],
    ['1 234,56', ',', 1234.56],
    ['1\u00A0234,56', ',', 1234.56],
    ['1\u202F234\u202F567,5', ',', 1234567.5],
    ["1'234.56", '.', 1234.56],
    ['1’234.56', '.', 1234.56],
    ['12,34,567.89', '.', 1234567.89],
    ['€ 1.234,56', ',', 1234.56],
    ['1.234,56 €', ',', 1234.56],
    ['EUR 12,00', ',', 12],
    ['USD 1,000', '.', 1000],
    ['$-12.50', '.', -12.5],
    ['-$12.50', '.', -12.5],
    ['(12.00)', '.', -12],
    ['($1,200.00)', '.', -1200],
    ['12-', '.', -12],
    ['12,50-', ',', -12.5],
    ['\u221212.5', '.', -12.5],
    ['+7', '.', 7],
    ['15 %', '.', 0.15],
    ['-2,5%', ',', -0.025],
    ['1.5e3', '.', 1500],
    ['1E-2', '.', 0.01],
    ['12,-', ',', 12],
    ['.5', '.', 0.5],
    ['30.00 CR', '.', -30],
    ['12.00 DR', '.', 12],
    ['USD12', '.', 12],
    ['US$ 1 000.00', '.', 1000],
    ['$-5.00', '.', -5],
    ['40.00-', '.', -40],
    ['R$ 1.234,50', ',', 1234.5],
    ['١٬٢٣٤٫٥٠', '.', 1234.5],
    ['١٬٢٣٤٫٥٠', ',', 1234.5],
    ['۱۲۳', '.', 123],
    ['１２.５', '.', 12.5],
    ['007', '.', 7],
    ['0.000', '.', 0],
  ])('%j with "%s" is %d', (text, decimal, expected) => expect(numberOf(text, decimal)).toBe(expected));

  test.each<[string, DecimalMark]>([
    ['', '.'],
    ['-', '.'],
    ['abc', '.'],
    ['12.5', ','],
    ['1,5', '.'],
    ['0,444', '.'],
    ['1,23,45', '.'],
    ['1.234.56', '.'],
    ['12 Stück', '.'],
    ['1-2', '.'],
    ['-5 CR', '.'],
    ['CRATE 5', '.'],
    ['--1', '.'],
    ['(-1)', '.'],
    ['2021-01-01', '.'],
    ['1e999', '.'],
    ['9'.repeat(100), '.'],
    ['Infinity', '.'],
    ['NaN', '.'],
    ['0x10', '.'],
  ])('%j with "%s" is no number', (text, decimal) => expect(readNumber(text, decimal)).toBeNull());

  test('long float tails are kept to the last digit', () => {
    expect(readNumber('731,9399999999999', ',')).toEqual({ coefficient: 7319399999999999n, scale: 13 });
    expect(readNumber('0.1000000000000000055511151231257827', '.')!.scale).toBe(34);
  });

  test('reads back what a locale writes, grouping and all', () => {
    const locales = [
      ['de-DE', ','],
      ['en-US', '.'],
      ['de-CH', '.'],
      ['fr-FR', ','],
      ['en-IN', '.'],
      ['sv-SE', ','],
    ] as const;
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom(...locales), (cents, [locale, decimal]) => {
        const text = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
        expect(numberOf(text, decimal)).toBe(cents / 100 + 0);
      }),
    );
  });

  test('the quick scan agrees with the careful reader wherever it answers', () => {
    const texts = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789.,-'), maxLength: 20 }),
      fc.double({ noNaN: true }).map(String),
    );
    fc.assert(
      fc.property(texts, fc.constantFrom<DecimalMark>('.', ','), (text, decimal) => {
        const scaled = { coefficient: 0, scale: 0 };
        if (!scanPlain(text, decimal, scaled)) return;
        expect(parseDecimal(text.replace(decimal, '.'))).toEqual({
          coefficient: BigInt(scaled.coefficient),
          scale: scaled.scale,
        });
      }),
    );
  });

  test.each([
    ['€ 12', 'EUR'],
    ['12 EUR', 'EUR'],
    ['$12', 'USD'],
    ['£1', 'GBP'],
    ['CHF 5', 'CHF'],
    ['Fr. 5.00', 'CHF'],
    ['12', null],
    ['12 pieces', null],
  ])('the currency of %j is %s', (text, currency) => expect(currencyIn(text)).toBe(currency));
});

describe('days', () => {
  const read = (text: string, format: string) => {
    const found = readDay(text, format);
    return found && [formatDay(found.day), found.second];
  };
  test.each([
    ['2020-02-29', 'YYYY-MM-DD', '2020-02-29', -1],
    ['2010-12-01 08:45:00', 'YYYY-MM-DD', '2010-12-01', 31500],
    ['2010-12-01T08:45', 'YYYY-MM-DD', '2010-12-01', 31500],
    ['2010-12-01T08:45:30.123', 'YYYY-MM-DD', '2010-12-01', 31530],
    ['2021-12-31T23:30:00-05:00', 'YYYY-MM-DD', '2021-12-31', 84600],
    ['2021-01-01T00:30:00+02:00', 'YYYY-MM-DD', '2021-01-01', 1800],
    ['2021-01-01T00:30:00Z', 'YYYY-MM-DD', '2021-01-01', 1800],
    ['2021-01-01 00:30:00+0530', 'YYYY-MM-DD', '2021-01-01', 1800],
    ['19970118', 'YYYYMMDD', '1997-01-18', -1],
    ['09.11.2013', 'DD.MM.YYYY', '2013-11-09', -1],
    ['9.1.2013', 'DD.MM.YYYY', '2013-01-09', -1],
    ['9.1.13', 'D.M.YY', '2013-01-09', -1],
    ['09.11.2013 14:05', 'DD.MM.YYYY', '2013-11-09', 50700],
    ['03/01/19', 'DD/MM/YY', '2019-01-03', -1],
    ['03/01/19', 'MM/DD/YY', '2019-03-01', -1],
    ['12/31/2019 11:59 PM', 'MM/DD/YYYY', '2019-12-31', 86340],
    ['12/31/2019 12:01 AM', 'MM/DD/YYYY', '2019-12-31', 60],
    ['31/12/69', 'DD/MM/YY', '2069-12-31', -1],
    ['31/12/70', 'DD/MM/YY', '1970-12-31', -1],
    ['31-12-2019', 'DD-MM-YYYY', '2019-12-31', -1],
    ['2019/12/31', 'YYYY/MM/DD', '2019-12-31', -1],
    ['3 Mai 2020', 'DD MMM YYYY', '2020-05-03', -1],
    ['3. März 2020', 'DD. MMM YYYY', '2020-03-03', -1],
    ['Dec 3, 2020', 'MMM DD, YYYY', '2020-12-03', -1],
    ['2023-04', 'YYYY-MM', '2023-04-01', -1],
    ['43831', 'excel', '2020-01-01', -1],
    ['43831.5', 'excel', '2020-01-01', 43200],
    ['61', 'excel', '1900-03-01', -1],
    ['2020-01-05', 'YYYY-MM-DD HH:mm:ss', '2020-01-05', -1],
  ])('%s as %s is %s, second %d', (text, format, day, second) => expect(read(text, format)).toEqual([day, second]));

  test.each([
    ['30.02.2020', 'DD.MM.YYYY'],
    ['29.02.2021', 'DD.MM.YYYY'],
    ['31.04.2021', 'DD.MM.YYYY'],
    ['00.01.2021', 'DD.MM.YYYY'],
    ['2020-13-01', 'YYYY-MM-DD'],
    ['2020-01-05 25:00', 'YYYY-MM-DD'],
    ['2020-01-05 10:60', 'YYYY-MM-DD'],
    ['2020-01-05x', 'YYYY-MM-DD'],
    ['13/13/2020', 'MM/DD/YYYY'],
    ['1997011', 'YYYYMMDD'],
    ['199701180', 'YYYYMMDD'],
    ['01/02/2020', 'DD/MM/YY'],
    ['', 'YYYY-MM-DD'],
    ['60', 'excel'],
  ])('%j is no %s', (text, format) => expect(readDay(text, format)).toBeNull());

  test.each(['', 'YYYY', 'DD.MM', 'Y-M-D-Q', 'YYYY-MM-MM', 'hello', 'HH:mm'])('%j is no format', (format) =>
    expect(dayReader(format)).toBeNull(),
  );

  test('reads back every day in every format', () => {
    const pad = (n: number, width = 2) => String(n).padStart(width, '0');
    const writers: Record<string, (y: number, m: number, d: number) => string> = {
      'YYYY-MM-DD': (y, m, d) => `${pad(y, 4)}-${pad(m)}-${pad(d)}`,
      YYYYMMDD: (y, m, d) => `${pad(y, 4)}${pad(m)}${pad(d)}`,
      'DD.MM.YYYY': (y, m, d) => `${pad(d)}.${pad(m)}.${pad(y, 4)}`,
      'D.M.YYYY': (y, m, d) => `${d}.${m}.${pad(y, 4)}`,
      'MM/DD/YYYY': (y, m, d) => `${pad(m)}/${pad(d)}/${pad(y, 4)}`,
      'MMM D, YYYY': (y, m, d) =>
        `${new Date(2000, m - 1, 1).toLocaleString('en-US', { month: 'long' })} ${d}, ${pad(y, 4)}`,
      'D. MMM YYYY': (y, m, d) =>
        `${d}. ${new Date(2000, m - 1, 1).toLocaleString('de-DE', { month: 'long' })} ${pad(y, 4)}`,
    };
    const days = fc.integer({ min: dayFromCivil(1, 1, 1), max: dayFromCivil(9999, 12, 31) });
    fc.assert(
      fc.property(days, fc.constantFrom(...Object.keys(writers)), (day, format) => {
        const { year, month, dayOfMonth } = civilFromDay(day);
        expect(readDay(writers[format](year, month, dayOfMonth), format)).toEqual({ day, second: -1 });
      }),
    );
  });

  test('in a zone an instant is the same whatever offset it is written with', () => {
    const instants = fc.integer({ min: 0, max: 4102444799 });
    fc.assert(
      fc.property(instants, fc.integer({ min: -12 * 4, max: 14 * 4 }), (seconds, quarters) => {
        const local = new Date((seconds + quarters * 900) * 1000).toISOString().slice(0, 19);
        const size = Math.abs(quarters) * 15;
        const offset = `${quarters < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        expect(readDay(local + offset, 'YYYY-MM-DD', 'Etc/UTC')).toEqual({
          day: Math.floor(seconds / 86400),
          second: seconds % 86400,
        });
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['yes', true],
    ['Ja', true],
    ['TRUE', true],
    ['1', true],
    ['x', true],
    ['storniert', true],
    ['Cancelled', true],
    ['no', false],
    ['Nein', false],
    ['0', false],
    ['shipped', false],
    ['perhaps', null],
    ['', null],
  ])('flag %j is %s', (text, flag) => expect(readFlag(text)).toBe(flag));
  test('a word given for yes makes every other word no', () => {
    expect(readFlag('Lost', 'Lost')).toBe(true);
    expect(readFlag('yes', 'Lost')).toBe(false);
    expect(readFlag('', 'Lost')).toBeNull();
  });
  test.each([
    ['Awareness', 'aware'],
    ['Lead', 'aware'],
    ['Interest', 'understands'],
    ['Prospect', 'understands'],
    ['Interessent', 'understands'],
    ['MQL', 'understands'],
    ['Consideration', 'considers'],
    ['Erwägung', 'considers'],
    ['Erwaegung', 'considers'],
    ['Qualified', 'considers'],
    ['Angebot', 'pre_sale'],
    ['Pre-Sale', 'pre_sale'],
    ['Trial', 'evaluates'],
    ['Verhandlung', 'evaluates'],
    ['02. Evaluation', 'evaluates'],
    ['Kunde', 'customer'],
    ['Closed Won', 'customer'],
    ['Stammkunde', 'repeat_customer'],
    ['salesqualifiedlead', 'considers'],
    ['Open - Not Contacted', 'aware'],
    ['Value Proposition', 'considers'],
    ['Proposal/Price Quote', 'pre_sale'],
    ['Closed - Converted', 'customer'],
    ['Evangelist', null],
    ['Other', null],
    ['Lost', null],
    ['17', null],
  ])('stage %j is %s', (text, stage) => expect(readStage(text)).toBe(stage));
  test.each([
    ['Prämie', 'reward'],
    ['Strafgebühr', 'penalty'],
    ['keine', 'none'],
    ['Bonus', 'reward'],
    ['Club', 'Club'],
  ])('strategy %j is %s', (text, strategy) => expect(readStrategy(text)).toBe(strategy));
});

describe('months in the larger languages of Europe', () => {
  const names: Readonly<Record<string, string>> = {
    English: 'January February March April May June July August September October November December',
    German: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    Austrian: 'Jänner Feber März April Mai Juni Juli August September Oktober November Dezember',
    French: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'French, short': 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
    Spanish: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'Spanish, short': 'ene feb mar abr may jun jul ago sept oct nov dic',
    Italian: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'Italian, short': 'gen feb mar apr mag giu lug ago set ott nov dic',
    Portuguese: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    Dutch: 'januari februari maart april mei juni juli augustus september oktober november december',
    Polish: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    Swedish: 'januari februari mars april maj juni juli augusti september oktober november december',
    Norwegian: 'januar februar mars april mai juni juli august september oktober november desember',
  };

  test.each(Object.entries(names))('%s', (_, months) => {
    expect(months.split(' ').map((name) => readDay(`7 ${name} 2024`, 'DD MMM YYYY')?.day)).toEqual(
      Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 7) / 86_400_000),
    );
  });
});
