import { parseDecimal, type Decimal } from '../../domain/money';
import { isAscii, plainDigits } from './digits';

export type DecimalMark = '.' | ',';

/** A number whose coefficient is a safe integer: coefficient * 10^-scale. The common case, kept out of BigInt. */
export interface Scaled {
  coefficient: number;
  scale: number;
}

/** Longer texts are not numbers; parsing them would cost a hostile file nothing and the reader much. */
const MAX_LENGTH = 64;
const MINUS = /[\u2212\u2010-\u2015\uFE63\uFF0D]/g;
const SPACE = /[\u00A0\u2007\u2009\u202F\u2000-\u200A]/g;
/** Letters allowed beside a number, with or without a blank between. Any other word makes the text no number. */
const CURRENCY =
  /(?:US|CA|AU|NZ|HK|MX|NT|A|C|R|S)\$|[€$£¥₹₽₺₩₪฿¢₫₦₱₴₸₨]|(?<!\p{L})(?:EUR|USD|GBP|CHF|JPY|CNY|RMB|INR|CAD|AUD|NZD|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RUB|TRY|BRL|ARS|CLP|COP|PEN|ZAR|NGN|KES|EGP|MAD|MXN|SGD|HKD|TWD|KRW|VND|IDR|PHP|MYR|PKR|AED|SAR|QAR|KWD|ILS|THB|RON|BGN|UAH|RSD|GEL|KZT|Euro|Euros)(?!\p{L})|(?<!\p{L})(?:SFr|Fr|Rs)\.(?=\s*[-\d])|(?<!\p{L})(?:kr|zł|Kč|Ft|lei|лв|руб|р|TL|円|元|원|Rs|S\/)(?!\p{L})\.?/iu;

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  $: 'USD',
  US$: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  CA$: 'CAD',
  C$: 'CAD',
  AU$: 'AUD',
  A$: 'AUD',
  'SFR.': 'CHF',
  'FR.': 'CHF',
  ZŁ: 'PLN',
  KČ: 'CZK',
  RMB: 'CNY',
  '₽': 'RUB',
  '₺': 'TRY',
  '₩': 'KRW',
  '₪': 'ILS',
  '฿': 'THB',
  NZ$: 'NZD',
  HK$: 'HKD',
  MX$: 'MXN',
  NT$: 'TWD',
  R$: 'BRL',
  S$: 'SGD',
  '₫': 'VND',
  '₦': 'NGN',
  '₱': 'PHP',
  '₴': 'UAH',
  '₸': 'KZT',
  '₨': 'INR',
  RS: 'INR',
  'RS.': 'INR',
  FT: 'HUF',
  LEI: 'RON',
  ЛВ: 'BGN',
  'ЛВ.': 'BGN',
  РУБ: 'RUB',
  'РУБ.': 'RUB',
  Р: 'RUB',
  'Р.': 'RUB',
  TL: 'TRY',
  円: 'JPY',
  元: 'CNY',
  원: 'KRW',
  'S/': 'PEN',
};

/** Of a bank's statement: a credit takes off what a debit adds. */
const CREDIT = /(?<!\p{L})(?:CR|DR)(?!\p{L})\.?/iu;

/** The currency that a sign or code beside the number names (`EUR`), or null. */
export function currencyIn(text: string): string | null {
  if (text.length > MAX_LENGTH) return null;
  const found = CURRENCY.exec(text)?.[0].toUpperCase();
  return found === undefined ? null : (SIGNS[found] ?? found);
}

/**
 * Reads digits with at most one decimal mark, up to 2^53. False where the text needs the careful reader:
 * this path sees nearly every cell of a large file.
 */
export function scanPlain(text: string, decimal: DecimalMark, out: Scaled): boolean {
  const mark = decimal === '.' ? 46 : 44;
  const { length } = text;
  const negative = length > 0 && text.charCodeAt(0) === 45;
  let coefficient = 0;
  let digits = 0;
  let markAt = -1;
  for (let i = negative ? 1 : 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      coefficient = coefficient * 10 + code - 48;
      digits++;
    } else if (code === mark && markAt < 0) markAt = i;
    else return false;
  }
  if (digits === 0 || digits > 20 || coefficient > Number.MAX_SAFE_INTEGER) return false;
  out.coefficient = negative && coefficient !== 0 ? -coefficient : coefficient;
  out.scale = markAt < 0 ? 0 : length - markAt - 1;
  return true;
}

