/** Compares by Unicode code points, which is the order of UTF-8 bytes; plain `<` compares UTF-16 units. */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return orderable(x) - orderable(y);
  }
  return a.length - b.length;
}
/** Surrogates stand for code points above U+FFFF, so they sort after every other unit. */
const orderable = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

const SURROGATE = /[\ud800-\udfff]/;

/** Sorts different keys by METRICS rule 12. Common kinds of keys are sorted without a comparison function, which is faster. */
export function sortKeys(keys: readonly string[]): string[] {
  const numbers = Float64Array.from(keys, Number);
  if (keys.every((key, at) => String(numbers[at]) === key && Number.isSafeInteger(numbers[at])))
    return Array.from(numbers.sort(), String);
  const comparator = keyComparator(keys);
  return comparator === compareUtf8 && !keys.some((key) => SURROGATE.test(key))
    ? [...keys].sort()
    : [...keys].sort(comparator);
}

/** METRICS rule 12: numerically if all keys are integers, else by UTF-8 bytes. */
export function keyComparator(keys: readonly string[]): (a: string, b: string) => number {
  if (!keys.every((key) => /^[+-]?\d+$/.test(key))) return compareUtf8;
  if (keys.every((key) => key.length <= 15)) return (a, b) => Number(a) - Number(b) || compareUtf8(a, b);
  return (a, b) => {
    const difference = BigInt(a) - BigInt(b);
    return difference < 0n ? -1 : difference > 0n ? 1 : compareUtf8(a, b);
  };
}
