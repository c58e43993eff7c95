import type { Formatter } from '../../domain/format';
import type { DecimalMark } from '../../domain/roles';

/** The value of a number whose decimal mark is `mark`: `1.234` is 1,234 or 1.234. */
export function markMeaning(example: string, mark: DecimalMark, format: Formatter): string {
  const other = mark === '.' ? ',' : '.';
  const plain = example
    .replaceAll(other, '')
    .replace(mark, '.')
    .replace(/[^\d.-]/g, '');
  const value = Number(plain);
  const digits = plain.split('.')[1]?.length ?? 0;
  return Number.isFinite(value) ? format.number(value, digits) : example;
}