/** Thousands in threes (or the Indian twos before the last three); a group never begins with a lone 0. */
const groups = (mark: string) =>
  new RegExp(`^[1-9]\\d{0,2}(?:${mark}\\d{3})+$|^[1-9]\\d?(?:${mark}\\d{2})+${mark}\\d{3}$`);
const GROUPED = [' ', "'", ',', '\\.', '_'].map(groups);
const [GROUPED_BY_SPACE, GROUPED_BY_TICK, GROUPED_BY_COMMA, GROUPED_BY_POINT, GROUPED_BY_LINE] = GROUPED as [
  RegExp,
  RegExp,
  RegExp,
  RegExp,
  RegExp,
];

function ungroup(whole: string, decimal: DecimalMark): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const byMark = decimal === '.' ? GROUPED_BY_COMMA : GROUPED_BY_POINT;
  const grouped = [byMark, GROUPED_BY_SPACE, GROUPED_BY_TICK, GROUPED_BY_LINE].some((pattern) => pattern.test(whole));
  return grouped ? whole.replace(/\D/g, '') : null;
}

/** Takes the signs off both ends: `(12.00)`, `12-`, `- 12`, `+12`. Null when they contradict each other. */
function unsign(text: string): { negative: boolean; rest: string } | null {
  const bracketed = /^\((.*)\)$/.exec(text);
  const rest = (bracketed?.[1] ?? text).trim();
  const signs = /^([+-]?)\s*([^+-].*?)\s*([+-]?)$/.exec(rest);
  if (!signs || (signs[1] && signs[3]) || (bracketed && (signs[1] || signs[3]))) return null;
  return { negative: bracketed !== null || signs[1] === '-' || signs[3] === '-', rest: signs[2] };
}

/** Digits of other scripts as 0 to 9; the Arabic marks of decimals (٫) and thousands (٬) as those that are asked for. */
function plainMarks(text: string, decimal: DecimalMark): string {
  if (isAscii(text)) return text;
  const thousands = decimal === '.' ? ',' : '.';
  return plainDigits(text).replace(/٫/g, decimal).replace(/٬/g, thousands).replace(/٪/g, '%');
}

/**
 * Reads a number as people write it, exactly: `1.234,56 €`, `1 234,56`, `1'234.56`, `(12.00)`, `12-`, `30.00 CR`, `12,-`, `15 %` (0.15),
 * `1.5e3`. Null for anything else, and for a grouping that the other decimal mark would explain.
 */
export function readNumber(text: string, decimal: DecimalMark): Decimal | null {
  if (text.length === 0 || text.length > MAX_LENGTH) return null;
  let rest = plainMarks(text, decimal)
    .replace(SPACE, ' ')
    .replace(MINUS, '-')
    .replace(/[’‘`´]/g, "'")
    .trim();
  const side = CREDIT.exec(rest)?.[0].toUpperCase() ?? null;
  rest = rest
    .replace(CREDIT, ' ')
    .replace(CURRENCY, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.,]--?$/, '');
  const bracketedPercent = /^(.*?)\s*%$/.exec(rest);
  if (bracketedPercent) rest = bracketedPercent[1]!;
  const signed = unsign(rest);
  if (!signed) return null;
  const mark = decimal === '.' ? '\\.' : ',';
  const parts = new RegExp(`^([\\d.,' _]*?)(?:${mark}(\\d*))?(?:[eE]([+-]?\\d{1,2}))?$`).exec(signed.rest);
  const whole = parts ? ungroup(parts[1], decimal) : null;
  if (!parts || whole === null || (whole === '' && !parts[2])) return null;
  // A minus beside CR would leave open which of the two is meant.
  if (side !== null && signed.negative) return null;
  const isNegative = signed.negative || (side?.startsWith('C') ?? false);
  const exponent = Number(parts[3] ?? 0) - (bracketedPercent ? 2 : 0);
  return parseDecimal(`${isNegative ? '-' : ''}${whole || '0'}.${parts[2] ?? ''}e${exponent}`);
}

/** Whether the text is a number whose one separator could be thousands or decimals: `1.234`, `12,345`. */
export const isEitherWay = (text: string): boolean => /^[^\d]*[1-9]\d{0,2}[.,]\d{3}[^\d.,]*$/.test(text);

/** A double, for figures that are no money. NaN where unreadable. */
export function toDouble(value: Decimal): number {
  return Number(`${value.coefficient}e${-value.scale}`);
}
