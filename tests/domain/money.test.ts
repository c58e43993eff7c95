import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoneyPlain, multiply, oneMinus, parseDecimal, toTenThousandths } from '../../src/domain/money';

const money = (text: string) => toTenThousandths(parseDecimal(text)!);

test('money is rounded once, half away from zero', () => {
  expect(['0.00005', '-0.00005', '0.00004999', '1.23455', '731.9399999999999'].map(money)).toEqual([
    1, -1, 0, 12346, 7_319_400,
  ]);
});

test('an amount is a product in decimal arithmetic: 3 x 0.1 x (1 - 0.15) is 0.255', () => {
  const amount = multiply(multiply(parseDecimal('3')!, parseDecimal('0.1')!), oneMinus(parseDecimal('0.15')!));
  expect(toTenThousandths(amount)).toBe(2550);
});

test('an amount that cannot be kept exactly is refused', () => {
  expect(money('900719925474.0991')).toBe(Number.MAX_SAFE_INTEGER);
  expect(money('900719925474.0992')).toBeNull();
});

test.each(['', '.', 'abc', '1,5', '1.2.3', '0x10', 'Infinity', 'NaN', '--1'])('"%s" is not a decimal', (text) => {
  expect(parseDecimal(text)).toBeNull();
});

test('exponents are read', () => {
  expect([money('1e3'), money('1.5E-3'), money('-2.5e+1')]).toEqual([10_000_000, 15, -250_000]);
});

test('a written amount is read back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      expect(money(formatMoneyPlain(amount))).toBe(amount);
    }),
  );
});
