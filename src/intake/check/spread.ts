const CENT = 100;

/** Money that is spread is cut into cents where it and all that it is spread over are whole cents, else into 1/10,000. */
export const unitOf = (amounts: readonly number[]): number =>
  amounts.every((amount) => amount % CENT === 0) ? CENT : 1;

/** a x b / c rounded down to a whole number, and what is left over; exact for safe integers. */
function divide(a: number, b: number, c: number): { readonly whole: number; readonly rest: number } {
  const product = a * b;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % c;
    return { whole: (product - rest) / c, rest };
  }
  const exact = BigInt(a) * BigInt(b);
  return { whole: Number(exact / BigInt(c)), rest: Number(exact % BigInt(c)) };
}

/**
 * Spreads money over lines in proportion to their weights: each gets its share rounded down, and the units that are left go to
 * the largest remainders (METRICS rule 4), to the earlier line where they are equal. The shares add up to the money exactly.
 * @param money 0 or more, a multiple of `unit`
 * @param weights whole numbers of 0 or more with a sum above 0
 */
export function spread(money: number, weights: readonly number[], unit: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const parts = weights.map((weight) => divide(money / unit, weight, sum));
  let left = money / unit - parts.reduce((all, { whole }) => all + whole, 0);
  const shares = parts.map(({ whole }) => whole * unit);
  const byRest = parts.map((_, i) => i).sort((a, b) => parts[b].rest - parts[a].rest || a - b);
  for (let at = 0; left > 0; at++, left--) shares[byRest[at]] += unit;
  return shares;
}

/** part x of / whole, rounded half up to whole units; all of 0 or more. */
export function proportion(part: number, of: number, whole: number, unit: number): number {
  const exact = (2n * BigInt(part) * BigInt(of) + BigInt(whole) * BigInt(unit)) / (2n * BigInt(whole) * BigInt(unit));
  return Number(exact) * unit;
}
