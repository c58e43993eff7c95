import { checkRows, isHeld } from './cross-checks';
import type { Figure, MoneyTable } from './money-table';

interface NamedFigure {
  readonly figure: Figure;
  readonly score: number;
}

/**
 * The amounts without those that hold tax, shipping or tips as well: where one amount and some of these columns add up to another,
 * the smaller one is that of the goods (METRICS rule 4).
 */
export function withoutExtras(table: MoneyTable, found: readonly NamedFigure[]): readonly NamedFigure[] {
  if (found.length < 2) return found;
  const sums = sumsOfSome(table.extras());
  if (sums.length === 0) return found;
  const holdsExtras = ({ figure: whole }: NamedFigure) =>
    found.some(
      ({ figure: goods }) =>
        goods !== whole &&
        differ(whole, goods) &&
        sums.some((extra) => isHeld(checkRows(whole.values, (row) => goods.values[row] + extra[row]))),
    );
  const left = found.filter((one) => !holdsExtras(one));
  return left.length > 0 ? left : found;
}

const differ = (a: Figure, b: Figure): boolean =>
  a.values.some((value, row) => Math.abs(value - b.values[row]) > 0.0051);

/** The sums of all choices of one column or more; none where all of them are always 0. */
function sumsOfSome(extras: readonly Float64Array[]): Float64Array[] {
  const used = extras.filter((values) => values.some((value) => value !== 0));
  return Array.from({ length: 2 ** used.length - 1 }, (_, at) => {
    const chosen = used.filter((_, i) => ((at + 1) >> i) % 2 === 1);
    return Float64Array.from(chosen[0], (_, row) => chosen.reduce((sum, values) => sum + values[row], 0));
  });
}
