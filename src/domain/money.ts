/** An integer of 1/10,000 of the currency unit, so that sums are exact and the same on every engine. */
export type Money = number;
export const MONEY_SCALE = 10_000;
/** Digits after the decimal point that Money keeps. */
const MONEY_DIGITS = 4;

/** An exact decimal number: coefficient * 10^-scale. */
export interface Decimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** Reads plain `-12.340` (digits, one point, an exponent); null for anything else. */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match || (!match[2] && !match[3])) return null;
  const fraction = match[3] ?? '';
  const digits = BigInt((match[2] ?? '') + fraction || '0');
  const scale = fraction.length - Number(match[4] ?? 0);
  const coefficient = match[1] === '-' ? -digits : digits;
  return scale >= 0 ? { coefficient, scale } : { coefficient: coefficient * 10n ** BigInt(-scale), scale: 0 };
}

export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  coefficient: a.coefficient * b.coefficient,
  scale: a.scale + b.scale,
});

/** 1 - value, for discounts given as a share. */
export const oneMinus = (value: Decimal): Decimal => ({
  coefficient: 10n ** BigInt(value.scale) - value.coefficient,
  scale: value.scale,
});

/** To an integer of 1/10,000, rounded once, half away from zero; null beyond 2^53. */
export function toTenThousandths(value: Decimal): number | null {
  const { coefficient, scale } = value;
  let scaled: bigint;
  if (scale <= MONEY_DIGITS) {
    scaled = coefficient * 10n ** BigInt(MONEY_DIGITS - scale);
  } else {
    const divisor = 10n ** BigInt(scale - MONEY_DIGITS);
    const size = coefficient < 0n ? -coefficient : coefficient;
    const rounded = (2n * size + divisor) / (2n * divisor);
    scaled = coefficient < 0n ? -rounded : rounded;
  }
  const number = Number(scaled);
  return Number.isSafeInteger(number) ? number : null;
}

/** Money in currency units with as many digits as it needs: `1234.5`. Exact for safe integers. */
export function formatMoneyPlain(money: Money): string {
  const sign = money < 0 ? '-' : '';
  const size = Math.abs(money);
  const fraction = String(size % MONEY_SCALE)
    .padStart(MONEY_DIGITS, '0')
    .replace(/0+$/, '');
  return `${sign}${Math.floor(size / MONEY_SCALE)}${fraction ? '.' + fraction : ''}`;
}
