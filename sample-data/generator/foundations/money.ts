/** Money is an integer count of cents throughout; only the files and truth.json see decimals. */

/** quantity x unit price x (1 - discount), rounded once, half away from zero. */
export function lineAmount(quantity: number, unitPrice: number, discountPercent: number): number {
  return roundedShare(quantity * unitPrice, 100 - discountPercent, 100);
}

/** value * numerator / denominator, rounded half away from zero, in integers. */
export function roundedShare(value: number, numerator: number, denominator: number): number {
  const doubled = Math.abs(value) * numerator * 2 + denominator;
  const size = Math.floor(doubled / (2 * denominator));
  return value < 0 && size > 0 ? -size : size;
}

/** 1234.56 */
export function plainDecimal(cents: number): string {
  const size = Math.abs(cents);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${text}` : text;
}

/** 1.234,56 */
export function germanDecimal(cents: number): string {
  const size = Math.abs(cents);
  const grouped = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  const text = `${grouped},${String(size % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${text}` : text;
}

/** Currency units for truth.json; division by 100 gives the double nearest to the decimal. */
export function inUnits(cents: number): number {
  return cents / 100;
}
