import { checkRows, isHeld } from './cross-checks';
import type { Figure } from './money-table';

interface NamedFigure {
  readonly figure: Figure;
  readonly score: number;
}

/**
 * The amounts without those that hold tax, shipping or tips as well: where one amount and some of these columns add up to another,
 * the smaller one is that of the goods (METRICS rule 4).
 * @param extras by `sumsOfSome`
 */
export function withoutExtras(found: readonly NamedFigure[], extras: readonly Float64Array[]): readonly NamedFigure[] {
  if (found.length < 2 || extras.length === 0) return found;
  const left = found.filter(
    ({ figure: whole }) =>
      !found.some(({ figure }) => figure !== whole && holdsExtras(whole, (row) => figure.values[row], extras)),
  );
  return left.length > 0 ? left : found;
}

/** Whether an amount differs from that of the goods, and is it and some of the columns beside it on all rows. */
export function holdsExtras(
  { values }: Figure,
  goods: (row: number) => number,
  extras: readonly Float64Array[],
): boolean {
  return (
    values.some((value, row) => Math.abs(value - goods(row)) > 0.0051) &&
    extras.some((extra) => isHeld(checkRows(values, (row) => goods(row) + extra[row])))
  );
}

/** The sums of all choices of one column or more; none where all of them are always 0. */
export function sumsOfSome(extras: readonly Float64Array[]): Float64Array[] {
  const used = extras.filter((values) => values.some((value) => value !== 0));
  return Array.from({ length: 2 ** used.length - 1 }, (_, at) => {
    const chosen = used.filter((_, i) => ((at + 1) >> i) % 2 === 1);
    return Float64Array.from(chosen[0], (_, row) => chosen.reduce((sum, values) => sum + values[row], 0));
  });
}
