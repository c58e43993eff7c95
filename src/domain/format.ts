import { type CalendarUnit, type Day, firstDayOfMonth, formatUnit, type MonthIndex } from './calendar';
import { MONEY_SCALE } from './money';

/** Writes numbers and dates in the user's locale. NaN (undefined) is written as an empty text, zero as 0. */
export interface Formatter {
  readonly locale: string;
  readonly currency: string | null;
  readonly int: (value: number) => string;
  /** A number with exactly this many decimals. */
  readonly number: (value: number, digits?: number) => string;
  /** A fraction as percent: 0.876 is 87.6%. */
  readonly share: (value: number, digits?: number) => string;
  /** Money in 1/10,000, whole from 100 units on, else with two decimals. */
  readonly money: (value: number) => string;
  /** Money in 1/10,000, always with two decimals, to be compared with another system. */
  readonly moneyExact: (value: number) => string;
  /** As `money`, with a sign, + included. */
  readonly moneySigned: (value: number) => string;
  /** For axes: `£1.2M`, `£900`. */
  readonly moneyShort: (value: number) => string;
  /** With a sign, + included; zero has none. */
  readonly signed: (value: number, write?: (size: number) => string) => string;
  /** A difference of shares, in points: 0.082 is `8.2 points`. */
  readonly points: (value: number) => string;
  readonly lift: (value: number, digits?: number) => string;
  /** `p = 0.034`, `p < 0.001`. */
  readonly pValue: (value: number) => string;
  /** An interval of shares, the unit once: `21.6–30.3%`. */
  readonly range: (low: number, high: number, digits?: number) => string;
  readonly day: (day: Day) => string;
  /** `Nov 2021` */
  readonly month: (month: MonthIndex) => string;
  /** The name of the month alone: `Nov`. */
  readonly monthName: (month: MonthIndex) => string;
  readonly unit: (index: number, unit: CalendarUnit) => string;
  /** `1 customer`, `12 customers` */
  readonly plural: (count: number, one: string, many?: string) => string;
  /** `a, b and c` */
  readonly list: (words: readonly string[]) => string;
  readonly bytes: (value: number) => string;
}

const MILLISECONDS_A_DAY = 86_400_000;
const WHOLE_MONEY_FROM = 100;
const SHORT_MONEY_FROM = 100_000;

const withTrueMinus = (text: string) => text.replace(/-/g, '−');

type NumberOptions = Intl.NumberFormatOptions;

export function createFormatter(locale: string, currency: string | null): Formatter {
  const known = new Map<string, Intl.NumberFormat>();
  const numberFormat = (options: NumberOptions): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    let format = known.get(key);
    if (!format) known.set(key, (format = new Intl.NumberFormat(locale, options)));
    return format;
  };
  const write = (value: number, options: NumberOptions): string =>
    Number.isNaN(value) ? '' : withTrueMinus(numberFormat(options).format(value === 0 ? 0 : value));
  const fixed = (digits: number): NumberOptions => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  const inCurrency = currencyWriter(currency, write);

  const int = (value: number) => write(Math.round(value), { maximumFractionDigits: 0 });
  const number = (value: number, digits = 0) => write(value, fixed(digits));
  const share = (value: number, digits = 1) => write(value, { style: 'percent', ...fixed(digits) });
  const money = (value: number) => {
    const units = value / MONEY_SCALE;
    return inCurrency(units, fixed(units === 0 || Math.abs(units) >= WHOLE_MONEY_FROM ? 0 : 2));
  };
  const signed = (value: number, writeSize: (size: number) => string = int) => {
    if (Number.isNaN(value)) return '';
    const size = writeSize(Math.abs(value));
    return value < 0 ? `−${size}` : value > 0 ? `+${size}` : size;
  };

  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const dayFormat = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const monthFormat = date({ month: 'short', year: 'numeric' });
  const monthNameFormat = date({ month: 'short' });
  const at = (format: Intl.DateTimeFormat, day: Day) =>
    Number.isFinite(day) ? format.format(day * MILLISECONDS_A_DAY) : '';
  const month = (index: MonthIndex) => at(monthFormat, Number.isFinite(index) ? firstDayOfMonth(index) : NaN);

  return {
    locale,
    currency,
    int,
    number,
    share,
    money,
    moneyExact: (value) => inCurrency(value / MONEY_SCALE, fixed(2)),
    moneySigned: (value) => signed(value, money),
    moneyShort: (value) => {
      const units = value / MONEY_SCALE;
      return inCurrency(
        units,
        Math.abs(units) >= SHORT_MONEY_FROM
          ? { notation: 'compact', maximumFractionDigits: 1 }
          : { maximumFractionDigits: Math.abs(units) < 10 ? 2 : 0, minimumFractionDigits: 0 },
      );
    },
    signed,
    points: (value) => (Number.isNaN(value) ? '' : `${number(100 * value, 1)} points`),
    lift: (value, digits = 2) => number(value, digits),
    pValue: (value) =>
      Number.isNaN(value) ? '' : value < 0.001 ? `p < ${number(0.001, 3)}` : `p = ${number(value, 3)}`,
    range: (low, high, digits = 1) =>
      Number.isNaN(low) || Number.isNaN(high) ? '' : `${number(100 * low, digits)}–${share(high, digits)}`,
    day: (day) => at(dayFormat, day),
    month,
    monthName: (index) => at(monthNameFormat, firstDayOfMonth(index)),
    unit: (index, unit) => {
      if (!Number.isFinite(index)) return '';
      if (unit === 'month') return month(index);
      if (unit === 'quarter') return `Q${(index % 4) + 1} ${Math.floor(index / 4)}`;
      return unit === 'week' ? formatUnit('week', index) : String(index);
    },
    plural: (count, one, many = `${one}s`) => `${int(count)} ${count === 1 ? one : many}`,
    list: (words) => new Intl.ListFormat('en', { type: 'conjunction' }).format(words).replace(', and ', ' and '),
    bytes: (value) => {
      const megabytes = value / 1e6;
      return megabytes >= 1
        ? `${number(megabytes, megabytes < 10 ? 1 : 0)} MB`
        : `${int(Math.max(1, value / 1000))} kB`;
    },
  };
}

/** A file may name a currency that the platform does not know; then its text is written after the number. */
function currencyWriter(currency: string | null, write: (value: number, options: NumberOptions) => string) {
  if (currency === null) return write;
  const options: NumberOptions = {
    style: 'currency',
    currency: currency.toUpperCase(),
    currencyDisplay: 'narrowSymbol',
  };
  if (!/^[A-Za-z]{3}$/.test(currency)) {
    return (value: number, rest: NumberOptions) => (Number.isNaN(value) ? '' : `${write(value, rest)} ${currency}`);
  }
  return (value: number, rest: NumberOptions) => write(value, { ...options, ...rest });
}
